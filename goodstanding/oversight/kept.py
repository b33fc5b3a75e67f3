"""Which duties fell due in a period, and which of them were kept in time.

Lists read the duties; figures read the tally of what is done, and of the duties only those that wait.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec
from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from goodstanding.clocks.models import Clock, Done
from goodstanding.oversight.due import with_due
from goodstanding.oversight.period import Period, month_of
from goodstanding.rules.spread import share
from goodstanding.rules.workdays import WorkCalendar

#: Duties of departments; a statement window is the organisation's own time.
KINDS = ("publication", "response", "feedback", "lift", "suspend", "resume", "verification")


class State(StrEnum):
    """How a duty stands on a day."""

    ON_TIME = "on-time"
    LATE = "late"
    WAITING = "waiting"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Duties of one kind, one department or one month: how many fell due, and how they stand."""

    due: int = 0
    on_time: int = 0
    late: int = 0
    waiting: int = 0

    @property
    def share(self) -> Decimal | None:
        """Kept in time among those settled, in per cent; none where none is settled yet."""
        return share(self.on_time, self.on_time + self.late)

    def plus(self, other: "Kept") -> "Kept":
        """Both together."""
        return Kept(
            due=self.due + other.due,
            on_time=self.on_time + other.on_time,
            late=self.late + other.late,
            waiting=self.waiting + other.waiting,
        )


def duties(
    period: Period,
    *,
    on: date,
    calendar: WorkCalendar | None = None,
    kinds: Iterable[str] = KINDS,
    department: str | None = None,
    state: State | None = None,
) -> QuerySet[Clock]:
    """The duties that fell due in a period, as they stand on a day, oldest first.

    A duty without a definite due day is counted nowhere yet; one that became moot before it was
    due, and was not done, is counted nowhere at all.
    """
    found = with_due(calendar=calendar, since=period.first, until=period.last)
    found = found.filter(kind__in=tuple(kinds), opens_on__lte=on).exclude(_moot())
    if department:
        found = found.filter(department=department)
    if state:
        found = found.filter(_standing(on)[state])
    return found.order_by("due", "aggregate", "kind", "ordinal")


def by_department(
    period: Period, *, on: date, calendar: WorkCalendar | None = None, department: str | None = None
) -> dict[tuple[str, str], Kept]:
    """The duties of whole months by kind and department, in two queries."""
    done, others = _parts(period, KINDS, department, on=on, calendar=calendar)
    return _summed(done, others, ("kind", "department"), on=on)


def by_month(
    kind: str,
    period: Period,
    *,
    on: date,
    calendar: WorkCalendar | None = None,
    department: str | None = None,
) -> dict[Period, Kept]:
    """The duties of one kind by the month they fell due in, in two queries."""
    done, others = _parts(period, (kind,), department, on=on, calendar=calendar)
    months = done.annotate(month=F("due_month")), others.annotate(month=TruncMonth("due"))
    return {month_of(first): kept for (first,), kept in _summed(*months, ("month",), on=on).items()}


def _parts(
    period: Period,
    kinds: tuple[str, ...],
    department: str | None,
    *,
    on: date,
    calendar: WorkCalendar | None,
) -> tuple[QuerySet[Done], QuerySet[Clock]]:
    """The tally of a period, and the duties it does not tell of as they stand on a day.

    These wait, got their due day later, or are done on a day that is still to come or before they
    open.
    """
    of = {"kind__in": kinds} | ({"department": department} if department else {})
    done = Done.objects.filter(due_month__range=(period.first, period.last), **of)
    untold = Q(met_on__isnull=True) | Q(due_on__isnull=True) | Q(met_on__gt=on)
    others = with_due(calendar=calendar, since=period.first, until=period.last)
    return done, others.filter(untold | Q(opens_on__gt=F("met_on")), **of)


def _summed(
    done: QuerySet[Done], others: QuerySet[Clock], by: tuple[str, ...], *, on: date
) -> dict[tuple[Any, ...], Kept]:
    in_time, late = (Sum("many", filter=Q(in_time=each), default=0) for each in (True, False))
    rows = [
        *done.order_by().values(*by).annotate(told_on_time=in_time, told_late=late),
        *others.order_by().values(*by).annotate(**_counts(on)),
    ]
    found: dict[tuple[Any, ...], Kept] = {}
    for row in rows:
        owner = tuple(row[name] for name in by)
        found[owner] = found.get(owner, Kept()).plus(_kept(row))
    return {owner: kept for owner, kept in found.items() if kept.due}


def _standing(on: date) -> dict[State, Q]:
    met = Q(met_on__isnull=False, met_on__lte=on)
    return {
        State.ON_TIME: met & Q(met_on__lte=F("due")),
        State.LATE: met & Q(met_on__gt=F("due")) | ~met & Q(due__lt=on),
        State.WAITING: ~met & Q(due__gte=on),
    }


def _moot() -> Q:
    return Q(met_on__isnull=True, not_after__isnull=False, not_after__lt=F("due"))


def _counts(on: date) -> dict[str, Count]:
    """How the duties stand; what the tally has of them is taken off, so that none counts twice."""
    there, told = ~_moot() & Q(opens_on__lte=on), Q(met_on__isnull=False, due_on__isnull=False)
    standing = _standing(on)
    return {
        "on_time": Count("aggregate", filter=there & standing[State.ON_TIME]),
        "late": Count("aggregate", filter=there & standing[State.LATE]),
        "waiting": Count("aggregate", filter=there & standing[State.WAITING]),
        "told_on_time": -Count("aggregate", filter=told & Q(met_on__lte=F("due"))),
        "told_late": -Count("aggregate", filter=told & Q(met_on__gt=F("due"))),
    }


def _kept(row: Mapping[str, Any]) -> Kept:
    on_time = row.get("on_time", 0) + row["told_on_time"]
    late = row.get("late", 0) + row["told_late"]
    waiting = row.get("waiting", 0)
    return Kept(due=on_time + late + waiting, on_time=on_time, late=late, waiting=waiting)
