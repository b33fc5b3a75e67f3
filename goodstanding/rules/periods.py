"""Periods with a first and a last day, both in force, on legal days of Asia/Shanghai.

Civil Code art. 201: the day on which a period begins is not counted; art. 202: a period of months
or years ends on the corresponding day, or on the month's last day if there is none; art. 203: it
ends at 24:00. What is in force already on its first day counts from the midnight before it, so its
last day is the one before the corresponding day: three years from 2026-03-16 end with 2029-03-15.
Where there is no corresponding day the month's end is the last day. No last day rolls on: that
would prolong a burden.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

import msgspec

from goodstanding.rules.errors import Refusal, refuse

# China has kept one zone without summer time since September 1991: no time zone database is needed.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")

_LAST_YEAR = 2999


class TermMissing(Refusal):
    """A term is at least one day long."""


class YearBeyondReach(Refusal):
    """The term ends after the year {last_year}."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From a first day through a last day, both in force; `last_day` None where no end is set."""

    first_day: date
    last_day: date | None

    def __post_init__(self) -> None:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("A period ends before it begins.")

    def contains(self, day: date) -> bool:
        """Whether the period is in force on this day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def corresponding_day(day: date, months: int) -> date:
    """The day of the same number some months later, or that month's last day (Civil Code art.
    202)."""
    year, month = _month_after(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@lru_cache(maxsize=4096)
def last_day_of(first_day: date, *, months: int = 0, years: int = 0, days: int = 0) -> date:
    """The last day of a term that is in force from its first day on; it never rolls.

    A term in months or years ends the day before the corresponding day, or on the month's end if
    there is none; days given besides are added. Raises `Refused` for an empty or endless term.
    """
    total = years * 12 + months
    if total < 0 or days < 0 or total + days == 0:
        refuse(TermMissing())
    if first_day.year + total // 12 + days // 365 >= _LAST_YEAR:
        refuse(YearBeyondReach(last_year=_LAST_YEAR))
    end = corresponding_day(first_day, total)
    if end.day == first_day.day:
        end -= timedelta(days=1)
    return end + timedelta(days=days)


def local_day(moment: datetime) -> date:
    """The legal day of a moment, in Asia/Shanghai. Raises ValueError for a moment without zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment has a time zone.")
    return moment.astimezone(SHANGHAI).date()


def midnight_after(last_day: date) -> datetime:
    """The moment, in UTC, at which a last day is over: 24:00 in Asia/Shanghai."""
    return datetime.combine(last_day + timedelta(days=1), time(), SHANGHAI).astimezone(UTC)


def _month_after(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1
