"""Who somebody is to the register on a day."""

from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from goodstanding.departments.clients import digest_of
from goodstanding.departments.models import Account, ApiClient, Representation, RoleGrant
from goodstanding.rules.actors import Actor, Mandate, Power, Role

Grant = TypeVar("Grant", RoleGrant, Representation)


def actor_of(account: Account, *, on: date) -> Actor:
    """The account as an actor on ``on``: roles, department and representations in force that day.

    A closed account, or one with nothing granted, is known but may do no more than a visitor.
    """
    if not account.open_on(on):
        return Actor(id=account.id)
    grants = list(_in_force(RoleGrant.objects.filter(account=account), on))
    represented = list(_in_force(Representation.objects.filter(account=account), on))
    roles = {Role(grant.role) for grant in grants}
    if represented:
        roles.add(Role.REPRESENTATIVE)
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
    )


def actor_of_token(token: str, *, on: date) -> Actor | None:
    """The client of the API that holds ``token``, or None if there is none open on ``on``."""
    client = ApiClient.objects.filter(key_digest=digest_of(token)).first()
    if client is None or not client.open_on(on):
        return None
    return Actor(
        id=client.id,
        department=client.department,
        roles=frozenset({Role.CLIENT}),
        represents=frozenset({client.organisation} - {""}),
        scopes=frozenset(client.scopes),
        client=client.id,
    )


def actor_of_login(login: str, *, on: date) -> Actor | None:
    """The actor behind a login name, or None: for commands and stories, which name people so."""
    account = Account.objects.filter(login=login).first()
    return actor_of(account, on=on) if account else None


def names_of(ids: set[str]) -> dict[str, str]:
    """The display name, or else the login, of each account among ``ids``: for officers' pages."""
    accounts = Account.objects.filter(id__in=ids)
    return {account.id: account.display_name or account.login for account in accounts}


def _in_force(grants: QuerySet[Grant], on: date) -> QuerySet[Grant]:
    open_ended = Q(granted_to__isnull=True) | Q(granted_to__gte=on)
    return grants.filter(open_ended, granted_from__lte=on).order_by("pk")
