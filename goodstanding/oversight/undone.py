"""What had to be undone: objections filed, decided, upheld, and how long that took."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import msgspec
from django.db.models import Count, Q, QuerySet

from goodstanding.oversight.lifting import spreads
from goodstanding.oversight.period import Period
from goodstanding.remedies.models import Objection
from goodstanding.rules.spread import Spread, share
from goodstanding.rules.workdays import WorkCalendar

UPHELD = ("corrected", "withdrawn")


class Objections(msgspec.Struct, frozen=True, kw_only=True):
    """Objections of a period: filed, decided, and upheld among the decided."""

    filed: int = 0
    decided: int = 0
    upheld: int = 0

    @property
    def share(self) -> Decimal | None:
        """Upheld among the decided, in per cent; none where none was decided."""
        return share(self.upheld, self.decided)


def objections(period: Period, *, department: str | None = None) -> dict[str, Objections]:
    """Objections by department; one counts where it was filed and where it was decided."""
    filed, decided, upheld = (_PART[part](period) for part in ("filed", "decided", "upheld"))
    found = Objection.objects.filter(filed | decided)
    if department:
        found = found.filter(department=department)
    rows = found.values("department").annotate(
        filed=Count("id", filter=filed),
        decided=Count("id", filter=decided),
        upheld=Count("id", filter=upheld),
    )
    return {
        row["department"]: Objections(
            filed=row["filed"], decided=row["decided"], upheld=row["upheld"]
        )
        for row in rows
    }


def objections_of(
    period: Period, part: str, *, department: str | None = None
) -> QuerySet[Objection]:
    """The objections filed, decided or upheld in a period, oldest first."""
    found = Objection.objects.filter(_PART[part](period))
    if department:
        found = found.filter(department=department)
    return found.order_by("filed_on", "id")


def time_to_decide(
    period: Period, *, calendar: WorkCalendar, department: str | None = None
) -> dict[str, Spread]:
    """Working days from filing to decision of the objections decided in a period."""
    rows = objections_of(period, "decided", department=department).order_by()
    found = rows.values_list("department", "filed_on", "decided_on").annotate(Count("id"))
    return spreads(found, calendar=calendar)


def _filed(period: Period) -> Q:
    return Q(filed_on__range=_range(period))


def _decided(period: Period) -> Q:
    return Q(decided_on__range=_range(period))


def _upheld(period: Period) -> Q:
    return _decided(period) & Q(outcome__in=UPHELD)


def _range(period: Period) -> tuple[date, date]:
    return period.first, period.last


_PART: dict[str, Callable[[Period], Q]] = {
    "filed": _filed,
    "decided": _decided,
    "upheld": _upheld,
}
