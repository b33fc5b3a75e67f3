"""Which duties fell due in a period, and which of them were kept in time."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth

from goodstanding.clocks.models import Clock
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
    moot = Q(met_on__isnull=True, not_after__isnull=False, not_after__lt=F("due"))
    found = with_due(calendar=calendar, since=period.first, until=period.last)
    found = found.filter(kind__in=tuple(kinds), opens_on__lte=on).exclude(moot)
    if department:
        found = found.filter(department=department)
    if state:
        found = found.filter(_standing(on)[state])
    return found.order_by("due", "aggregate", "kind", "ordinal")


def by_department(
    period: Period, *, on: date, calendar: WorkCalendar | None = None, department: str | None = None
) -> dict[tuple[str, str], Kept]:
    """The duties of a period by kind and department, in one query."""
    found = duties(period, on=on, calendar=calendar, department=department).order_by()
    rows = found.values("kind", "department").annotate(**_counts(on))
    return {(row["kind"], row["department"]): _kept(row) for row in rows}


def by_month(
    kind: str,
    period: Period,
    *,
    on: date,
    calendar: WorkCalendar | None = None,
    department: str | None = None,
) -> dict[Period, Kept]:
    """The duties of one kind by the month they fell due in, in one query."""
    found = duties(period, on=on, calendar=calendar, kinds=(kind,), department=department)
    rows = found.order_by().annotate(month=TruncMonth("due")).values("month")
    return {month_of(row["month"]): _kept(row) for row in rows.annotate(**_counts(on))}


def _standing(on: date) -> dict[State, Q]:
    met = Q(met_on__isnull=False, met_on__lte=on)
    return {
        State.ON_TIME: met & Q(met_on__lte=F("due")),
        State.LATE: met & Q(met_on__gt=F("due")) | ~met & Q(due__lt=on),
        State.WAITING: ~met & Q(due__gte=on),
    }


def _counts(on: date) -> dict[str, Count]:
    standing = _standing(on)
    return {
        "fell_due": Count("aggregate"),
        "on_time": Count("aggregate", filter=standing[State.ON_TIME]),
        "late": Count("aggregate", filter=standing[State.LATE]),
        "waiting": Count("aggregate", filter=standing[State.WAITING]),
    }


def _kept(row: Mapping[str, Any]) -> Kept:
    return Kept(
        due=row["fell_due"], on_time=row["on_time"], late=row["late"], waiting=row["waiting"]
    )
