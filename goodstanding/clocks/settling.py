"""A provisional due date becomes definite when its calendar comes; nothing is stored for it."""

from datetime import date

from goodstanding.rules.deadlines import Due, due_after
from goodstanding.rules.workdays import WorkCalendar


def settled(
    *,
    start: date,
    working_days: int,
    due_on: date | None,
    not_before: date | None,
    calendar: WorkCalendar | None,
) -> Due:
    """The stored due date, or the one the calendar gives now where none was certain then."""
    if due_on is not None:
        return Due(due=due_on, not_before=None, provisional=False)
    if calendar is None:
        return Due(due=None, not_before=not_before, provisional=True)
    return due_after(start, working_days, calendar)
