"""Reviews and court cases: the list of a department, and one with its way."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.remedies import queries as remedies
from goodstanding.rules.proceeding.state import Proceeding
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.web import subjects
from goodstanding.web.paging import page_of
from goodstanding.web.proceeding_lists import lines
from goodstanding.web.proceeding_steps import PROCEEDING_STEPS
from goodstanding.web.proceeding_way import proceeding_points
from goodstanding.web.shield_steps import END
from goodstanding.web.subjects import Subject
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited


def proceedings(request: Visited) -> HttpResponse:
    """The reviews and court cases about what the visitor's department decided; oversight sees all."""
    visit = request.visit
    actor = visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    found = remedies.proceedings_of_department(department=actor.department or None)
    page = page_of(request, found)
    return render(request, "web/proceedings.html", {"page": page, "rows": lines(visit, page.rows)})


def proceeding(request: Visited, id: str) -> HttpResponse:
    """For the organisation, the department whose decision it is about, and oversight."""
    visit = request.visit
    subject = subjects.proceeding(visit, id)
    found = subject.state
    assert isinstance(found, Proceeding)
    steps = [
        offered(visit, subject, page) for page in ((END,) if found.ruling else PROCEEDING_STEPS)
    ]
    context = {
        "subject": subject,
        "proceeding": found,
        "state": f"proceeding-{found.stage}",
        "target": _target(visit, subject, found),
        "stayed": found.stays(visit.today),
        "shielding": found.shields(visit.today),
        "points": proceeding_points(visit, found),
        "department": visit.titles.department(found.department),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
    }
    return render(request, "web/proceeding.html", context)


def _target(visit: Visit, subject: Subject, proceeding: Proceeding) -> str:
    """The record's or the designation's name, as its page has it."""
    target = subject.work.states.get(proceeding.target)
    if isinstance(target, Record):
        return f"{visit.titles.kind(target.record_kind)} {target.document}"
    if proceeding.ruling:
        return subject.name
    return visit.titles.ground(getattr(target, "ground", proceeding.target))
