"""When a duty is due: counted by hand, and what must hold for every term."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.rules.deadlines import (
    Due,
    between,
    due_after,
    due_in_days,
    due_in_months,
    due_in_years,
    elapsed,
    not_later_than,
)
from goodstanding.rules.errors import Refused
from tests.rules.calendars import official

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "deadlines.yaml").read_text())
UNITS = {
    "working days": due_after,
    "days": due_in_days,
    "months": due_in_months,
    "years": due_in_years,
}

starts = st.dates(date(2010, 1, 1), date(2026, 12, 31))
terms = st.integers(0, 50)
ONE = timedelta(days=1)


def earliest(due: Due) -> date:
    return due.due or due.not_before


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_cases(case):
    unit = next(unit for unit in UNITS if unit in case)
    due = UNITS[unit](case["start"], case[unit], official(), pauses=case.get("pauses", ()))
    assert due.due == case.get("due")
    assert due.not_before == case.get("not before")
    assert due.provisional is ("due" not in case)


@settings(deadline=None)
@given(starts, terms)
def test_counting_there_and_counting_the_days_agree(start, term):
    due = due_after(start, term, official())
    if not due.provisional:
        assert between(start, due.due, official()) == term
        assert term == 0 or official().is_working(due.due)


@settings(deadline=None)
@given(starts, terms, terms)
def test_a_longer_term_is_never_due_earlier(start, term, more):
    for unit in UNITS.values():
        shorter, longer = unit(start, term, official()), unit(start, term + more, official())
        assert earliest(shorter) <= earliest(longer)
        assert longer.provisional or not shorter.provisional


@settings(deadline=None)
@given(starts, st.integers(0, 30), terms)
def test_a_later_start_is_never_due_earlier(start, later, term):
    for unit in UNITS.values():
        first = unit(start, term, official())
        second = unit(start + timedelta(days=later), term, official())
        assert earliest(first) <= earliest(second)


@settings(deadline=None)
@given(starts, terms, starts, st.integers(0, 40))
def test_a_pause_never_makes_a_term_shorter_and_no_pause_holds_its_end(start, term, from_day, days):
    pause = (from_day, from_day + timedelta(days=days))
    for unit in UNITS.values():
        plain = unit(start, term, official())
        paused = unit(start, term, official(), pauses=[pause])
        assert earliest(paused) >= earliest(plain)
        if term and paused.due:
            assert not pause[0] <= paused.due <= pause[1]


@settings(deadline=None)
@given(starts, terms)
def test_a_due_day_in_calendar_time_is_a_working_day(start, term):
    for unit in (due_in_days, due_in_months, due_in_years):
        due = unit(start, term, official())
        assert due.provisional or official().is_working(due.due)


@settings(deadline=None)
@given(starts, st.integers(1, 60))
def test_counting_back_leaves_exactly_the_days(event, term):
    due = not_later_than(event, term, official())
    if due.due:
        assert official().is_working(due.due)
        assert between(due.due - ONE, event - ONE, official()) in (term, None)


@settings(deadline=None)
@given(starts, terms)
def test_a_provisional_day_is_a_lower_bound_whatever_the_year_brings(start, term):
    """With every day of the missing year worked the bound is reached; no calendar is earlier."""
    due = due_after(start, term, official())
    if due.provisional:
        known = between(start, date(2026, 12, 31), official())
        assert due.not_before == date(2026, 12, 31) + timedelta(days=term - known)


def test_a_window_is_over_on_the_day_after_its_last_day():
    due = due_after(date(2018, 2, 11), 7, official())
    assert [elapsed(due, date(2018, 2, day)) for day in (25, 26, 27)] == [False, False, True]


def test_a_window_without_definite_end_is_never_over():
    due = due_after(date(2026, 12, 30), 5, official())
    assert not elapsed(due, date(2099, 1, 1))


@pytest.mark.parametrize(
    ("start", "term", "code"),
    [
        (date(2026, 1, 1), -1, "TermOutOfRange"),
        (date(2026, 1, 1), 10**9, "TermOutOfRange"),
        (date(9999, 12, 30), 5, "DayOutOfRange"),
        (date(1, 1, 1), 5, "DayOutOfRange"),
    ],
)
def test_nonsense_is_refused(start, term, code):
    for step in (*UNITS.values(), not_later_than):
        with pytest.raises(Refused) as refused:
            step(start, term, official())
        assert refused.value.codes == (code,)
