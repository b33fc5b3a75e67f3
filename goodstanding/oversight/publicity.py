"""Double publicity as national bulletins count it: licences and penalties, by department."""

from decimal import Decimal

import msgspec
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

from goodstanding.clocks.models import Clock, Done
from goodstanding.oversight import arriving, missing
from goodstanding.oversight.arriving import KINDS, Arrived
from goodstanding.oversight.due import with_due
from goodstanding.oversight.period import FAR, Period
from goodstanding.publication.models import Entry
from goodstanding.rules.publishing import NOT_NOTIFIED, NOT_PUBLISHED
from goodstanding.rules.spread import share
from goodstanding.rules.workdays import WorkCalendar

Owner = tuple[str, str]
"""A department and a kind of record."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one department, or of all, for one kind of record.

    ``published``: records with a duty that became public in the period; ``late``: those after their
    last day. ``not_shown`` and ``waiting``: entered in the period; the rules do not show them, or
    they wait for the recorded notice: neither is ever late. ``missing``: see `missing`.
    """

    arrived: Arrived = Arrived()
    published: int = 0
    late: int = 0
    not_shown: int = 0
    waiting: int = 0
    missing: int = 0
    silent: bool = False

    @property
    def timely(self) -> Decimal | None:
        """Public in time, in per cent, rounded down; none where nothing became public."""
        return share(self.published - self.late, self.published)

    @property
    def late_share(self) -> Decimal | None:
        """What is left to a hundred: one late row is never rounded away."""
        return None if self.timely is None else 100 - self.timely

    def plus(self, other: "Counted") -> "Counted":
        """Both together."""
        return Counted(
            arrived=self.arrived.plus(other.arrived),
            published=self.published + other.published,
            late=self.late + other.late,
            not_shown=self.not_shown + other.not_shown,
            waiting=self.waiting + other.waiting,
            missing=self.missing + other.missing,
        )


def published(
    period: Period,
    *,
    calendar: WorkCalendar,
    department: str | None = None,
    kind: str = "",
    late: bool = False,
) -> QuerySet[Clock]:
    """The duties to publish that were met in a period, all or the late ones, oldest first.

    By the month of the report, as the bulletins do; a day that is not certain yet counts nowhere.
    """
    found = with_due(calendar=calendar, since=None, until=FAR).filter(
        kind="publication", met_on__range=(period.first, period.last)
    )
    of_record = Entry.objects.filter(record=OuterRef("aggregate")).values("record_kind")
    found = found.annotate(record_kind=Subquery(of_record)).filter(record_kind__in=_kinds(kind))
    if department:
        found = found.filter(department=department)
    if late:
        found = found.filter(met_on__gt=F("due"))
    return found.order_by("met_on", "aggregate")


def kept_back(
    period: Period, state: str, *, department: str | None = None, kind: str = ""
) -> QuerySet[Entry]:
    """The standing records entered in a period that are not public for one reason, oldest first."""
    found = Entry.objects.filter(
        publication_state=state,
        entered_on__range=(period.first, period.last),
        withdrawn_on__isnull=True,
        record_kind__in=_kinds(kind),
    )
    found = found.filter(department=department) if department else found
    return found.order_by("entered_on", "record")


def by_department(
    period: Period, *, calendar: WorkCalendar, department: str | None = None
) -> dict[Owner, Counted]:
    """The figures of a period by department and kind, in a fixed number of queries."""
    arrived = arriving.by_kind(period, department=department)
    made = _published(period, calendar, department)
    held = _kept_back(period, department)
    lost = missing.counted(period, department=department)
    silent = missing.silent(period, department=department)
    owners = {*arrived, *made, *held, *lost, *silent}
    return {
        owner: Counted(
            arrived=arrived.get(owner, Arrived()),
            published=made.get(owner, (0, 0))[0],
            late=made.get(owner, (0, 0))[1],
            not_shown=held.get(owner, (0, 0))[0],
            waiting=held.get(owner, (0, 0))[1],
            missing=lost.get(owner, 0),
            silent=owner in silent,
        )
        for owner in sorted(owners)
    }


def _published(
    period: Period, calendar: WorkCalendar, department: str | None
) -> dict[Owner, tuple[int, int]]:
    """From the tally, with the duties whose due day only a later calendar told; two queries."""
    of = {"kind": "publication", "record_kind__in": KINDS}
    of |= {"department": department} if department else {}
    told = Done.objects.filter(met_month__range=(period.first, period.last), **of)
    later = published(period, calendar=calendar, department=department).filter(due_on__isnull=True)
    owner = ("department", "record_kind")
    rows = [
        *told.values_list(*owner).annotate(
            all=Sum("many"), late=Sum("many", filter=Q(in_time=False), default=0)
        ),
        *later.order_by().values_list(*owner).annotate(all=Count("aggregate"), late=_late()),
    ]
    found: dict[Owner, tuple[int, int]] = {}
    for department_of, kind, many, late in rows:
        before = found.get((department_of, kind), (0, 0))
        found[department_of, kind] = (before[0] + many, before[1] + late)
    return found


def _late() -> Count:
    return Count("aggregate", filter=Q(met_on__gt=F("due")))


def _kept_back(period: Period, department: str | None) -> dict[Owner, tuple[int, int]]:
    states = (NOT_PUBLISHED, NOT_NOTIFIED)
    hidden, waits = (Q(publication_state=each) for each in states)
    found = Entry.objects.filter(
        publication_state__in=states,
        entered_on__range=(period.first, period.last),
        withdrawn_on__isnull=True,
        record_kind__in=KINDS,
    )
    found = found.filter(department=department) if department else found
    rows = found.values("department", "record_kind").annotate(
        hidden=Count("record", filter=hidden), waits=Count("record", filter=waits)
    )
    return {(row["department"], row["record_kind"]): (row["hidden"], row["waits"]) for row in rows}


def _kinds(kind: str) -> tuple[str, ...]:
    return (kind,) if kind else KINDS
