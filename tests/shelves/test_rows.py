"""Which rows does a state give? Pure pictures, without a database."""

from datetime import date

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.clocks.lifting import lasts_through
from goodstanding.register.shelving import shelves
from goodstanding.rules.acts.values import Publishing
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.states import Ending, Measure, Resting, Span
from tests.shelves import history

ALL = shelves()


def rows(table, acts, aggregate):
    state = history.states_of(acts)[aggregate]
    shelves = (shelf for shelf in ALL if shelf.table == table)
    return [row for shelf in shelves for row in shelf.picture(state).values()]


def one(table, acts, aggregate):
    (row,) = rows(table, acts, aggregate)
    return row


@pytest.mark.parametrize("shelf", ALL, ids=lambda shelf: shelf.table)
def test_a_shelf_fills_every_column_of_its_table(shelf):
    model = next(m for m in apps.get_models() if m._meta.db_table == shelf.table)
    columns = [field.column for field in model._meta.local_fields if field.column]
    assert sorted(shelf.columns) == sorted(columns)


def test_a_table_has_one_shelf_for_each_type_of_state():
    shelves = [(shelf.table, shelf.state) for shelf in ALL]
    assert len(shelves) == len(set(shelves))
    assert len({shelf.columns for shelf in ALL}) == len({shelf.table for shelf in ALL})


def test_a_case_tells_how_far_it_is():
    proposed = one("designations_case", history.UNTIL_NOTICE[:3], history.CASE)
    assert (proposed.stage, proposed.first_day, proposed.decider) == ("proposed", None, "")
    noticed = one("designations_case", history.UNTIL_NOTICE, history.CASE)
    assert (noticed.stage, noticed.statement_due) == ("notified", date(2018, 3, 12))
    listed = one("designations_case", history.UNTIL_LISTED, history.CASE)
    assert (listed.first_day, listed.last_day) == (history.FIRST_DAY, history.LAST_DAY)
    assert (listed.proposer, listed.decider) == ("o-officer", "o-reviewer")
    ended = one("designations_case", history.UNTIL_WITHDRAWN, history.CASE)
    assert (ended.ended_on, ended.ended_from_start) == (history.END_DAY, True)


def test_a_record_tells_why_it_is_not_public():
    told = one("publication_entry", history.UNTIL_NOTICE, history.RECORD)
    assert (told.publication_state, told.publication_rule) == ("", "")
    waits = Publishing(
        rule="publication_classes/site", version="cn-2026 2026.1", state="not-notified"
    )
    acts = [history.entered(), history.penalty(publishing=waits, public_from=None)]
    found = one("publication_entry", acts, history.RECORD)
    assert (found.publication_state, found.publication_rule) == (waits.state, waits.rule)


def test_a_stay_is_open_until_it_ends():
    assert (
        one("designations_case", history.UNTIL_STAYED, history.CASE).stayed_since
        == history.STAY_DAY
    )
    assert one("designations_case", history.UNTIL_DISMISSED, history.CASE).stayed_since is None
    stay = one("designations_stay", history.UNTIL_DISMISSED, history.CASE)
    assert (stay.first_day, stay.last_day) == (history.STAY_DAY, history.END_DAY)


def test_a_listed_measure_asks_for_an_answer_and_brings_no_lift_until_it_is_applied():
    tasks = rows("measures_task", history.UNTIL_LISTED, history.APPLIED)
    assert [(task.id, task.kind, task.done_on) for task in tasks] == [
        (f"{history.APPLIED}.respond", "respond", None)
    ]
    measure = one("measures_appliedmeasure", history.UNTIL_LISTED, history.APPLIED)
    assert (measure.last_day, measure.lift_start) == (history.LAST_DAY, None)


def test_an_applied_measure_carries_the_lift_that_its_last_day_will_bring():
    measure = one("measures_appliedmeasure", history.UNTIL_APPLIED, history.APPLIED)
    assert (measure.lift_start, measure.lift_due_on) == (history.LAST_DAY, None)
    assert measure.lift_not_before == date(2021, 3, 15)
    lift = rows("measures_task", history.UNTIL_APPLIED, history.APPLIED)[-1]
    assert (lift.id, lift.opens_on) == (f"{history.APPLIED}.lift", date(2021, 3, 13))


