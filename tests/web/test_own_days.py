"""The days of an organisation's calendar, counted by hand, under the real pack and calendars."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from goodstanding.files.calendar_file import Standing
from goodstanding.rules.standing import standing
from goodstanding.rules.working_set import WorkingSet
from goodstanding.web.own_days import days, events
from goodstanding.web.titles import Titles
from tests.invariants import law as laws
from tests.rules.road import CODE, DECIDED, FOOD, SERVED, Road


def told(road, on, law=None):
    """Kind, day and standing of each event on a day, and its id."""
    law = law or road.register.law
    work = WorkingSet(road.register.of(CODE))
    visit = SimpleNamespace(today=on, law=law, titles=Titles(law.rulebook))
    fold = standing(work, organisation=CODE, on=on, rulebook=law.rulebook)
    with override("en"):
        found = days(visit, work, fold)
        made = events(found, name="Invented", root="https://register.example")
    return [(day.kind, event) for day, event in zip(found, made, strict=True)]


def brief(found, kind):
    return [(event.day, event.standing) for each, event in found if each == kind]


@pytest.fixture
def road():
    return Road(department="market-regulation")


def test_a_notice_opens_two_windows_of_five_working_days(road):
    road.notified(ground=FOOD)
    # Served on Monday 5 March 2018: the fifth working day after it is Monday 12 March.
    found = told(road, SERVED)
    assert brief(found, "statement") == [(date(2018, 3, 12), Standing.CONFIRMED)]
    assert brief(found, "hearing") == [(date(2018, 3, 12), Standing.CONFIRMED)]


def test_what_was_said_is_called_off_while_its_day_lies_ahead_and_then_forgotten(road):
    case = road.notified(ground=FOOD)
    road.take("receive_statement", case=case, text="已整改。", received_on=SERVED)
    assert brief(told(road, SERVED), "statement") == [(date(2018, 3, 12), Standing.CANCELLED)]
    assert brief(told(road, date(2018, 3, 13)), "statement") == []
    assert brief(told(road, SERVED), "hearing") == [(date(2018, 3, 12), Standing.CONFIRMED)]


def test_a_day_beyond_the_loaded_calendar_is_tentative_and_says_so():
    law = laws.real(2018)
    road = Road(law, department="market-regulation")
    road.on = date(2018, 12, 27)
    road.notified(ground=FOOD)
    # Friday 28 and, by the official plan, Saturday 29 December; then every day of 2019 may count.
    (before,) = [event for kind, event in told(road, road.on) if kind == "statement"]
    assert (before.day, before.standing) == (date(2019, 1, 3), Standing.TENTATIVE)
    assert before.title.startswith("Provisional, not before this day")
    assert "not known" in before.text
    # With the calendar of 2019 New Year's Day is off: 2, 3 and 4 January.
    (after,) = [
        event for kind, event in told(road, road.on, laws.real(2019)) if kind == "statement"
    ]
    assert (after.day, after.standing) == (date(2019, 1, 4), Standing.CONFIRMED)
    assert after.id == before.id
    assert "Provisional" not in after.title


def test_each_restriction_ends_on_a_day_and_leaving_early_is_possible_before(road):
    road.listed(ground=FOOD)
    found = told(road, DECIDED)
    last = brief(found, "last-day")
    assert last
    # Three years from 13 March 2018, and one for leaving early; the law on procurement looks back
    # three years to the penalty, decided on 1 March.
    ends = {date(2021, 3, 12), date(2021, 2, 28)}
    assert set(last) == {(each, Standing.CONFIRMED) for each in ends}
    assert brief(found, "way-back") == [(date(2019, 3, 12), Standing.CONFIRMED)]
    assert len({event.id for _, event in found}) == len(found)


def test_an_end_by_decision_calls_off_the_last_days_under_the_same_ids(road):
    case = road.listed(ground=FOOD)
    before = {event.id for kind, event in told(road, DECIDED) if kind in ("last-day", "way-back")}
    road.take("revoke_designation", by=2, case=case, from_start=True)
    after = {
        e.id: e.standing for kind, e in told(road, DECIDED) if kind in ("last-day", "way-back")
    }
    assert before <= set(after)
    assert set(after.values()) == {Standing.CANCELLED}


def test_an_objection_is_verified_by_a_day_and_a_paused_measure_says_so(road):
    case = road.listed(ground=FOOD)
    objection = road.objected(case)
    # Taken up on Tuesday 13 March 2018: two working days.
    assert brief(told(road, DECIDED), "verification") == [(date(2018, 3, 15), Standing.CONFIRMED)]
    texts = [event.text for kind, event in told(road, DECIDED) if kind == "last-day"]
    assert any("Paused" in text for text in texts)
    road.settle(objection, "dismissed")
    assert brief(told(road, DECIDED), "verification") == [(date(2018, 3, 15), Standing.CANCELLED)]
    assert brief(told(road, date(2018, 3, 16)), "verification") == []


def test_nothing_of_what_is_over_is_told(road):
    road.listed(ground=FOOD)
    over = told(road, date(2021, 3, 13))
    assert brief(over, "last-day") == brief(over, "way-back") == []
