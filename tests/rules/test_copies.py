"""A line of an old copy, held against what strangers may know today."""

from datetime import date

import pytest

from goodstanding.rules.opendata.copies import CopyLine, Fell, Known, judge

DAY, ON, LATER = date(2026, 3, 1), date(2026, 6, 1), date(2028, 3, 1)
SHOWN = Known(version=2, last_day=LATER, fell={1: Fell(kind="corrected", on=DAY)})
WRONG = Known(fell={1: Fell(kind="was-wrong", on=DAY), 2: Fell(kind="was-wrong", on=DAY)})
REPAIRED = Known(fell={1: Fell(kind="stop-using", on=DAY)})
CASE = Known(version=1, last_day=LATER)
NOTHING = Known()

LINES = {
    "the version that holds": (SHOWN, {"version": 2}, "current", None),
    "an older version": (SHOWN, {"version": 1}, "corrected", DAY),
    "a version there never was": (SHOWN, {"version": 3}, "not-public", None),
    "no version named, and it is shown": (SHOWN, {}, "current", None),
    "withdrawn": (WRONG, {"version": 1}, "was-wrong", DAY),
    "withdrawn, no version named": (WRONG, {}, "was-wrong", DAY),
    "a line that says so itself": (
        WRONG,
        {"version": 2, "notice": True},
        "current",
        None,
    ),
    "a notice of what is public no more": (
        NOTHING,
        {"version": 2, "notice": True},
        "current",
        None,
    ),
    "repaired": (REPAIRED, {"version": 1, "not_after": LATER}, "stop-using", DAY),
    "a restriction in force": (CASE, {"not_after": LATER}, "current", None),
    "its last day is over": (NOTHING, {"not_after": DAY}, "ended", DAY),
    "its last day is today": (NOTHING, {"not_after": ON}, "not-public", None),
    "never heard of, or not public": (NOTHING, {"version": 1}, "not-public", None),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_of_a_copy(name):
    known, said, state, since = LINES[name]
    judged = judge(CopyLine(number=1, record="r-1", **said), known, on=ON)
    assert (judged.state.value, judged.since) == (state, since)
    assert (judged.version, judged.not_after) == (
        known.version,
        known.last_day,
    ) or state == "current"
