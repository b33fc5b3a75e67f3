"""Objections: the list of a department, and one with its progress: who holds it, until when."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.register.reading import content
from goodstanding.rules.objection.file import stage_of
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Objection
from goodstanding.web import subjects
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.objection_lists import COLUMNS, ObjectionFilter, cells, fitting, lines
from goodstanding.web.paging import page_of
from goodstanding.web.step_pages import OBJECTION_STEPS
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited


def objections(request: Visited) -> HttpResponse:
    """The objections the visitor's department decides and that fit; oversight sees all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {"chosen": chosen, "page": page, "rows": lines(request.visit, page.rows)}
    return render(request, "web/objections.html", context)


def objections_file(request: Visited, suffix: str) -> HttpResponse:
    """The same objections as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, _chosen(request)
    found = lines(visit, fitting(visit, chosen)[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="objections", suffix=suffix)


def _chosen(request: Visited) -> ObjectionFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    return ObjectionFilter.asked(request)


def objection(request: Visited, id: str) -> HttpResponse:
    """For the organisation that objects, the department that verifies, and oversight."""
    visit = request.visit
    subject = subjects.objection(visit, id)
    found = subject.state
    assert isinstance(found, Objection)
    texts = content([found.filed_at, found.decided_at])
    steps = [offered(visit, subject, page) for page in OBJECTION_STEPS]
    context = {
        "subject": subject,
        "objection": found,
        "state": state_of(found),
        "text": texts.get(found.filed_at, {}).get("text", ""),
        "outcome_reasons": texts.get(found.decided_at, {}).get("reasons", ""),
        "clock": verification(visit, found),
        "department": visit.titles.department(found.department),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
    }
    return render(request, "web/objection.html", context)


def state_of(objection: Objection) -> str:
    """The state's key in `wording.STATES`."""
    stage = stage_of(objection)
    return "objection-withdrawn" if stage == "withdrawn" else stage


def verification(visit: Visit, objection: Objection) -> Clock | None:
    """The clock of the verification, once it runs."""
    if objection.verification is None:
        return None
    due = visit.law.settled(objection.verification) if visit.law else objection.verification
    return clock(
        due_on=due.due,
        not_before=due.not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=objection.decided_on,
    )
