"""Days of the demonstration, counted from the day it is made; officers work on working days."""

from datetime import date, datetime, time, timedelta

from goodstanding.rules.deadlines import due_after
from goodstanding.rules.periods import SHANGHAI
from goodstanding.rules.workdays import WorkCalendar

DAY = timedelta(days=1)
SATURDAY = 5


class Days:
    """Arithmetic of working days that knows where the official calendars end."""

    def __init__(self, today: date, calendar: WorkCalendar) -> None:
        self.today = today
        self._calendar = calendar
        self._last_year = max(calendar.years, default=today.year)

    @property
    def latest(self) -> datetime:
        """Nothing of the demonstration happens later: the evening of yesterday."""
        return at(self.today - DAY, 18)

    def ago(self, days: int) -> date:
        """The working day so many days ago, or the last one before it."""
        return self._working(self.today - days * DAY)

    def loaded(self, days: int) -> date:
        """The same, moved back so far that what follows in two months has official calendars.

        A statement window elapses only where its calendar is known.
        """
        edge = date(self._last_year, 10, 20)
        return self._working(min(self.today - days * DAY, edge - (days % 60) * DAY))

    def later(self, day: date, working_days: int) -> date:
        """The day so many working days after a day; a weekday where no calendar is known."""
        due = due_after(day, working_days, self._calendar)
        if due.due is not None:
            return due.due
        return self._working(day + (working_days * 7 // 5 + 1) * DAY)

    def is_certain(self, day: date, working_days: int) -> bool:
        """Whether a window of so many working days has a definite end."""
        return not due_after(day, working_days, self._calendar).provisional

    def _working(self, day: date) -> date:
        while not self._is_working(day):
            day -= DAY
        return day

    def _is_working(self, day: date) -> bool:
        if self._calendar.covers(day.year):
            return self._calendar.is_working(day)
        return day.weekday() < SATURDAY


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day, in Asia/Shanghai."""
    return datetime.combine(day, time(hour, minute), SHANGHAI)
