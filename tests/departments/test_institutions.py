"""Institutions outside the administration: their days, their people, and nobody in two places."""

from datetime import date, timedelta

import pytest

from goodstanding.departments.clients import register_client
from goodstanding.departments.enrol import grant_role, open_account, represent
from goodstanding.departments.institutions import (
    close_institution,
    dismiss,
    employ,
    register_institution,
)
from goodstanding.departments.models import ClientKind
from goodstanding.departments.queries import actor_of, actor_of_token
from goodstanding.rules.actors import Role, Scope
from goodstanding.rules.errors import Refused
from tests.departments.people import CODE, FIRST, PASSWORD

BANK = "91449800MA0000801X"
DAY = timedelta(days=1)
SCOPES = (Scope.CONSENTS, Scope.RECALLS)


@pytest.fixture
def clerk(database, quick_passwords):
    register_institution(code=BANK, name="岚港市汀洲银行", kind="lender", first=FIRST)
    account = open_account(login="bank", password=PASSWORD)
    employ(account, BANK, first=FIRST)
    return account


def refused(step, *args, **named):
    with pytest.raises(Refused) as found:
        step(*args, **named)
    return list(found.value.codes)


def test_somebody_asks_for_an_institution_until_either_is_ended(clerk):
    actor = actor_of(clerk, on=FIRST)
    assert (actor.roles, actor.institution) == (frozenset({Role.INSTITUTION}), BANK)
    assert (actor.recipient, actor.department) == (f"i-{BANK}", "")
    assert actor_of(clerk, on=FIRST - DAY).institution == ""
    close_institution(BANK, on=FIRST + 9 * DAY)
    assert actor_of(clerk, on=FIRST + 8 * DAY).institution == BANK
    assert actor_of(clerk, on=FIRST + 9 * DAY).roles == frozenset({Role.VISITOR})


def test_who_is_dismissed_asks_for_nobody(clerk):
    dismiss(clerk, on=FIRST + DAY)
    assert actor_of(clerk, on=FIRST + DAY).institution == ""
    employ(clerk, BANK, first=FIRST + DAY)
    assert actor_of(clerk, on=FIRST + DAY).institution == BANK


def test_a_program_is_known_while_its_institution_is(clerk):
    named = {"name": "bank", "kind": ClientKind.INSTITUTION, "institution": BANK, "first": FIRST}
    _, token = register_client(**named, scopes=SCOPES)
    actor = actor_of_token(token, on=FIRST)
    assert (actor.institution, actor.recipient) == (BANK, f"i-{BANK}")
    close_institution(BANK, on=FIRST + DAY)
    assert actor_of_token(token, on=FIRST + DAY) is None


@pytest.mark.parametrize("scope", [Scope.CHECKS, Scope.DOSSIER, Scope.RECORDS, Scope.TASKS])
def test_its_program_has_no_other_scope(clerk, scope):
    named = {"name": "bank", "kind": ClientKind.INSTITUTION, "institution": BANK, "first": FIRST}
    assert refused(register_client, **named, scopes=(scope,)) == ["GrantImpossible"]


def test_nobody_is_in_two_places(clerk):
    assert refused(grant_role, clerk, Role.OFFICER, department="tax", first=FIRST) == [
        "ServesAnInstitution"
    ]
    assert refused(represent, clerk, CODE, first=FIRST) == ["ServesAnInstitution"]
    assert refused(employ, clerk, BANK, first=FIRST) == ["GrantOverlaps"]
    officer = open_account(login="officer", password=PASSWORD)
    grant_role(officer, Role.OFFICER, department="tax", first=FIRST, last=date(2018, 6, 30))
    assert refused(employ, officer, BANK, first=FIRST) == ["ServesAnInstitution"]
    employ(officer, BANK, first=date(2018, 7, 1))


def test_an_institution_is_registered_once_and_known(clerk):
    again = {"code": BANK, "name": "另一家", "kind": "lender", "first": FIRST}
    assert refused(register_institution, **again) == ["InstitutionTaken"]
    assert refused(employ, clerk, "0" * 18, first=FIRST) == ["InstitutionUnknown"]
