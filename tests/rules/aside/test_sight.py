"""The one rule of sight, as a table: two things, everybody there is, the days that matter."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.actors import Actor, Mandate, Power, Role, Scope
from goodstanding.rules.aside.sight import in_sight, may_see
from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "sight.yaml").read_text())
HOME, ELSEWHERE, ORGANISATION, ANOTHER = "market-regulation", "finance", "org", "another"
SHARED = {
    "id": "x",
    "organisation": ORGANISATION,
    "department": HOME,
    "natural_key": "k",
    "digest": "d",
    "last_day": date(2027, 2, 26),
    "position": 1,
}
THINGS = {
    "outcome": KeptOutcome(
        record_kind="inspection-result",
        authority="局",
        happened_on=date(2026, 2, 27),
        kept_on=date(2026, 3, 2),
        **SHARED,
    ),
    "offer": OfferedEntry(
        list="l",
        supplier="协会",
        supplier_code="51",
        dated_on=date(2026, 2, 27),
        received_on=date(2026, 3, 2),
        **SHARED,
    ),
}


def _staff(role, department):
    return Actor(id="o-1", department=department, roles=frozenset({role}))


def _agent(organisation):
    mandate = Mandate(organisation=organisation, power=Power.READING)
    roles = frozenset({Role.REPRESENTATIVE})
    return Actor(id="o-2", roles=roles, mandates=frozenset({mandate}))


def _represents(organisation):
    roles = frozenset({Role.REPRESENTATIVE})
    return Actor(id="o-3", roles=roles, represents=frozenset({organisation}))


def _client(**of):
    roles, scopes = frozenset({Role.CLIENT}), frozenset(Scope)
    return Actor(id="c-1", client="c-1", roles=roles, scopes=scopes, **of)


READERS = {
    "own officer": _staff(Role.OFFICER, HOME),
    "own reviewer": _staff(Role.REVIEWER, HOME),
    "other officer": _staff(Role.OFFICER, ELSEWHERE),
    "other reviewer": _staff(Role.REVIEWER, ELSEWHERE),
    "credit office": _staff(Role.CREDIT_OFFICE, "credit-office"),
    "auditor": _staff(Role.AUDITOR, ""),
    "own representative": _represents(ORGANISATION),
    "other representative": _represents(ANOTHER),
    "own agent": _agent(ORGANISATION),
    "other agent": _agent(ANOTHER),
    "department's client": _client(department=HOME),
    "public body's client": _client(),
    "organisation's client": _client(represents=frozenset({ORGANISATION})),
    "visitor": Actor.visitor(),
}


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("reader", READERS)
def test_who_sees_it(thing, reader):
    seen = may_see(THINGS[thing], READERS[reader], on=date(2026, 6, 1))
    assert seen == (reader in CASES[thing]["sees"])


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("case", CASES["days"])
def test_until_when(thing, case):
    found = replace(THINGS[thing], ended_on=case["ended"])
    for reader in CASES[thing]["sees"]:
        assert may_see(found, READERS[reader], on=case["day"]) == case["seen"], reader


def test_what_is_not_seen_is_left_out():
    both = list(THINGS.values())
    found = in_sight(both, READERS["other officer"], on=date(2026, 6, 1))
    assert found == [THINGS["offer"]]
