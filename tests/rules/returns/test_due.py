"""The last day of a return: the day of the next month, a day off rolls on; counted by hand."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.catalogue import Parameter, Title
from goodstanding.rules.catalogue.model import DatedValue
from goodstanding.rules.deadlines import due_on_day, not_later_than
from goodstanding.rules.law import Law
from goodstanding.rules.returns.owed import LATEST, REMINDED_BEFORE, RULE, Kept, Owed, due_of
from goodstanding.rules.states import Filing
from tests.rules.calendars import official
from tests.rules.catalogue.packs import dongguan

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "returns.yaml").read_text())


def _law(day, latest):
    """The law with these days of the month; without a latest one it has no rule about it."""
    held = {RULE: day} | ({LATEST: latest} if latest else {})
    book = replace(dongguan(), parameters={i: _number(i, n) for i, n in held.items()})
    return Law(rulebook=book, calendar=official())


def _number(id, value):
    since = DatedValue(since=date(2000, 1, 1), value=value)
    title = Title(zh=id, en=id)
    return Parameter(id=id, title=title, unit="day_of_month", values=(since,))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_cases(case):
    due = due_of(case["month"], _law(case["day"], case.get("latest")))
    assert due.due == case.get("due")
    assert due.not_before == case.get("not before")
    assert due.provisional is ("due" not in case)
    if due.due:
        assert not_later_than(due.due, REMINDED_BEFORE, official()).due == case.get("reminded")


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
