"""What do departments apply, what do they still have to do, and who is late?"""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Max, Q, QuerySet

from goodstanding.clocks.settling import settled
from goodstanding.measures.models import AppliedMeasure, Task
from goodstanding.rules.workdays import WorkCalendar

#: What `late` is asked for, and the tasks it means.
KINDS = {"response": "respond", "feedback": "apply"}


def measure(*, id: str) -> AppliedMeasure | None:
    """The measure of that id, or None."""
    return AppliedMeasure.objects.filter(id=id).first()


def measures(*, ids: Iterable[str]) -> dict[str, AppliedMeasure]:
    """The measures of these ids, as far as they exist."""
    return AppliedMeasure.objects.in_bulk(list(set(ids)))


def ids_of(*, measure: str, department: str | None = None) -> set[str]:
    """The ids of everything applied under a measure of the catalogue; at one department or all."""
    found = AppliedMeasure.objects.filter(measure=measure)
    found = found.filter(department=department) if department else found
    return set(found.values_list("id", flat=True))


def of_organisation(*, organisation: str) -> QuerySet[AppliedMeasure]:
    """Every measure about an organisation."""
    return AppliedMeasure.objects.filter(organisation=organisation).order_by("first_day", "id")


def carried_through(*, organisations: Iterable[str]) -> dict[str, date]:
    """The last day on which any measure about each of some organisations is carried."""
    found = AppliedMeasure.objects.filter(organisation__in=set(organisations)).order_by()
    return dict(found.values_list("organisation").annotate(Max("last_day")))


def under(*, designation: str) -> QuerySet[AppliedMeasure]:
    """The measures that rest, among others, on a designation."""
    return AppliedMeasure.objects.filter(designations__contains=[designation]).order_by("id")


def of_department(*, department: str, on: date) -> QuerySet[AppliedMeasure]:
    """The measures a department applies and that some designation carries on a day."""
    return AppliedMeasure.objects.filter(
        department=department, answer="apply", first_day__lte=on, last_day__gte=on
    ).order_by("organisation", "id")


def carrying(*, measures: Iterable[str], on: date) -> QuerySet[AppliedMeasure]:
    """What is applied under measures of the catalogue and carried on a day, whoever it is about.

    Whether what carries it is in force that day, stays looked at, `designations` tells.
    """
    found = AppliedMeasure.objects.filter(measure__in=list(measures), released=False)
    return found.filter(first_day__lte=on, last_day__gte=on).exclude(answer="not_applied")


def task(*, id: str) -> Task | None:
    """The task of that id, or None; a lift that only time brings has one too."""
    return Task.objects.filter(id=id).first()


def tasks(
    *,
    on: date,
    department: str | None = None,
    organisation: str | None = None,
    open_only: bool = True,
) -> QuerySet[Task]:
    """The tasks there are on a day, soonest due first, lifts that time brought included.

    Args:
        on: a lift for a last day is there from the day after it; an answer to what is over is not.
        department: of one, or of all.
        organisation: about one, or about all.
        open_only: leave out what is done.
    """
    found = Task.objects.filter(_there(on), opens_on__lte=on)
    if open_only:
        found = found.filter(_waiting(on))
    if department is not None:
        found = found.filter(department=department)
    if organisation is not None:
        found = found.filter(organisation=organisation)
    return found.order_by(F("due_on").asc(nulls_last=True), "id")


def open_lifts(*, on: date) -> dict[str, list[Task]]:
    """The lifts not yet done on a day, by each designation they rest on."""
    waiting = list(tasks(on=on).filter(kind="lift"))
    under = measures(ids=(each.measure_id for each in waiting))
    found: dict[str, list[Task]] = {}
    for each in waiting:
        for case in under[each.measure_id].designations:
            found.setdefault(case, []).append(each)
    return found


def tasks_of(*, measure_id: str) -> list[Task]:
    """Every task of a measure, done or not, in the order they came; also a lift still to come."""
    return list(Task.objects.filter(measure_id=measure_id).order_by("opens_on", "id"))


def tasks_under(*, measures: Iterable[str]) -> list[Task]:
    """Every task of these measures, as `tasks_of` lists them, one measure after the other."""
    found = Task.objects.filter(measure_id__in=set(measures))
    return list(found.order_by("measure_id", "opens_on", "id"))


def late(
    *,
    on: date,
    kind: str,
    department: str | None = None,
    calendar: WorkCalendar | None = None,
) -> list[Task]:
    """The tasks that should have been done before a day and are not, longest overdue first.

    Args:
        on: a task due that very day is not late.
        kind: ``response`` or ``feedback``.
        department: of one, or of all.
        calendar: settles due dates that were provisional when stored.
    """
    waiting = tasks(on=on, department=department).filter(kind=KINDS[kind])
    maybe = waiting.filter(Q(due_on__lt=on) | Q(due_on__isnull=True, not_before__lt=on))
    found = ((due, each) for each in maybe if (due := _due(each, calendar)) and due < on)
    return [each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].id))]


def _due(task: Task, calendar: WorkCalendar | None) -> date | None:
    return settled(
        start=task.start,
        working_days=task.working_days,
        due_on=task.due_on,
        not_before=task.not_before,
        calendar=calendar,
    ).due


def _there(on: date) -> Q:
    answered = Q(done_on__isnull=False)
    return answered | Q(not_after__isnull=True) | Q(not_after__gte=on)


def _waiting(on: date) -> Q:
    return Q(done_on__isnull=True) | Q(done_on__gt=on)
