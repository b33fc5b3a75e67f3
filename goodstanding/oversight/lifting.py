"""From the end of a measure to the day its department reported the lift: in working days."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from goodstanding.clocks.models import Clock
from goodstanding.oversight.period import Period
from goodstanding.rules.deadlines import between
from goodstanding.rules.spread import Spread, spread
from goodstanding.rules.workdays import WorkCalendar


def time_to_lift(
    period: Period, *, calendar: WorkCalendar, department: str | None = None
) -> dict[str, Spread]:
    """How long lifts took that were reported in a period, by department; "" is all together.

    A lift on the day of the end took no working day. Days across a year whose calendar is not
    loaded cannot be counted; such a lift is left out.
    """
    rows = reported(period, department=department).order_by()
    found = rows.values_list("department", "start_on", "met_on").annotate(Count("aggregate"))
    return spreads(found, calendar=calendar)


def spreads(
    rows: Iterable[tuple[str, date, date, int]], *, calendar: WorkCalendar
) -> dict[str, Spread]:
    """The spread of the working days from a start to an end, by owner; "" is all together.

    Args:
        rows: owner, start, end, how often; the day of the start is not counted.
        calendar: tells the working days, made-up weekends among them.
    """
    times: dict[str, Counter[int]] = {"": Counter()}
    for owner, start, met, often in rows:
        days = between(start, met, calendar)
        if days is not None:
            for key in ("", owner):
                times.setdefault(key, Counter())[max(days, 0)] += often
    return {owner: spread(each) for owner, each in sorted(times.items())}


def reported(period: Period, *, department: str | None = None) -> QuerySet[Clock]:
    """The lifts reported in a period, in the order they were."""
    found = Clock.objects.filter(kind="lift", met_on__range=(period.first, period.last))
    if department:
        found = found.filter(department=department)
    return found.order_by("met_on", "aggregate", "ordinal")
