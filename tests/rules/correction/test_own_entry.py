"""Who corrects: another person than entered it, or that officer alone on the day of entry."""

from datetime import date, timedelta

import pytest

from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.correction.own_entry import own_entry_refusals, right_of
from goodstanding.rules.policy import permitted, second_person
from goodstanding.rules.rights import Action
from goodstanding.rules.working_set import WorkingSet
from tests.rules.correction.world import ENTERED, HOME, entered, fold
from tests.rules.road import CODE, Road

OFFICER, REVIEWER, CLIENT = Role.OFFICER, Role.REVIEWER, Role.CLIENT
NEXT = ENTERED + timedelta(days=1)

#: Who (number, roles), on which day, and what stands against it. Number 1 entered the record.
MATRIX = [
    (1, {OFFICER}, ENTERED, []),
    (1, {OFFICER}, NEXT, ["OwnEntryDayOver"]),
    (1, {OFFICER, REVIEWER}, ENTERED, []),
    (1, {OFFICER, REVIEWER}, NEXT, ["OwnEntryDayOver"]),
    (1, {REVIEWER}, ENTERED, ["SamePersonTwice"]),
    (1, {REVIEWER}, NEXT, ["SamePersonTwice"]),
    (1, {CLIENT}, ENTERED, ["RoleMissing", "SamePersonTwice"]),
    (2, {OFFICER}, ENTERED, ["RoleMissing"]),
    (2, {OFFICER}, NEXT, ["RoleMissing"]),
    (2, {REVIEWER}, ENTERED, []),
    (2, {REVIEWER}, NEXT, []),
    (2, {OFFICER, REVIEWER}, NEXT, []),
]


@pytest.mark.parametrize(("number", "roles", "on", "against"), MATRIX)
def test_four_eyes_and_the_one_exception(number, roles, on, against):
    record = fold(entered())
    actor = Actor(id=f"o-{number}", department=HOME, roles=frozenset(roles))
    assert _against(actor, record, WorkingSet({record.id: record}), on) == sorted(against)


def _against(actor, record, work, on):
    action = right_of(actor, record)
    found = [
        *permitted(actor, action, department=record.department, organisation=record.organisation),
        *second_person(actor, action, first=record.entered_by),
        *own_entry_refusals(actor, record, work=work, on=on),
    ]
    return sorted(each.code for each in found)


def test_another_department_never():
    record = fold(entered())
    for roles in ({OFFICER}, {REVIEWER}):
        actor = Actor(id="o-1", department="tax", roles=frozenset(roles))
        found = permitted(actor, right_of(actor, record), department=record.department)
        assert "OtherDepartment" in [each.code for each in found]


def test_a_conflict_of_interest_keeps_from_an_own_entry_too():
    record = fold(entered())
    actor = Actor(
        id="o-1", department=HOME, roles=frozenset({OFFICER}), recused=frozenset({record.id})
    )
    found = permitted(actor, Action.CORRECT_OWN_ENTRY, department=HOME, matter=record.id)
    assert [each.code for each in found] == ["Recused"]


@pytest.mark.parametrize("rests", ["proposed", "notified", "listed", "objected"])
def test_as_soon_as_something_rests_on_it_another_person_is_needed(rests):
    road = Road()
    record = road.penalty()
    day = road.on
    assert _own(road, record, day) == []
    getattr(road, rests)(record)
    assert _own(road, record, day) == ["OwnEntryRestedOn"]
    assert _own(road, record, day + timedelta(days=1)) == ["OwnEntryDayOver", "OwnEntryRestedOn"]


def test_what_was_dropped_rests_on_nothing():
    road = Road()
    record = road.penalty()
    day = road.on
    case = road.notified(record)
    values = {
        "document": "岚决〔2〕号",
        "reasons": "撤回。",
        "answer": "",
        "months": None,
        "measures": None,
    }
    road.take("decide_designation", by=2, case=case, outcome="drop", **values)
    assert _own(road, record, day) == []


def _own(road: Road, record: str, on: date) -> list[str]:
    state = road.state(record)
    actor = Actor(id=state.entered_by, department=state.department, roles=frozenset({OFFICER}))
    work = road.register.work(CODE, record)
    return sorted(each.code for each in own_entry_refusals(actor, state, work=work, on=on))
