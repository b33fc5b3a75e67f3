"""What had to be undone: objections upheld, recalls acknowledged, days restricted in error."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

import msgspec
from django.db.models import Count, Q, QuerySet

from goodstanding.designations.models import Case, Stay
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


class Wrongful(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which designations were in force that later fell as wrong from the start."""

    cases: int = 0
    days: int = 0
    organisations: int = 0


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


def wrongful(period: Period, *, department: str | None = None) -> Wrongful:
    """Days in force, stays left out, of designations that a period found wrong from the start."""
    return wrongful_by_department(period, department=department)[""]


def wrongful_by_department(period: Period, *, department: str | None = None) -> dict[str, Wrongful]:
    """The same for each department that decided one of them; "" is all together."""
    cases = list(found_wrong(period, department=department))
    stays: dict[str, list[Stay]] = {}
    for stay in Stay.objects.filter(case_id__in=[each.id for each in cases]):
        stays.setdefault(stay.case_id, []).append(stay)
    by_owner: dict[str, list[Case]] = {"": cases}
    for case in cases:
        by_owner.setdefault(case.department, []).append(case)
    return {owner: _wrongful(each, stays) for owner, each in by_owner.items()}


def _wrongful(cases: list[Case], stays: dict[str, list[Stay]]) -> Wrongful:
    return Wrongful(
        cases=len(cases),
        days=sum(days_wrong(case, stays.get(case.id, [])) for case in cases),
        organisations=len({case.organisation for case in cases}),
    )


def found_wrong(period: Period, *, department: str | None = None) -> QuerySet[Case]:
    """The designations that ended in a period as wrong from the start."""
    found = Case.objects.filter(
        ended_from_start=True, ended_on__range=_range(period), first_day__isnull=False
    ).exclude(sense="advantage")
    found = found.filter(department=department) if department else found
    return found.order_by("ended_on", "id")


def days_wrong(case: Case, stays: Iterable[Stay]) -> int:
    """The days a designation was in force before it ended, days on which it was paused left out."""
    if not (case.first_day and case.last_day and case.ended_on):
        return 0
    last = min(case.last_day, case.ended_on - timedelta(days=1))
    stayed = {
        stay.first_day + timedelta(days=n)
        for stay in stays
        for n in range(_length(stay.first_day, min(stay.last_day or last, last)))
    }
    return max(_length(case.first_day, last) - len(stayed), 0)


def _length(first: date, last: date) -> int:
    return max((last - first).days + 1, 0)


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
