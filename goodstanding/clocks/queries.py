"""What is due, when, from whom?"""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import F, Q, QuerySet

from goodstanding.clocks.models import Clock
from goodstanding.clocks.settling import settled
from goodstanding.rules.deadlines import due_after
from goodstanding.rules.workdays import WorkCalendar

#: The organisation's window: it runs out, but nobody is late with it.
WINDOW = "statement"


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """A clock with its due date settled: ``due_on`` null and ``not_before`` given if provisional.

    ``met_on``: the day it was done; null while it waits.
    """

    kind: str
    subject: str
    aggregate: str
    organisation: str
    department: str
    start_on: date
    working_days: int
    due_on: date | None
    not_before: date | None
    provisional: bool
    rule: str
    met_on: date | None

    @property
    def day(self) -> date:
        """The due day, or the earliest that it may turn out to be."""
        return self.due_on or self.not_before or date.max


class Todo(msgspec.Struct, frozen=True, kw_only=True):
    """The duties that wait on a day, each group soonest first; ``near_until`` bounds the second."""

    on: date
    near_until: date
    overdue: tuple[Duty, ...]
    within: tuple[Duty, ...]
    later: tuple[Duty, ...]

    @property
    def all(self) -> tuple[Duty, ...]:
        """Every duty, soonest first."""
        return (*self.overdue, *self.within, *self.later)


def todo(
    *,
    on: date,
    calendar: WorkCalendar,
    department: str | None = None,
    kinds: Iterable[str] = (),
    near: int = 4,
) -> Todo:
    """The duties of a department that wait on a day: overdue, due soon, due later.

    A duty whose due date is provisional is never overdue. A statement window is listed while it
    runs: when it is over, the case waits for its decision and no clock does.

    Args:
        on: the day; what was met later counts as waiting.
        calendar: settles due dates that were provisional when stored.
        department: of one, or of all.
        kinds: only these kinds of clock; all if empty.
        near: how many working days ahead *soon* reaches.
    """
    ahead = due_after(on, near, calendar)
    edge = ahead.due or ahead.not_before or on
    duties = _sorted(settled_duty(each, calendar) for each in _waiting(on, department, kinds))
    running = [each for each in duties if each.kind != WINDOW or not _late(each, on)]
    overdue = tuple(each for each in running if _late(each, on))
    ahead_of = [each for each in running if not _late(each, on)]
    return Todo(
        on=on,
        near_until=edge,
        overdue=overdue,
        within=tuple(each for each in ahead_of if each.day <= edge),
        later=tuple(each for each in ahead_of if each.day > edge),
    )


def met(*, on: date, department: str | None = None, kinds: Iterable[str] = ()) -> QuerySet[Clock]:
    """The clocks met by a day, latest first; of one department or all, of these kinds or all."""
    found = Clock.objects.filter(met_on__lte=on).order_by("-met_on", "kind", "subject")
    if department is not None:
        found = found.filter(department=department)
    wanted = list(kinds)
    return found.filter(kind__in=wanted) if wanted else found


def duties(*, on: date, calendar: WorkCalendar, organisation: str) -> tuple[Duty, ...]:
    """Every duty about an organisation that is there on a day, met or not, soonest first."""
    found = Clock.objects.filter(organisation=organisation, opens_on__lte=on)
    return _sorted(settled_duty(each, calendar) for each in found)


def clock(*, kind: str, of: str, calendar: WorkCalendar) -> Duty | None:
    """The latest clock of a kind for an aggregate or a task; also one that is still to open."""
    found = Clock.objects.filter(
        Q(aggregate=of) | Q(subject=of) & ~Q(subject=F("aggregate")), kind=kind
    )
    latest = found.order_by("-opens_on", "-ordinal").first()
    return settled_duty(latest, calendar) if latest else None


def waiting_on(*, ids: Iterable[str], on: date) -> QuerySet[Clock]:
    """The duties about any of these aggregates or tasks that a day leaves open, begun or not yet."""
    named = Q(aggregate__in=list(ids)) | Q(subject__in=list(ids))
    unmet = Q(met_on__isnull=True) | Q(met_on__gt=on)
    there = Q(not_after__isnull=True) | Q(not_after__gte=on)
    return Clock.objects.filter(named, unmet, there).order_by("aggregate", "kind", "ordinal")


def _waiting(on: date, department: str | None, kinds: Iterable[str]) -> QuerySet[Clock]:
    unmet = Q(met_on__isnull=True) | Q(met_on__gt=on)
    there = Q(not_after__isnull=True) | Q(not_after__gte=on)
    found = Clock.objects.filter(unmet, there, opens_on__lte=on)
    if department is not None:
        found = found.filter(department=department)
    wanted = list(kinds)
    return found.filter(kind__in=wanted) if wanted else found


def settled_duty(clock: Clock, calendar: WorkCalendar) -> Duty:
    """A clock of the shelf as a duty, its due day settled by the calendar as known now."""
    due = settled(
        start=clock.start_on,
        working_days=clock.working_days,
        due_on=clock.due_on,
        not_before=clock.not_before,
        calendar=calendar,
    )
    return Duty(
        kind=clock.kind,
        subject=clock.subject,
        aggregate=clock.aggregate,
        organisation=clock.organisation,
        department=clock.department,
        start_on=clock.start_on,
        working_days=clock.working_days,
        due_on=due.due,
        not_before=due.not_before,
        provisional=due.provisional,
        rule=clock.rule,
        met_on=clock.met_on,
    )


def _sorted(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda each: (each.day, each.kind, each.subject)))


def _late(duty: Duty, on: date) -> bool:
    return duty.due_on is not None and duty.due_on < on