def test_a_lift_that_an_act_asked_for_replaces_the_one_that_time_would_bring():
    measure = one("measures_appliedmeasure", history.UNTIL_WITHDRAWN, history.APPLIED)
    assert (measure.released, measure.lift_start) == (True, None)
    assert measure.last_day == date(2018, 3, 12), "the day before the first: it never rightly was"
    lifts = [
        task
        for task in rows("measures_task", history.UNTIL_WITHDRAWN, history.APPLIED)
        if task.kind == "lift"
    ]
    assert [(lift.due_on, lift.done_on) for lift in lifts] == [(date(2018, 4, 13), None)]


def test_a_version_falls_when_another_replaces_it_and_all_fall_with_the_record():
    corrected = [*history.UNTIL_NOTICE, history.CORRECTED]
    fallen = one("disclosure_fallenversion", corrected, history.RECORD)
    assert (fallen.version, fallen.kind, fallen.position) == (1, "corrected", 5)
    gone = rows("disclosure_fallenversion", [*corrected, history.WITHDRAWN[2]], history.RECORD)
    assert [(each.version, each.kind, each.position) for each in gone] == [
        (1, "was-wrong", 6),
        (2, "was-wrong", 6),
    ]
    assert rows("disclosure_fallenversion", history.UNTIL_NOTICE, history.RECORD) == []


CLOCKS = [
    (history.UNTIL_NOTICE, history.CASE, {"statement": None}),
    (history.UNTIL_LISTED, history.CASE, {"statement": date(2018, 3, 8)}),
    (history.UNTIL_LISTED, history.RECORD, {"publication": date(2018, 3, 1)}),
    (history.UNTIL_LISTED, history.WAITING, {"response": None}),
    (
        history.UNTIL_STAYED,
        history.APPLIED,
        {
            "response": date(2018, 3, 15),
            "feedback": date(2018, 3, 28),
            "suspend": None,
            "lift": None,
        },
    ),
    (history.UNTIL_STAYED, history.OBJECTION, {"verification": None}),
    (history.UNTIL_WITHDRAWN, history.OBJECTION, {"verification": history.END_DAY}),
]


@pytest.mark.parametrize(("acts", "aggregate", "met"), CLOCKS)
def test_every_duty_has_its_clock(acts, aggregate, met):
    found = rows("clocks_clock", acts, aggregate)
    assert {clock.kind: clock.met_on for clock in found} == met


def test_names_are_folded_for_searching_and_only_the_last_is_current():
    acts = [
        history.entered(name="岚港市ＡＢＣ （示例）公司"),
        history.named("新名", date(2018, 5, 1)),
    ]
    found = rows("organisations_name", acts, history.CODE)
    assert [(each.folded, each.current) for each in found] == [
        ("岚港市abc示例公司", False),
        ("新名", True),
    ]


DAYS = st.dates(date(2018, 1, 1), date(2018, 1, 12))


@st.composite
def restings(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    ending = draw(
        st.none()
        | st.builds(
            Ending, cause=st.just(""), from_start=st.booleans(), from_day=DAYS, position=st.just(1)
        )
    )
    return Resting(
        designation="d",
        ground="g",
        basis=history.BASIS,
        span=Span(first_day=first, last_day=last, ending=ending),
        lift=history.due(last, 3, last, "lift"),
    )


@given(rests_on=st.lists(restings(), min_size=1, max_size=3), on=DAYS)
def test_the_lift_that_time_brings_is_the_same_by_dates_and_by_rule(rests_on, on):
    measure = Measure(
        id="m",
        organisation=history.CODE,
        measure="bid-limit",
        department="finance",
        procedures=(),
        kind="",
        sense="",
        stay_exempt=None,
        rests_on=tuple(rests_on),
        response=history.due(on, 5, on, "response"),
        answer="apply",
    )
    assert (lift_duty(measure, on=on) is not None) == (on > lasts_through(measure))
