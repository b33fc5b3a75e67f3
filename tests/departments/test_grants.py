"""What an account is on a day, and what the database refuses to let it be."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from goodstanding.departments import enrol
from goodstanding.departments.models import RoleGrant
from goodstanding.departments.queries import actor_of, actor_of_login, names_of
from goodstanding.rules.actors import Actor, Mandate, Power, Role
from goodstanding.rules.errors import Refused
from tests.departments.people import CODE, FIRST, PASSWORD

LAST = date(2018, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def account(database, quick_passwords):
    return enrol.open_account(login="tax/lin", password=PASSWORD)


def refused(*codes):
    return pytest.raises(Refused, match="^" + "; ".join(f"{code}: .*" for code in codes))


def test_a_new_account_is_known_and_may_do_no_more_than_a_visitor(account):
    assert actor_of(account, on=FIRST) == Actor(id=account.id)
    assert account.id.startswith("o-")
    assert "lin" not in account.id


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        (FIRST - DAY, {Role.VISITOR}),
        (FIRST, {Role.OFFICER}),
        (LAST, {Role.OFFICER}),
        (LAST + DAY, {Role.VISITOR}),
    ],
)
def test_a_role_is_in_force_from_its_first_through_its_last_day(account, day, roles):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST, last=LAST)
    assert actor_of(account, on=day).roles == roles


def test_an_officer_of_two_roles_serves_their_department_in_both(account):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST)
    enrol.grant_role(account, Role.REVIEWER, department="tax", first=FIRST)
    found = actor_of_login("tax/lin", on=FIRST)
    assert (found.department, found.roles) == ("tax", {Role.OFFICER, Role.REVIEWER})
    assert found.recipient == "tax"


def test_who_moves_serves_one_department_after_the_other(account):
    grant = enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST)
    enrol.end_grant(grant, last=LAST)
    enrol.grant_role(account, Role.OFFICER, department="water", first=LAST + DAY)
    assert actor_of(account, on=LAST).department == "tax"
    assert actor_of(account, on=LAST + DAY).department == "water"


def test_representatives_with_and_without_limit(account):
    other = CODE[:-1] + "1"
    enrol.represent(account, CODE, first=FIRST)
    enrol.represent(account, other, power=Power.REMEDIES, first=FIRST, last=LAST)
    found = actor_of(account, on=LAST)
    assert found.represents == {CODE}
    assert found.mandates == {Mandate(organisation=other, power=Power.REMEDIES)}
    assert actor_of(account, on=LAST + DAY).organisations == {CODE}
    assert found.roles == {Role.REPRESENTATIVE}


def test_a_closed_account_is_nobody_from_that_day(account):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST)
    enrol.close_account(account, on=LAST)
    assert actor_of(account, on=LAST - DAY).roles == {Role.OFFICER}
    assert actor_of(account, on=LAST) == Actor(id=account.id)


def test_a_login_is_taken_once(account):
    with refused("LoginTaken"):
        enrol.open_account(login="tax/lin", password="another")


def test_the_same_role_is_granted_once_for_any_day(account):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST, last=LAST)
    with refused("GrantOverlaps"):
        enrol.grant_role(account, Role.OFFICER, department="tax", first=LAST)
    enrol.grant_role(account, Role.OFFICER, department="tax", first=LAST + DAY)


def test_an_ended_grant_cannot_be_stretched_over_the_next(account):
    grant = enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST, last=LAST)
    enrol.grant_role(account, Role.OFFICER, department="tax", first=LAST + DAY)
    with refused("GrantOverlaps"):
        enrol.end_grant(grant, last=LAST + DAY)


def test_one_department_on_any_day(account):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST, last=LAST)
    with refused("ServesAnotherDepartment"):
        enrol.grant_role(account, Role.REVIEWER, department="water", first=LAST)


def test_an_auditor_audits_others(account):
    enrol.grant_role(account, Role.AUDITOR, first=FIRST)
    with refused("ServesAnotherDepartment"):
        enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST)


def test_nobody_sits_on_both_sides_of_a_case(account):
    enrol.grant_role(account, Role.OFFICER, department="tax", first=FIRST, last=LAST)
    with refused("ServesAndRepresents"):
        enrol.represent(account, CODE, first=LAST)
    enrol.represent(account, CODE, first=LAST + DAY)
    with refused("ServesAndRepresents"):
        enrol.grant_role(account, Role.REVIEWER, department="tax", first=LAST + DAY)


@pytest.mark.parametrize(
    ("role", "department", "first", "last", "rule"),
    [
        (Role.OFFICER, "tax", LAST, FIRST, "a role does not end before it begins"),
        (Role.VISITOR, "tax", FIRST, None, "a granted role is one of the staff"),
        (Role.OFFICER, "", FIRST, None, "an auditor and nobody else serves no department"),
        (Role.AUDITOR, "tax", FIRST, None, "an auditor and nobody else serves no department"),
        (Role.CREDIT_OFFICE, "tax", FIRST, None, "the credit office role is of the credit office"),
    ],
)
def test_a_grant_that_makes_no_sense_is_refused_in_a_sentence(
    account, role, department, first, last, rule
):
    with pytest.raises(Refused) as found:
        enrol.grant_role(account, role, department=department, first=first, last=last)
    assert found.value.codes == ("GrantImpossible",)
    assert rule in found.value.refusals[0].sentence


@pytest.mark.parametrize(
    "code", ["", "9144980000000000", CODE.lower() + "x", "岚港市示例电子有限公司"]
)
def test_a_name_is_not_represented(account, code):
    with pytest.raises(Refused):
        enrol.represent(account, code, first=FIRST)


def test_of_two_contradicting_grants_made_at_once_one_stands(account):
    start, told = Barrier(2), []

    def grant(department, role):
        start.wait()
        try:
            enrol.grant_role(account, role, department=department, first=FIRST)
        except Refused as refusal:
            told.extend(refusal.codes)
        finally:
            connections.close_all()

    threads = [
        Thread(target=grant, args=("tax", Role.OFFICER)),
        Thread(target=grant, args=("water", Role.REVIEWER)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["ServesAnotherDepartment"]
    assert RoleGrant.objects.count() == 1


def test_officers_are_named_on_officers_pages(account):
    named = enrol.open_account(login="tax/he", password="x", display_name="何")
    assert names_of({account.id, named.id, "o-unknown"}) == {account.id: "tax/lin", named.id: "何"}


@pytest.mark.parametrize("table", ["account", "rolegrant", "representation", "apiclient", "signin"])
def test_the_application_ends_rows_and_deletes_none(database, table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(%s, 'DELETE'), has_table_privilege(%s, 'UPDATE')",
            [f"departments_{table}"] * 2,
        )
        assert cursor.fetchone() == (False, table != "signin")
