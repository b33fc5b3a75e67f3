"""Objections: the list of a department, and one with its progress: who holds it, until when."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.rules.objection.file import stage_of
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Objection, Record
from goodstanding.web import letters, subjects
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.letter_links import of_matter
from goodstanding.web.objection_lists import COLUMNS, ObjectionFilter, cells, fitting, lines
from goodstanding.web.objection_way import objection_points
from goodstanding.web.paging import page_of
from goodstanding.web.proceeding_lists import about
from goodstanding.web.service_pages import OBJECTION_SERVICE, to_be_served
from goodstanding.web.step_pages import OBJECTION_STEPS
from goodstanding.web.subjects import Subject
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
    pages = [*OBJECTION_STEPS, *(OBJECTION_SERVICE if to_be_served(found) else ())]
    steps = [offered(visit, subject, page) for page in pages]
    context = {
        "subject": subject,
        "objection": found,
        "state": state_of(found),
        "against": _against(visit, subject, found),
        "letters": of_matter(visit, found),
        "proceedings": about(visit, [found.target]),
        "inside": True,
        **letters.remedies(visit, found.decided_on or visit.today),
        "points": objection_points(visit, found, subject.work),
        "department": visit.titles.department(found.department),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
    }
    return render(request, "web/objection.html", context)


def _against(visit: Visit, subject: Subject, objection: Objection) -> str:
    """The record's or the designation's name, as its page has it."""
    target = subject.work.states.get(objection.target)
    if isinstance(target, Record):
        return f"{visit.titles.kind(target.record_kind)} {target.document}"
    return visit.titles.ground(getattr(target, "ground", objection.target))


def state_of(objection: Objection) -> str:
    """The state's key in `wording.STATES`."""
    stage = stage_of(objection)
    return "objection-withdrawn" if stage == "withdrawn" else stage
