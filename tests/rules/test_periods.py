"""First and last day, both in force; the last day never rolls."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.rules.errors import Refused
from goodstanding.rules.periods import Period, last_day_of, local_day, midnight_after

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "periods.yaml").read_text())
days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("title", str(case)))
def test_cases(case):
    term = {unit: case[unit] for unit in ("years", "months", "days") if unit in case}
    assert last_day_of(case["first day"], **term) == case["last day"]


@settings(deadline=None)
@given(days, st.integers(1, 240), st.integers(0, 24))
def test_a_longer_term_never_ends_earlier(first, months, more):
    assert first <= last_day_of(first, months=months) <= last_day_of(first, months=months + more)


@settings(deadline=None)
@given(days, st.integers(1, 120))
def test_the_day_after_the_last_one_is_the_corresponding_day_or_the_first_of_a_month(first, months):
    after = last_day_of(first, months=months) + timedelta(days=1)
    assert after.day in (first.day, 1)


@settings(deadline=None)
@given(days, st.integers(1, 20))
def test_years_are_twelve_months(first, years):
    assert last_day_of(first, years=years) == last_day_of(first, months=12 * years)


@pytest.mark.parametrize(
    "term", [{}, {"days": -1}, {"months": -1}, {"years": 5000}, {"days": 10**9}]
)
def test_an_empty_or_endless_term_is_refused(term):
    with pytest.raises(Refused):
        last_day_of(date(2026, 1, 1), **term)


def test_a_period_holds_on_both_of_its_ends():
    period = Period(first_day=date(2026, 3, 16), last_day=date(2029, 3, 15))
    asked = [date(2026, 3, 15), date(2026, 3, 16), date(2029, 3, 15), date(2029, 3, 16)]
    assert [period.contains(day) for day in asked] == [False, True, True, False]
    assert Period(first_day=date(2026, 3, 16), last_day=None).contains(date(2999, 1, 1))


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends before"):
        Period(first_day=date(2026, 3, 16), last_day=date(2026, 3, 15))


def test_a_legal_day_begins_at_midnight_in_shanghai():
    assert local_day(datetime(2026, 3, 15, 15, 59, 59, tzinfo=UTC)) == date(2026, 3, 15)
    assert local_day(datetime(2026, 3, 15, 16, 0, tzinfo=UTC)) == date(2026, 3, 16)
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 3, 15))


@settings(deadline=None)
@given(days)
def test_a_last_day_is_over_at_its_midnight(day):
    over = midnight_after(day)
    assert over.utcoffset() == timedelta(0)
    assert local_day(over - timedelta(microseconds=1)) == day
    assert local_day(over) == day + timedelta(days=1)
