"""Which days are worked: by hand, and day by day against two libraries."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest
import yaml

from goodstanding.rules.deadlines import between, not_later_than
from goodstanding.rules.errors import Refused
from goodstanding.rules.workdays import CalendarMissing, WorkCalendar, decode_year
from tests.rules.calendars import FOLDER, official

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "workdays.yaml").read_text())
YEARS = range(2010, 2027)

NOTICES = "[{title: A notice, issued_by: Someone, number: null, issued_on: null}]"
GOOD = f"""
year: 2018
notices: {NOTICES}
holidays: [{{name: One, first_day: 2018-02-15, last_day: 2018-02-21, worked: [2018-02-11]}}]
"""


def all_days():
    first = date(YEARS.start, 1, 1)
    return [first + timedelta(days=n) for n in range((date(YEARS.stop, 1, 1) - first).days)]


def test_every_day_agrees_with_two_libraries():
    other = holidays.country_holidays("CN", years=YEARS)
    ours = official()
    assert len(all_days()) == 6209
    differing = [
        day
        for day in all_days()
        if not ours.is_working(day) == chinese_calendar.is_workday(day) == other.is_working_day(day)
    ]
    assert differing == []


def test_every_year_names_its_notice_and_what_is_still_to_be_confirmed():
    assert official().years == set(YEARS)
    for notices in official().notices.values():
        for notice in notices:
            assert notice.number
            assert (notice.issued_on is None) == ("issued_on" in notice.to_confirm)


@pytest.mark.parametrize("case", CASES["working"], ids=lambda case: str(case["day"]))
def test_working_days(case):
    assert official().is_working(case["day"]) is case["working"]


@pytest.mark.parametrize("case", CASES["between"], ids=str)
def test_days_between(case):
    assert between(case["first"], case["second"], official()) == case["days"]


@pytest.mark.parametrize("case", CASES["counted back"], ids=str)
def test_days_counted_back(case):
    due = not_later_than(case["event"], case["days"], official())
    assert due.due == case["last day"]
    assert due.provisional is (case["last day"] is None)


@pytest.mark.parametrize("year", [2009, 2027])
def test_a_year_that_is_not_loaded_is_not_guessed(year):
    assert not official().covers(year)
    with pytest.raises(CalendarMissing) as missing:
        official().is_working(date(year, 6, 1))
    assert str(year) in missing.value.sentence


def test_the_calendar_is_known_by_the_bytes_it_was_read_from():
    year = decode_year(GOOD.encode())
    other = decode_year(GOOD.replace("A notice", "Another notice").encode())
    assert WorkCalendar.of([year]).id == WorkCalendar.of([decode_year(GOOD.encode())]).id
    assert WorkCalendar.of([year]).id != WorkCalendar.of([other]).id
    with pytest.raises(Refused) as refused:
        WorkCalendar.of([year, other])
    assert refused.value.codes == ("CalendarLoadedTwice",)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("2018-02-21", "2018-02-14", {"SpanBackwards"}),
        ("last_day: 2018-02-21", "last_day: 2019-02-21", {"DayOfAnotherYear"}),
        ("worked: [2018-02-11]", "worked: [2018-02-12]", {"WorkedDayIsNoWeekend"}),
        ("worked: [2018-02-11]", "worked: [2018-02-17]", {"DayNamedTwice"}),
        (NOTICES, "[]", {"NoticeMissing"}),
        ("year: 2018", "year: 2017", {"DayOfAnotherYear"}),
        ("year: 2018", "year: 2018\nyear: 2018", {"CalendarUnreadable"}),
        ("name: One", "title: One", {"CalendarUnreadable"}),
        ("2018-02-15", "2018-02-30", {"CalendarUnreadable"}),
        ("year: 2018", "year: [", {"CalendarUnreadable"}),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_the_reason(old, new, codes):
    with pytest.raises(Refused) as refused:
        decode_year(GOOD.replace(old, new, 1).encode())
    assert set(refused.value.codes) == codes


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"- 1", b"!!python/object:os.system {}"])
def test_bytes_that_are_no_calendar_are_refused(content):
    with pytest.raises(Refused) as refused:
        decode_year(content)
    assert refused.value.codes == ("CalendarUnreadable",)


def test_every_file_is_named_after_its_year():
    for file in FOLDER.glob("*.yaml"):
        assert decode_year(file.read_bytes()).year == int(file.stem)
