"""Months, quarters and years: the periods departments account for themselves in."""

import re
from datetime import date, timedelta

import msgspec

_NAMED = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])))?")
_MONTHS, _QUARTER = 12, 3
_DAY = timedelta(days=1)
#: Later than anything falls due.
FAR = date(2999, 12, 31)


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """Days from ``first`` through ``last``, both counted."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """As it stands in an address: 2026-10, 2026-Q3 or 2026."""
        many = self.last.month - self.first.month + 1
        if many == _MONTHS:
            return f"{self.first.year}"
        if many == _QUARTER:
            return f"{self.first.year}-Q{self.last.month // _QUARTER}"
        return f"{self.first:%Y-%m}"


def month_of(day: date) -> Period:
    """The calendar month a day lies in."""
    return _months(day.year, day.month, 1)


def quarter_of(day: date) -> Period:
    """The quarter a day lies in."""
    return _months(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, _QUARTER)


def year_of(day: date) -> Period:
    """The calendar year a day lies in."""
    return _months(day.year, 1, _MONTHS)


def before(month: Period) -> Period:
    """The month before a month."""
    return month_of(month.first - _DAY)


def months_to(last: Period, many: int) -> tuple[Period, ...]:
    """So many months in a row, oldest first, ``last`` included."""
    found = [last]
    while len(found) < many:
        found.append(before(found[-1]))
    return tuple(reversed(found))


def months_between(period: Period) -> tuple[Period, ...]:
    """The months of a period, oldest first."""
    return months_to(month_of(period.last), period.last.month - period.first.month + 1)


def named(text: str) -> Period | None:
    """The period written as 2026-10, 2026-Q3 or 2026, or None."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"])
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["quarter"]:
        return _months(year, (int(found["quarter"]) - 1) * _QUARTER + 1, _QUARTER)
    return _months(year, 1, _MONTHS)


def _months(year: int, month: int, many: int) -> Period:
    years, following = divmod(month - 1 + many, _MONTHS)
    after = date(year + years, following + 1, 1)
    return Period(first=date(year, month, 1), last=after - _DAY)
