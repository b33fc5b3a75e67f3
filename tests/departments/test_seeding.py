"""The people that stories and the demonstration know by name."""

from datetime import UTC, datetime

from goodstanding.departments.models import Account, RoleGrant
from goodstanding.departments.queries import actor_of_login
from goodstanding.departments.seeding import seed_officers
from goodstanding.departments.signin import authenticate
from goodstanding.rules.actors import Role
from tests.departments.people import CODE, FIRST


def test_each_department_has_an_officer_and_a_reviewer(database, quick_passwords):
    ids = seed_officers(["tax", "credit-office"], password="tried", representatives={"acme": CODE})
    found = {login: actor_of_login(login, on=FIRST) for login in ids}
    assert {login: (actor.department, actor.roles) for login, actor in found.items()} == {
        "tax/officer": ("tax", {Role.OFFICER}),
        "tax/reviewer": ("tax", {Role.REVIEWER}),
        "credit-office/officer": ("credit-office", {Role.OFFICER, Role.CREDIT_OFFICE}),
        "credit-office/reviewer": ("credit-office", {Role.REVIEWER, Role.CREDIT_OFFICE}),
        "auditor": ("", {Role.AUDITOR}),
        "acme": ("", {Role.REPRESENTATIVE}),
    }
    assert found["acme"].represents == {CODE}
    assert {login: actor.id for login, actor in found.items()} == ids
    assert authenticate("tax/officer", "tried", at=datetime(2018, 3, 1, tzinfo=UTC))


def test_a_second_call_adds_only_who_is_new(database, quick_passwords):
    first = seed_officers(["tax"], password="tried")
    second = seed_officers(["tax", "water"], password="other")
    assert first.items() <= second.items()
    assert (Account.objects.count(), RoleGrant.objects.count()) == (5, 5)
