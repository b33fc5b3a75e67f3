"""The home of an officer: what waits, overdue first; and what waits without a clock."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from goodstanding.clocks.queries import Duty, todo
from goodstanding.designations import queries as designations
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow import policy
from goodstanding.flow.reopen import reopenings
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.publication import queries as publication
from goodstanding.remedies import queries as remedies
from goodstanding.rules.rights import Action
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visit, Visited

#: A page that waits on a slow query helps nobody; the rest is told as a number.
MOST = 200


def desk(request: Visited) -> HttpResponse:
    """What the visitor's department has to do; the auditor reads everybody's."""
    visit = request.visit
    department = visit.actor.department or None
    policy.require(visit.actor, Action.READ_TASKS, department=department)
    waiting = todo(on=visit.today, calendar=visit.calendar, department=department)
    overdue, within, later = waiting.overdue, waiting.within, waiting.later
    shown = measures.measures(ids=(each.aggregate for each in waiting.all[: 3 * MOST]))
    groups = [
        _group(visit, "is-late", "late", _("Overdue"), overdue, shown),
        _group(visit, "is-stay", "clock", _("Due within 4 working days"), within, shown),
        _group(visit, "is-quiet", "day", _("Later"), later, shown),
    ]
    page = {
        "serves": visit.titles.department(department) if department else "",
        "total": len(waiting.all),
        "overdue": len(overdue),
        "groups": [group for group in groups if group["count"]],
        **_without_clock(visit, department),
    }
    return render(request, "web/desk.html", page)


def _group(
    visit: Visit, tone: str, icon: str, word: object, duties: tuple[Duty, ...], shown: Any
) -> dict[str, Any]:
    return {
        "tone": tone,
        "icon": icon,
        "word": word,
        "count": len(duties),
        "rows": duty_rows(visit, duties[:MOST], shown),
    }


def _without_clock(visit: Visit, department: str | None) -> dict[str, Any]:
    """What waits for a step that no clock drives."""
    cases = list(designations.open_cases(department=department)[:MOST])
    filed = remedies.open_objections(department=department).filter(accepted_on__isnull=True)
    objections = list(filed[:MOST])
    entries = publication.transcribed(department=department)
    unconfirmed = [
        each for each in entries[:MOST] if not designations.on_record(record=each.record).exists()
    ]
    recipient = visit.actor.recipient if department else None
    open_reopenings = [
        each for each in reopenings(today=visit.today, recipient=recipient) if not each.outcome
    ]
    every = [*cases, *objections, *unconfirmed]
    return {
        "cases": [(each, visit.titles.ground(each.ground)) for each in cases],
        "objections": objections,
        "unconfirmed": unconfirmed,
        "names": named(each.organisation for each in every),
        "recalls": len(disclosure.open_recalls(recipient=recipient)),
        "reopenings": len(open_reopenings),
    }
