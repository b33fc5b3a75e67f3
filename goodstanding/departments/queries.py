"""Who somebody is to the register on a day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from goodstanding.departments.clients import digest_of
from goodstanding.departments.models import (
    Account,
    AccountEvent,
    ApiClient,
    Institution,
    Membership,
    Recusal,
    Representation,
    RoleGrant,
    SignIn,
)
from goodstanding.rules.actors import Actor, Mandate, Power, Role
from goodstanding.wallclock import LEGAL_ZONE

Grant = TypeVar("Grant", RoleGrant, Representation)
Lasting = TypeVar("Lasting", Institution, Membership)


def actor_of(account: Account, *, on: date) -> Actor:
    """The account as an actor on ``on``: roles, department and representations in force that day.

    A closed account, or one with nothing granted, is known but may do no more than a visitor.
    """
    if not account.open_on(on):
        return Actor(id=account.id)
    grants = list(_in_force(RoleGrant.objects.filter(account=account), on))
    powers = Representation.objects.filter(account=account).exclude(ended_on__lte=on)
    represented = list(_in_force(powers, on))
    roles = {Role(grant.role) for grant in grants}
    institution = "" if grants or represented else _works_for(account, on)
    recused = _recused(account, on) if grants else frozenset()
    if represented:
        roles.add(Role.REPRESENTATIVE)
    if institution:
        roles.add(Role.INSTITUTION)
    return Actor(
        id=account.id,
        department=next((grant.department for grant in grants), ""),
        roles=frozenset(roles or {Role.VISITOR}),
        represents=frozenset(r.organisation for r in represented if not r.power),
        mandates=frozenset(
            Mandate(organisation=r.organisation, power=Power(r.power))
            for r in represented
            if r.power
        ),
        recused=recused,
        institution=institution,
    )


def actor_of_token(token: str, *, on: date) -> Actor | None:
    """The client of the API that holds ``token``, or None if there is none open on ``on``."""
    client = ApiClient.objects.filter(key_digest=digest_of(token)).first()
    if client is None or not client.open_on(on):
        return None
    if client.institution and not institutions(on=on).filter(code=client.institution).exists():
        return None
    return Actor(
        id=client.id,
        department=client.department,
        roles=frozenset({Role.CLIENT}),
        represents=frozenset({client.organisation} - {""}),
        scopes=frozenset(client.scopes),
        client=client.id,
        institution=client.institution,
    )


def actor_of_login(login: str, *, on: date) -> Actor | None:
    """The actor behind a login name, or None: for commands and stories, which name people so."""
    account = Account.objects.filter(login=login).first()
    return actor_of(account, on=on) if account else None


def names_of(ids: set[str]) -> dict[str, str]:
    """The display name, or else the login, of each account among ``ids``: for officers' pages."""
    accounts = Account.objects.filter(id__in=ids)
    return {account.id: account.display_name or account.login for account in accounts}


def grants_of(account: Account) -> QuerySet[RoleGrant]:
    """Every role the account has, had or will have, the latest first."""
    return RoleGrant.objects.filter(account=account).order_by("-granted_from", "role")


def grants_on(ids: Iterable[str], *, on: date) -> QuerySet[RoleGrant]:
    """The roles that these accounts have on a day."""
    return _in_force(RoleGrant.objects.filter(account__in=list(ids)), on)


def officers_of(departments: Iterable[str], *, first: date, last: date) -> list[tuple[str, str]]:
    """Account and department of every officer or reviewer of these, through both days."""
    through = Q(granted_to__isnull=True) | Q(granted_to__gte=last)
    still_open = Q(account__closed_on__isnull=True) | Q(account__closed_on__gt=last)
    found = RoleGrant.objects.filter(
        through & still_open,
        department__in=list(departments),
        role__in=(Role.OFFICER.value, Role.REVIEWER.value),
        granted_from__lte=first,
    )
    return sorted(set(found.values_list("account_id", "department")))


def conflicts_declared(
    accounts: Iterable[str], *, first: date, last: date
) -> list[tuple[str, str]]:
    """Account and what it declared a conflict about, on any of some days."""
    lasting = Q(last__isnull=True) | Q(last__gte=first)
    found = Recusal.objects.filter(lasting, account__in=list(accounts), first__lte=last)
    return sorted(set(found.values_list("account_id", "about")))


def representations_of(account: Account) -> QuerySet[Representation]:
    """Every organisation the account acts, acted or will act for, the latest first."""
    return Representation.objects.filter(account=account).order_by("-granted_from", "organisation")


def events(account: Account) -> QuerySet[AccountEvent]:
    """What was done about the account, the latest first."""
    return AccountEvent.objects.filter(account=account).order_by("-at", "-pk")


def sign_ins(
    *,
    account: Account | None = None,
    login: str = "",
    outcome: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[SignIn]:
    """The log of sign-ins, the latest first; ``login`` is a part of a name, both days included."""
    found = SignIn.objects.order_by("-at", "-pk")
    if account is not None:
        found = found.filter(account=account)
    if login:
        found = found.filter(account__login__icontains=login)
    if outcome:
        found = found.filter(outcome=outcome)
    if since:
        found = found.filter(at__gte=datetime.combine(since, time(), LEGAL_ZONE))
    if until:
        found = found.filter(at__lt=datetime.combine(until + timedelta(days=1), time(), LEGAL_ZONE))
    return found


def accounts(*, named: str = "") -> QuerySet[Account]:
    """Accounts by a part of their login or display name."""
    return Account.objects.filter(
        Q(login__icontains=named) | Q(display_name__icontains=named)
    ).order_by("login")


def institutions(*, on: date) -> QuerySet[Institution]:
    """The institutions outside the administration that are registered on a day, by name."""
    return _lasting_on(Institution.objects.all(), on).order_by("name", "code")


def institution_names(codes: Iterable[str]) -> dict[str, str]:
    """The names of institutions, also of those registered no more, by code."""
    found = Institution.objects.filter(code__in=set(codes))
    return dict(found.values_list("code", "name"))


def _works_for(account: Account, on: date) -> str:
    """The institution an account works for on a day; empty if it is registered no more."""
    found = _lasting_on(Membership.objects.filter(account=account), on).first()
    if found is None:
        return ""
    return found.institution_id if institutions(on=on).filter(pk=found.institution_id) else ""


def _lasting_on(rows: QuerySet[Lasting], on: date) -> QuerySet[Lasting]:
    not_over = Q(granted_to__isnull=True) | Q(granted_to__gte=on)
    not_ended = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return rows.filter(not_over, not_ended, granted_from__lte=on).order_by("pk")


def _recused(account: Account, on: date) -> frozenset[str]:
    lasting = Q(last__isnull=True) | Q(last__gte=on)
    found = Recusal.objects.filter(lasting, account=account, first__lte=on)
    return frozenset(found.values_list("about", flat=True))


def _in_force(grants: QuerySet[Grant], on: date) -> QuerySet[Grant]:
    open_ended = Q(granted_to__isnull=True) | Q(granted_to__gte=on)
    return grants.filter(open_ended, granted_from__lte=on).order_by("pk")
