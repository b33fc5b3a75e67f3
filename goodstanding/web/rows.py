"""Rows of lists: duties and tasks with their clock, organisation and address."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.urls import reverse

from goodstanding.clocks.queries import Duty
from goodstanding.measures.models import AppliedMeasure, Task
from goodstanding.organisations.queries import named
from goodstanding.oversight.period import month_of
from goodstanding.web.accounting import period_word
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.pauses import pauses
from goodstanding.web.visit import Visit

_PLACES = {
    "statement": "web:case",
    "objection-acceptance": "web:objection",
    "verification": "web:objection",
    "publication": "web:record",
    "correction": "web:record",
    "carry-out": "web:proceeding",
    "repair-acceptance": "web:repair",
    "repair-decision": "web:repair",
    "missing-list": "web:application",
    "application": "web:application",
    "commitment-verification": "web:promise",
    "inspection-results": "web:inspection",
}


class DutyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One duty as a row of a list; ``why``: why what it is about is paused, if it is."""

    kind: str
    organisation: str
    name: str
    department: str
    clock: Clock
    url: str
    detail: str
    why: str = ""


def duty_rows(
    visit: Visit, duties: Iterable[Duty], measures: dict[str, AppliedMeasure]
) -> list[DutyRow]:
    """Duties as rows, names looked up once for all."""
    listed = list(duties)
    names = named(each.organisation for each in listed)
    paused = pauses(visit, listed, measures)
    return [
        DutyRow(
            kind=each.kind,
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            department=visit.titles.department(each.department),
            clock=_clock(visit, each.due_on, each.not_before, each.met_on),
            url=_address(each),
            detail=_detail(visit, each, measures),
            why="" if each.met_on else paused.get(each.aggregate, ""),
        )
        for each in listed
    ]


def _address(duty: Duty) -> str:
    if duty.kind == "return":
        month = duty.start_on.strftime("%Y-%m")
        return f"{reverse('web:return', args=[month])}?department={duty.department}"
    if duty.kind in _PLACES:
        return reverse(_PLACES[duty.kind], args=[duty.aggregate])
    return reverse("web:task", args=[duty.subject])


def _detail(visit: Visit, duty: Duty, measures: dict[str, AppliedMeasure]) -> str:
    if duty.kind == "return":
        return period_word(month_of(duty.start_on))
    measure = measures.get(duty.aggregate)
    return visit.titles.measure(measure.measure) if measure else ""


def _clock(
    visit: Visit, due_on: date | None, not_before: date | None, met_on: date | None
) -> Clock:
    return clock(
        due_on=due_on,
        not_before=not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=met_on,
    )


def task_rows(
    visit: Visit, tasks: Iterable[Task], measures: dict[str, AppliedMeasure]
) -> list[DutyRow]:
    """Tasks as rows."""
    listed = list(tasks)
    names = named(each.organisation for each in listed)
    return [
        DutyRow(
            kind=each.kind,
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            department=visit.titles.department(each.department),
            clock=_clock(visit, each.due_on, each.not_before, each.done_on),
            url=reverse("web:task", args=[each.id]),
            detail=visit.titles.measure(measures[each.measure_id].measure)
            if each.measure_id in measures
            else "",
        )
        for each in listed
    ]
