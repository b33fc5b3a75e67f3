"""A repair's row: due days across a year without a calendar stay provisional, not empty."""

from datetime import date

import pytest
from msgspec.structs import replace

from goodstanding.remedies.rows import SHELVES
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.repair.state import Repair

FILED = date(2026, 12, 28)
PROVISIONAL = Deadline(
    start=FILED, working_days=7, due=None, not_before=date(2027, 1, 4), rule="repair-decision"
)
KNOWN = replace(PROVISIONAL, due=date(2026, 12, 31), not_before=None)


def row_of(**more):
    state = Repair(
        id="s-1",
        organisation="91449800MA00000017",
        target="r-1",
        target_kind="record",
        department="human-resources",
        rule="penalty-repaired",
        filed_on=FILED,
        filed_by="o-1",
        filed_at=1,
        performed_on=FILED,
        commitment_on=FILED,
        **{"acceptance": KNOWN, **more},
    )
    (row,) = next(each for each in SHELVES if each.state is Repair).rows(state)
    return row


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("acceptance", {"acceptance": PROVISIONAL}),
        ("decision", {"accepted_on": FILED, "decision": PROVISIONAL}),
    ],
)
def test_a_due_day_across_an_unloaded_year_says_from_when(name, more):
    row = row_of(**more)
    assert getattr(row, f"{name}_due") is None
    assert getattr(row, f"{name}_not_before") == date(2027, 1, 4)


def test_a_known_due_day_has_no_earliest_one():
    row = row_of()
    assert (row.acceptance_due, row.acceptance_not_before) == (date(2026, 12, 31), None)
    assert (row.decision_due, row.decision_not_before) == (None, None)
