"""Leave, delegation, hand-over, recusal: who of a department does whose work, on which days."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from goodstanding.departments.errors import (
    DeputyDiffers,
    LeaveInThePast,
    LeaveOverlaps,
    NotAColleague,
    WorkedOnAlready,
    WrongDays,
)
from goodstanding.departments.events import note
from goodstanding.departments.models import Account, Recusal, RoleGrant, StandIn, Work
from goodstanding.departments.queries import actor_of
from goodstanding.rules.actors import Role
from goodstanding.rules.errors import refuse, require_none

_DESK = (Role.OFFICER.value, Role.REVIEWER.value)


def colleagues(department: str, *, on: date) -> QuerySet[Account]:
    """Officers and reviewers of the department on ``on``, by name."""
    ending = Q(granted_to__isnull=True) | Q(granted_to__gte=on)
    grants = RoleGrant.objects.filter(
        ending, department=department, role__in=_DESK, granted_from__lte=on
    )
    still_open = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    return Account.objects.filter(still_open, pk__in=grants.values("account")).order_by("login")


def stand_in(
    account: Account,
    deputy: Account,
    *,
    department: str,
    first: date,
    last: date,
    matter: str = "",
    by: str,
    at: datetime,
    today: date,
) -> StandIn:
    """``deputy`` does the work of ``account`` on these days, for one matter or, without, for all.

    The deputy must have the same department and role on both days. Raises `Refused` with
    `WrongDays`, `LeaveInThePast`, `NotAColleague`, `DeputyDiffers`, `LeaveOverlaps`.
    """
    found = [WrongDays()] if last < first else []
    require_none([*found, *([LeaveInThePast()] if last < today else [])])
    _same_post(account, deputy, department, (first, last))
    twice = StandIn.objects.filter(account=account, matter=matter, first__lte=last, last__gte=first)
    if twice.exists():
        refuse(LeaveOverlaps())
    kind = "delegated" if matter else "leave"
    with transaction.atomic():
        note(account, kind, by=by, at=at, reason=matter)
        return StandIn.objects.create(
            account=account,
            deputy=deputy,
            department=department,
            matter=matter,
            first=first,
            last=last,
        )


def end_stand_in(found: StandIn, *, by: str, at: datetime, today: date) -> None:
    """Back again: leave that has begun ends yesterday, leave that has not is called off."""
    note(found.account, "back", by=by, at=at, reason=found.matter)
    if found.first >= today:
        found.delete()
    else:
        found.last = date.fromordinal(today.toordinal() - 1)
        found.save(update_fields=["last"])


def away(department: str, *, on: date) -> QuerySet[StandIn]:
    """Who of the department is or will be away, or has handed a matter over, from ``on`` on."""
    found = StandIn.objects.filter(department=department, last__gte=on)
    return found.select_related("account", "deputy").order_by("first", "pk")


def work_of(account: Account) -> QuerySet[Work]:
    """The matters the account works on now, the oldest first."""
    return Work.objects.filter(account=account, ended_at__isnull=True).order_by("begun_at", "pk")


def take(account: Account, matter: str, *, department: str, at: datetime) -> Work:
    """The account works on the matter from now on. `WorkedOnAlready` if a colleague does."""
    try:
        with transaction.atomic():
            return Work.objects.create(
                matter=matter, account=account, department=department, begun_at=at
            )
    except IntegrityError:
        refuse(WorkedOnAlready())


@transaction.atomic
def hand_over(
    account: Account,
    to: Account,
    matters: Iterable[str],
    *,
    department: str,
    reason: str,
    by: str,
    at: datetime,
    today: date,
) -> int:
    """``to`` works on these matters of ``account`` from now on; how many they were.

    Raises `Refused` with `NotAColleague` if ``to`` is not of the department.
    """
    if to == account or not colleagues(department, on=today).filter(pk=to.pk).exists():
        refuse(NotAColleague())
    moved = list(work_of(account).filter(matter__in=list(matters), department=department))
    for each in moved:
        each.ended_at = at
    Work.objects.bulk_update(moved, ["ended_at"])
    Work.objects.bulk_create(
        Work(matter=each.matter, account=to, department=department, begun_at=at) for each in moved
    )
    for each in moved:
        note(account, "handed-over", by=by, at=at, reason=f"{each.matter}: {reason}"[:300])
    return len(moved)


def recuse(
    account: Account,
    about: str,
    *,
    department: str,
    reason: str,
    first: date,
    last: date | None,
    at: datetime,
) -> Recusal:
    """From ``first`` on the account takes no step about an organisation (code) or a matter (id).

    Raises `Refused` with `WrongDays`.
    """
    if last is not None and last < first:
        refuse(WrongDays())
    with transaction.atomic():
        note(account, "recused", by=account.id, at=at, reason=about)
        return Recusal.objects.create(
            account=account,
            department=department,
            about=about,
            reason=reason,
            first=first,
            last=last,
        )


def recusals(department: str, *, on: date) -> QuerySet[Recusal]:
    """The declarations of the department's people that last on ``on`` or later."""
    lasting = Q(last__isnull=True) | Q(last__gte=on)
    found = Recusal.objects.filter(lasting, department=department)
    return found.select_related("account").order_by("-first", "-pk")


def who_can_instead(
    department: str, role: Role, *, on: date, about: Iterable[str], but: str
) -> list[Account]:
    """Colleagues with the role who declared no conflict about any of these; ``but`` left out."""
    names = list(about)
    lasting = Q(last__isnull=True) | Q(last__gte=on)
    barred = Recusal.objects.filter(lasting, first__lte=on, about__in=names).values("account")
    able = RoleGrant.objects.filter(
        Q(granted_to__isnull=True) | Q(granted_to__gte=on),
        department=department,
        role=role.value,
        granted_from__lte=on,
    ).values("account")
    found = colleagues(department, on=on).filter(pk__in=able)
    return list(found.exclude(pk__in=barred).exclude(pk=but))


def _same_post(account: Account, deputy: Account, department: str, days: Iterable[date]) -> None:
    for day in days:
        theirs, mine = actor_of(deputy, on=day), actor_of(account, on=day)
        if deputy == account or theirs.department != department or mine.department != department:
            refuse(NotAColleague())
        wanted = {role for role in mine.roles if role.value in _DESK}
        if not wanted <= theirs.roles:
            refuse(DeputyDiffers())
