"""Letters on paper: the notice and the decision of a case, the outcome of an objection."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.rules import letters as due
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection
from goodstanding.web import letters, subjects
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit, Visited


def notice(request: Visited, id: str) -> HttpResponse:
    """The notice of a proposed designation; before it is served only for who has to serve it."""
    subject = subjects.case(request.visit, id)
    require_none(notice_obstacles(request.visit, subject))
    return render(request, "web/letters/notice.html", letters.notice(request.visit, subject))


def decision(request: Visited, id: str) -> HttpResponse:
    """The decision on a case, to designate or not to."""
    subject = subjects.case(request.visit, id)
    assert isinstance(subject.state, Designation)
    require_none(due.decision_refusals(subject.state))
    return render(request, "web/letters/decision.html", letters.decision(request.visit, subject))


def outcome(request: Visited, id: str) -> HttpResponse:
    """The outcome of an objection."""
    subject = subjects.objection(request.visit, id)
    assert isinstance(subject.state, Objection)
    require_none(due.outcome_refusals(subject.state))
    return render(request, "web/letters/outcome.html", letters.outcome(request.visit, subject))


def notice_obstacles(visit: Visit, subject: Subject) -> list[Refusal]:
    """What stands against the letter of the notice for this reader."""
    case = subject.state
    assert isinstance(case, Designation)
    serving = allowed(visit.actor, Action.READ_CASE, department=case.department)
    return due.notice_refusals(case, serving=serving)
