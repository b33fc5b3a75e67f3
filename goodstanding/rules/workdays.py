"""The work calendar: which days are worked. A year that is not loaded is never guessed.

Monday to Friday are worked except official days off; Saturday and Sunday are not except official
make-up days. Source: yearly notices of the General Office of the State Council, one file a year.
"""

import hashlib
from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.calendar_files import Notice, YearOfDays, decode_year
from goodstanding.rules.errors import Refusal, Refused

__all__ = [
    "CalendarLoadedTwice",
    "CalendarMissing",
    "Notice",
    "WorkCalendar",
    "YearOfDays",
    "decode_year",
]

_SATURDAY = 5


class CalendarMissing(Refusal):
    """The official work calendar of {year} is not loaded."""


class CalendarLoadedTwice(Refusal):
    """The calendar of {year} was given twice."""


class WorkCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """The official days of the loaded years.

    `id`: first characters of the digest of all files, kept with every date that was computed;
    `years`: the years loaded; `notices`: by year, the instruments they come from.
    """

    id: str
    years: frozenset[int]
    days_off: frozenset[date]
    worked_weekends: frozenset[date]
    notices: dict[int, tuple[Notice, ...]]

    @classmethod
    def of(cls, years: Iterable[YearOfDays]) -> "WorkCalendar":
        """The calendar of these years. Raises `Refused` if a year is given twice."""
        loaded = sorted(years, key=lambda one: one.year)
        numbers = [one.year for one in loaded]
        twice = sorted({year for year in numbers if numbers.count(year) > 1})
        if twice:
            raise Refused([CalendarLoadedTwice(year=year) for year in twice])
        return cls(
            id=_digest(loaded),
            years=frozenset(numbers),
            days_off=frozenset(day for one in loaded for day in one.days_off),
            worked_weekends=frozenset(day for one in loaded for day in one.worked_weekends),
            notices={one.year: one.notices for one in loaded},
        )

    def covers(self, year: int) -> bool:
        """Whether the official calendar of this year is loaded."""
        return year in self.years

    def is_working(self, day: date) -> bool:
        """Whether this is a working day. Raises `CalendarMissing` if its year is not loaded."""
        if day.year not in self.years:
            raise CalendarMissing(year=day.year)
        if day.weekday() >= _SATURDAY:
            return day in self.worked_weekends
        return day not in self.days_off


def _digest(loaded: list[YearOfDays]) -> str:
    lines = "\n".join(f"{one.year} {one.digest}" for one in loaded)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]
