"""The accounts that stories, tests and the demonstration know by name."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from goodstanding.departments.models import Account, Representation, RoleGrant
from goodstanding.departments.models.grant import CREDIT_OFFICE
from goodstanding.rules.actors import Role

AUDITOR = "auditor"
#: Before anything a story tells: its people are there from the first step.
SINCE = date(2000, 1, 1)


def seed_officers(
    departments: Iterable[str],
    *,
    password: str,
    representatives: Mapping[str, str] | None = None,
    first: date = SINCE,
) -> dict[str, str]:
    """An officer and a reviewer of each department, an auditor, and representatives.

    Logins are ``DEPARTMENT/officer``, ``DEPARTMENT/reviewer`` and ``auditor``; the two of the
    credit office also bear its role. ``representatives`` maps a login to the code of the
    organisation it acts for. All take ``password``; all is granted from ``first``. Accounts that
    are there already are left alone. Returns the account id of each login.
    """
    posts = list(_posts(departments))
    represented = dict(representatives or {})
    logins = dict.fromkeys([*(login for login, _, _ in posts), *represented])
    with transaction.atomic():
        new = _open(logins, password)
        RoleGrant.objects.bulk_create(
            RoleGrant(
                account_id=new[login], department=department, role=role.value, granted_from=first
            )
            for login, department, role in posts
            if login in new
        )
        Representation.objects.bulk_create(
            Representation(account_id=new[login], organisation=code, granted_from=first)
            for login, code in represented.items()
            if login in new
        )
    return dict(Account.objects.filter(login__in=logins).values_list("login", "id"))


def _posts(departments: Iterable[str]) -> Iterable[tuple[str, str, Role]]:
    for department in departments:
        for role in (Role.OFFICER, Role.REVIEWER):
            yield f"{department}/{role}", department, role
            if department == CREDIT_OFFICE:
                yield f"{department}/{role}", department, Role.CREDIT_OFFICE
    yield AUDITOR, "", Role.AUDITOR


def _open(logins: Iterable[str], password: str) -> dict[str, str]:
    # One hash for all: these are invented people with one password, and a hash takes a third of a
    # second on purpose.
    there = set(Account.objects.filter(login__in=logins).values_list("login", flat=True))
    encoded = make_password(password)
    opened = Account.objects.bulk_create(
        Account(login=login, password=encoded) for login in logins if login not in there
    )
    return {account.login: account.id for account in opened}
