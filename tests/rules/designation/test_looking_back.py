"""A law that looks back from a bid counts from the decision on record, not from the listing."""

from datetime import date

import msgspec
import pytest

from goodstanding.rules.designation.lines import last_day_under, lines
from goodstanding.rules.law import Law
from goodstanding.rules.states import Record
from goodstanding.rules.workdays import WorkCalendar
from tests.rules.catalogue.packs import dongguan

LAW = Law(rulebook=dongguan(), calendar=WorkCalendar.of(()))
GROUND = "work-safety/grave-violation"
#: Procurement Law art. 22 (1) 5: none in the three years before the bid.
BACK, OTHER = "procurement-exclusion", "work-safety-key-supervision"


def record(decided_on: date) -> Record:
    """A record of which only the day of its decision counts here."""
    known = {field.name: None for field in msgspec.structs.fields(Record)}
    return Record(**{**known, "id": "r-1", "decided_on": decided_on})


def last_day(measure: str, *, decided: list[date], listed: date) -> date | None:
    found = lines(GROUND, on=listed, law=LAW, records=[record(each) for each in decided])
    line = next((each for each in found if each.measure == measure), None)
    # The designation itself is for three years.
    ends = date(listed.year + 3, listed.month, listed.day)
    return last_day_under(line, first_day=listed, last_day=ends) if line else None


@pytest.mark.parametrize(
    ("decided", "listed", "expected"),
    [
        # Listed six months after the penalty: three years of the penalty, not of the listing.
        ([date(2022, 3, 16)], date(2022, 9, 16), date(2025, 3, 15)),
        # On the last of the three years there is a day left; on the day after there is no measure.
        ([date(2022, 3, 16)], date(2025, 3, 15), date(2025, 3, 15)),
        ([date(2022, 3, 16)], date(2025, 3, 16), None),
        # Two penalties: the later one counts.
        ([date(2022, 3, 16), date(2023, 3, 16)], date(2025, 3, 16), date(2026, 3, 15)),
        # Decided on a leap day: three years end on the last of February.
        ([date(2024, 2, 29)], date(2024, 6, 1), date(2027, 2, 28)),
    ],
)
def test_the_years_run_from_the_decision_on_record(decided, listed, expected):
    assert last_day(BACK, decided=decided, listed=listed) == expected


def test_a_measure_that_counts_from_the_designation_is_not_shortened():
    listed = date(2025, 3, 16)
    assert last_day(OTHER, decided=[date(2022, 3, 16)], listed=listed) == date(2028, 3, 15)


def test_every_pairing_by_the_law_that_looks_back_counts_so():
    counted = {
        pairing.counted_from
        for pairing in LAW.rulebook.pairings
        for cited in pairing.citations
        if (cited.instrument, cited.article) == ("government-procurement-law", "22")
    }
    assert counted == {"record"}
