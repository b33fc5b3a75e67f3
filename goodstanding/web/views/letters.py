"""Letters on paper: the notice and the decision of a case, the outcome of an objection."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goodstanding.flow.write_letter import write_letter
from goodstanding.letters.printing import pdf
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.letters import due
from goodstanding.rules.letters.words import language_of
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection
from goodstanding.web import letters, subjects
from goodstanding.web.downloads import PDF, download
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit, Visited


def notice(request: Visited, id: str) -> HttpResponse:
    """The notice of a proposed designation; before it is served only for who has to serve it."""
    subject = subjects.case(request.visit, id)
    require_none(notice_obstacles(request.visit, subject))
    return _page(request, subject, "notice", letters.notice(request.visit, subject))


def decision(request: Visited, id: str) -> HttpResponse:
    """The decision on a case, to designate or not to."""
    subject = subjects.case(request.visit, id)
    assert isinstance(subject.state, Designation)
    require_none(due.decision_refusals(subject.state))
    return _page(request, subject, "decision", letters.decision(request.visit, subject))


def outcome(request: Visited, id: str) -> HttpResponse:
    """The outcome of an objection."""
    subject = subjects.objection(request.visit, id)
    assert isinstance(subject.state, Objection)
    require_none(due.outcome_refusals(subject.state))
    return _page(request, subject, "outcome", letters.outcome(request.visit, subject))


def _page(request: Visited, subject: Subject, letter: str, said: dict[str, Any]) -> HttpResponse:
    """The letter as a page, with the way to the same letter as a PDF."""
    address = reverse("web:letter-file", args=[subject.id, letter])
    return render(request, f"web/letters/{letter}.html", {**said, "pdf": address})


def file(request: Visited, id: str, letter: str) -> HttpResponse:
    """A letter as a PDF, in the language asked for; for its department and its organisation."""
    language = language_of(request.GET.get("lang", ""))
    written = write_letter(request.visit.call, letter=letter, of=id, language=language)
    return download(pdf(written), name=f"{letter}-{id}-{language}.pdf", type=PDF)


def notice_obstacles(visit: Visit, subject: Subject) -> list[Refusal]:
    """What stands against the letter of the notice for this reader."""
    case = subject.state
    assert isinstance(case, Designation)
    serving = allowed(visit.actor, Action.READ_CASE, department=case.department)
    return due.notice_refusals(case, serving=serving)
