"""Opening accounts and granting what they may be; every grant is for days, both ends in force."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import DataError, IntegrityError, transaction

from goodstanding.departments.errors import refusal_of
from goodstanding.departments.models import Account, Representation, RoleGrant
from goodstanding.rules.actors import Power, Role
from goodstanding.rules.errors import refuse


def open_account(*, login: str, password: str, display_name: str = "") -> Account:
    """A new account that may do nothing yet. Raises `Refused` with `LoginTaken`."""
    with told_as_refusals():
        return Account.objects.create(
            login=login, password=make_password(password), display_name=display_name
        )


def grant_role(
    account: Account, role: Role, *, department: str = "", first: date, last: date | None = None
) -> RoleGrant:
    """The account serves ``department`` (empty for an auditor) in ``role``, both days in force.

    Raises `Refused` with `GrantOverlaps`, `ServesAnotherDepartment`, `ServesAndRepresents` or
    `GrantImpossible`.
    """
    with told_as_refusals():
        return RoleGrant.objects.create(
            account=account,
            department=department,
            role=role.value,
            granted_from=first,
            granted_to=last,
        )


def represent(
    account: Account,
    organisation: str,
    *,
    power: Power | None = None,
    first: date,
    last: date | None = None,
) -> Representation:
    """The account acts for an organisation (its code); ``power`` limits an agent, both days in force.

    Raises `Refused` as `grant_role` does.
    """
    with told_as_refusals():
        return Representation.objects.create(
            account=account,
            organisation=organisation,
            power=power.value if power else "",
            granted_from=first,
            granted_to=last,
        )


def end_grant(grant: RoleGrant | Representation, *, last: date) -> None:
    """The grant's last day is ``last``; what was done under it stands."""
    grant.granted_to = last
    with told_as_refusals():
        grant.save(update_fields=["granted_to"])


def close_account(account: Account, *, on: date) -> None:
    """From ``on``, that day included, the account signs in no more and may do nothing."""
    account.closed_on = on
    account.save(update_fields=["closed_on"])


@contextmanager
def told_as_refusals() -> Iterator[None]:
    """What the database will not store, attempted inside, is told as a refusal."""
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, DataError) as error:
        refuse(refusal_of(error))
