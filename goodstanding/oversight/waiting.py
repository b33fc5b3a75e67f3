"""What waits now: what is overdue, what falls due soon, which lifts are open.

``on`` is today throughout; how a day of the past stood is told by `kept`.
"""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from goodstanding.clocks.models import Clock
from goodstanding.oversight.due import with_due
from goodstanding.oversight.kept import KINDS
from goodstanding.oversight.period import FAR
from goodstanding.rules.deadlines import due_after
from goodstanding.rules.workdays import WorkCalendar

#: How many working days ahead a department is warned.
AHEAD = 3
_DAY = timedelta(days=1)


def overdue(
    *, on: date, calendar: WorkCalendar, department: str | None = None, kind: str = ""
) -> QuerySet[Clock]:
    """The duties that should have been done before a day and wait, longest overdue first.

    What is due that very day is not overdue; what may not be done any more is not there.
    """
    found = with_due(calendar=calendar, since=None, until=on - _DAY)
    return _waiting(found, on, department, kind)


def soon(
    *, on: date, calendar: WorkCalendar, department: str | None = None, kind: str = ""
) -> QuerySet[Clock]:
    """The duties that fall due on a day or within three working days after it, soonest first."""
    found = with_due(calendar=calendar, since=on, until=edge(on=on, calendar=calendar))
    return _waiting(found, on, department, kind)


def edge(*, on: date, calendar: WorkCalendar) -> date:
    """The last day of *soon*."""
    ahead = due_after(on, AHEAD, calendar)
    return ahead.due or ahead.not_before or on


def open_lifts(
    *, on: date, calendar: WorkCalendar, department: str | None = None
) -> QuerySet[Clock]:
    """The lifts that wait on a day, overdue or not, soonest due first."""
    found = with_due(calendar=calendar, since=None, until=FAR)
    return _waiting(found, on, department, "lift")


def counted(found: QuerySet[Clock]) -> dict[str, int]:
    """How many of some duties each department has."""
    rows = found.order_by().values("department").annotate(many=Count("aggregate"))
    return {row["department"]: row["many"] for row in rows}


def _waiting(
    found: QuerySet[Clock], on: date, department: str | None, kind: str
) -> QuerySet[Clock]:
    # Nothing is done on a day to come, so today this is all that waits, and the index on it serves.
    unmet = Q(met_on__isnull=True)
    there = Q(not_after__isnull=True) | Q(not_after__gte=on)
    kinds = (kind,) if kind else KINDS
    found = found.filter(unmet, there, opens_on__lte=on, kind__in=kinds)
    if department:
        found = found.filter(department=department)
    return found.order_by("due", "kind", "subject")
