"""Clocks with the day they are due, also where the calendar came after the duty."""

from datetime import date

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When

from goodstanding.clocks.models import Clock
from goodstanding.clocks.settling import settled
from goodstanding.rules.workdays import WorkCalendar


def with_due(*, calendar: WorkCalendar | None, since: date | None, until: date) -> QuerySet[Clock]:
    """The clocks due from a day through a day, their day as ``due``; what is not certain is out.

    What was provisional when it was stored is settled by the one rule (`clocks.settling`), once
    for each start and term: few, because a calendar is missing only around New Year. The other
    condition is on the stored column alone, so that an index on it serves.
    """
    later = _later(calendar)
    due = Case(*later, default=F("due_on"), output_field=DateField()) if later else F("due_on")
    stored = Q(due_on__lte=until) if since is None else Q(due_on__range=(since, until))
    found = Clock.objects.filter(stored | Q(due_on__isnull=True) if later else stored)
    found = found.annotate(due=due).filter(due__lte=until)
    return found if since is None else found.filter(due__gte=since)


def _later(calendar: WorkCalendar | None) -> list[When]:
    if calendar is None:
        return []
    waiting = Clock.objects.filter(due_on__isnull=True).order_by("start_on", "working_days")
    found = []
    for start, days in waiting.values_list("start_on", "working_days").distinct():
        day = settled(
            start=start, working_days=days, due_on=None, not_before=None, calendar=calendar
        ).due
        if day is not None:
            this = Q(due_on__isnull=True, start_on=start, working_days=days)
            found.append(When(this, then=Value(day)))
    return found
