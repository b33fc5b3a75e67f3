"""The last day of a return: the day of the next month, a day off rolls on; counted by hand."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from goodstanding.rules.deadlines import due_on_day, not_later_than
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.returns.owed import REMINDED_BEFORE, Kept, Owed
from goodstanding.rules.states import Filing
from tests.rules.calendars import official

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "returns.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_cases(case):
    due = due_on_day(corresponding_day(case["month"], 1), case["day"], official())
    assert due.due == case.get("due")
    assert due.not_before == case.get("not before")
    assert due.provisional is ("due" not in case)
    if due.due:
        assert not_later_than(due.due, REMINDED_BEFORE, official()).due == case["reminded"]


def _owed(*filed, due=date(2026, 5, 11)):
    settled = due_on_day(due, due.day, official())
    filings = tuple(Filing(count=0, digest="", up_to=1, on=on, by="o", position=2) for on in filed)
    return Owed(
        department="finance",
        month=date(2026, 4, 1),
        due=settled,
        reminded_from=date(2026, 5, 7),
        filings=filings,
    )


@pytest.mark.parametrize(
    ("owed", "on", "kept"),
    [
        (_owed(), date(2026, 5, 6), Kept.WAITING),
        (_owed(), date(2026, 5, 7), Kept.SOON),
        (_owed(), date(2026, 5, 11), Kept.SOON),
        (_owed(), date(2026, 5, 12), Kept.LATE),
        (_owed(date(2026, 5, 11)), date(2026, 6, 1), Kept.ON_TIME),
        (_owed(date(2026, 5, 12)), date(2026, 5, 12), Kept.LATE_FILED),
        # A second confirmation after the last day does not make the first one late.
        (_owed(date(2026, 5, 4), date(2026, 5, 20)), date(2026, 6, 1), Kept.ON_TIME),
        (_owed(due=date(2027, 1, 10)), date(2027, 3, 1), Kept.SOON),
    ],
)
def test_how_a_return_stands(owed, on, kept):
    assert owed.kept(on) is kept
