"""When a duty is due. The first day never counts; a year without calendar gives no definite day.

Sources: Civil Code arts 200-203 (day of the event not counted, corresponding day or month end, a
last day off rolls on, 24:00); Administrative Licensing Law art. 82 and Administrative Penalty Law
art. 85 (periods in working days).
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.workdays import WorkCalendar

_DAY = timedelta(days=1)
_LONGEST = 20_000
_LONGEST_IN_MONTHS = 1_200
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# A pause that has no end yet is given as one to the last day there is: nothing is due before then.
_HORIZON = date(2299, 12, 31)


class TermOutOfRange(Refusal):
    """A term is between 0 and {longest}; this is {given}."""


class DayOutOfRange(Refusal):
    """{day} is outside the years {first_year} to {last_year} that dates are computed for."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The last day on which something is still in time.

    `due`: the day, if it is certain; `not_before`: if it is not, the earliest day that it may turn
    out to be, where one can be told; `provisional`: an official calendar is missing on the way.
    """

    due: date | None
    not_before: date | None
    provisional: bool


def due_after(
    start: date,
    working_days: int,
    calendar: WorkCalendar,
    *,
    pauses: Sequence[tuple[date, date]] = (),
) -> Due:
    """The last day of a term of working days: the day of `start` does not count.

    `pauses`: first and last day of each, both paused; paused days do not count. Across a year that
    is not loaded every calendar day counts, which gives the earliest possible day and no definite
    one.
    """
    _check_range(start, working_days)
    day, left, provisional = start, working_days, False
    while left and day < _HORIZON:
        day = _day_after(day, pauses)
        known = calendar.covers(day.year)
        provisional = provisional or not known
        if not known or calendar.is_working(day):
            left -= 1
    return _due(day, provisional=provisional)


def due_in_days(
    start: date, days: int, calendar: WorkCalendar, *, pauses: Sequence[tuple[date, date]] = ()
) -> Due:
    """The last day of a term of calendar days; the first day does not count, a day off rolls on."""
    _check_range(start, days)
    return _rolled(_prolonged(start, start + timedelta(days=days), pauses), calendar, pauses)


def due_in_months(
    start: date, months: int, calendar: WorkCalendar, *, pauses: Sequence[tuple[date, date]] = ()
) -> Due:
    """The corresponding day after some months, or that month's end; a day off rolls on."""
    _check_range(start, months, longest=_LONGEST_IN_MONTHS)
    return _rolled(_prolonged(start, corresponding_day(start, months), pauses), calendar, pauses)


def due_in_years(
    start: date, years: int, calendar: WorkCalendar, *, pauses: Sequence[tuple[date, date]] = ()
) -> Due:
    """The corresponding day after some years, or that month's end; a day off rolls on."""
    return due_in_months(start, years * 12, calendar, pauses=pauses)


def due_on_day(month: date, day: int, calendar: WorkCalendar) -> Due:
    """A day of a month, itself in time, or the month's end if it has fewer days; a day off rolls on.

    Args:
        month: any day of the month.
        day: from 1 to 31.
        calendar: the official one; across a year that is not loaded no day is definite.
    """
    return _rolled(day_of_month(month, day), calendar, ())


def day_of_month(month: date, day: int) -> date:
    """A day of a month, or the month's end if it has fewer days."""
    _check_range(month, day)
    first = month.replace(day=1)
    last = corresponding_day(first, 1) - _DAY
    return min(first + timedelta(days=max(day, 1) - 1), last)


def at_the_latest(due: Due, last: date) -> Due:
    """The same, but never after a last day; which is certain where the due day is at least that."""
    day = due.due or due.not_before
    return _due(last, provisional=False) if day is not None and day >= last else due


def between(first: date, second: date, calendar: WorkCalendar) -> int | None:
    """The working days after `first` up to and including `second`; negative if `second` is earlier.

    None if a year on the way is not loaded.
    """
    if second < first:
        back = between(second, first, calendar)
        return None if back is None else -back
    if first == second:
        return 0
    if not all(calendar.covers(year) for year in range((first + _DAY).year, second.year + 1)):
        return None
    days = (first + timedelta(days=offset) for offset in range(1, (second - first).days + 1))
    return sum(map(calendar.is_working, days))


def not_later_than(event: date, working_days: int, calendar: WorkCalendar) -> Due:
    """The last day for what must be done some working days before an event, counted back.

    The day of the event does not count; the day found is the last one in time. Across a year that
    is not loaded no day can be told, nor an earliest one.
    """
    _check_range(event, working_days)
    day, left = event, working_days
    while left:
        day -= _DAY
        if not calendar.covers(day.year):
            return Due(due=None, not_before=None, provisional=True)
        left -= calendar.is_working(day)
    return _due(day, provisional=False)


def elapsed(due: Due, on: date) -> bool:
    """Whether a window is over on a day: only if its end is certain and lies before that day."""
    return due.due is not None and not due.provisional and on > due.due


def _due(day: date, *, provisional: bool) -> Due:
    if provisional:
        return Due(due=None, not_before=day, provisional=True)
    return Due(due=day, not_before=None, provisional=False)


def _prolonged(start: date, end: date, pauses: Sequence[tuple[date, date]]) -> date:
    """Every paused day of the term is added to its end, and counts only where it is not paused."""
    if not pauses:
        return end
    term = (start + timedelta(days=offset) for offset in range(1, (end - start).days + 1))
    left = sum(_is_paused(day, pauses) for day in term)
    while left and end < _HORIZON:
        end = _day_after(end, pauses)
        left -= 1
    return end


def _rolled(end: date, calendar: WorkCalendar, pauses: Sequence[tuple[date, date]]) -> Due:
    """The end, or the next working day that is not paused if it is a day off (Civil Code art.
    203)."""
    while True:
        if not calendar.covers(end.year):
            return _due(end, provisional=True)
        if calendar.is_working(end) and not _is_paused(end, pauses):
            return _due(end, provisional=False)
        end = _day_after(end, pauses)


def _day_after(day: date, pauses: Sequence[tuple[date, date]]) -> date:
    """The next day that is not paused; a pause without end reaches the horizon."""
    day += _DAY
    while last := max((last for first, last in pauses if first <= day <= last), default=None):
        if last >= _HORIZON:
            return _HORIZON
        day = last + _DAY
    return day


def _is_paused(day: date, pauses: Sequence[tuple[date, date]]) -> bool:
    return any(first <= day <= last for first, last in pauses)


def _check_range(start: date, term: int, longest: int = _LONGEST) -> None:
    """Keep nonsense out: no search runs past the last day that a date can hold."""
    if not 0 <= term <= longest:
        refuse(TermOutOfRange(given=term, longest=longest))
    if not _FIRST_YEAR <= start.year <= _LAST_YEAR:
        refuse(DayOutOfRange(day=start, first_year=_FIRST_YEAR, last_year=_LAST_YEAR))
