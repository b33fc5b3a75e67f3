"""Who may act for an organisation; agents are empowered by it for days, and ended at once."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from django.db import transaction
from django.db.models import F, Q, QuerySet

from goodstanding.departments.enrol import represent
from goodstanding.departments.errors import (
    AgentInThePast,
    AgentTooLong,
    AgentUnknown,
    GrantOverlaps,
    NotAnAgent,
    WrongDays,
)
from goodstanding.departments.events import note
from goodstanding.departments.models import Account, Representation
from goodstanding.rules.actors import Power
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.periods import last_day_of

LONGEST_MONTHS = 12


class Acting(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may act for an organisation; without ``powers`` they may without limit."""

    account: str
    name: str
    powers: tuple[str, ...]
    first: date
    last: date | None


def acting_for(organisation: str, *, on: date) -> list[Acting]:
    """Who acts or will act for the organisation (its code) on ``on`` or later, longest first."""
    found: dict[tuple[str, date, date | None], list[Representation]] = {}
    for each in _lasting(organisation, on).select_related("account"):
        if each.account.open_on(on):
            key = (each.account_id, each.granted_from, each.granted_to)
            found.setdefault(key, []).append(each)
    return [_acting(each) for each in found.values()]


def add_agent(
    organisation: str,
    login: str,
    powers: Iterable[Power],
    *,
    first: date,
    last: date,
    by: str,
    at: datetime,
    today: date,
) -> Account:
    """The account that signs in as ``login`` acts for the organisation, both days in force.

    Raises `Refused` with `WrongDays`, `AgentInThePast`, `AgentTooLong`, `AgentUnknown`,
    `GrantOverlaps` or `ServesAndRepresents`.
    """
    account = Account.objects.filter(login=login.strip()).first()
    unknown = [] if account and account.open_on(today) else [AgentUnknown()]
    require_none([*unknown, *_wrong_days(first, last, today)])
    assert account is not None
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        if _lasting(organisation, first).filter(account=account, granted_from__lte=last).exists():
            refuse(GrantOverlaps())
        given = list(powers)
        for power in given:
            represent(account, organisation, power=power, first=first, last=last)
        what = f"{organisation} {'+'.join(given)} {first}/{last}"
        note(account, "agent-added", by=by, at=at, reason=what)
    return account


@transaction.atomic
def end_agent(
    organisation: str, account: str, *, by: str, at: datetime, today: date
) -> list[Representation]:
    """Every limited power of the account for the organisation ends now; what was done stands.

    A power that has not begun is called off. Raises `Refused` with `NotAnAgent`.
    """
    held = Representation.objects.filter(account=account, organisation=organisation)
    if not held.exclude(power="").exists():
        refuse(NotAnAgent())
    ended = list(_lasting(organisation, today).filter(account=account).exclude(power=""))
    for each in ended:
        each.ended_on = max(today, each.granted_from)
        each.save(update_fields=["ended_on"])
    if ended:
        note(ended[0].account, "agent-ended", by=by, at=at, reason=organisation)
    return ended


def _lasting(organisation: str, on: date) -> QuerySet[Representation]:
    """What has not ended before ``on``; what was called off is left out."""
    open_ended = Q(granted_to__isnull=True) | Q(granted_to__gte=on)
    not_ended = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    found = Representation.objects.filter(open_ended, not_ended, organisation=organisation)
    return found.exclude(ended_on=F("granted_from")).order_by("granted_from", "pk")


def _acting(held: list[Representation]) -> Acting:
    one = held[0]
    return Acting(
        account=one.account_id,
        name=one.account.display_name or one.account.login,
        powers=tuple(sorted(each.power for each in held if each.power)),
        first=one.granted_from,
        last=one.granted_to,
    )


def _wrong_days(first: date, last: date, today: date) -> list[Refusal]:
    found: list[Refusal] = [WrongDays()] if last < first else []
    if first < today:
        found.append(AgentInThePast())
    latest = last_day_of(first, months=LONGEST_MONTHS)
    return [*found, AgentTooLong(latest=latest)] if last > latest else found
