"""“Not the same as”: the statements of a department, and each with what can be done about it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.organisations import distinguishing
from goodstanding.organisations.models import Distinction as Row
from goodstanding.organisations.queries import named
from goodstanding.register.reading import content
from goodstanding.rules.distinct import Distinction
from goodstanding.rules.rights import Action
from goodstanding.web.distinct_pages import ABOUT
from goodstanding.web.distinct_pages import distinction as subject_of
from goodstanding.web.paging import page_of
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visited


def distinctions(request: Visited) -> HttpResponse:
    """The statements of the visitor's department, those that wait first; oversight sees all."""
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    page = page_of(request, distinguishing.of_department(department=actor.department))
    return render(request, "web/distinctions.html", {"page": page, "rows": _lines(page.rows)})


def _lines(rows: Iterable[Row]) -> list[dict[str, Any]]:
    listed = list(rows)
    names = named(code for each in listed for code in (each.code, each.other))
    return [
        {"row": each, "name": names.get(each.code, ""), "other": names.get(each.other, "")}
        for each in listed
    ]


def distinction(request: Visited, id: str) -> HttpResponse:
    """Both organisations, what tells them apart, who may confirm or take back."""
    visit = request.visit
    subject = subject_of(visit, id)
    found = subject.state
    assert isinstance(found, Distinction)
    steps = [offered(visit, subject, page) for page in ABOUT]
    context = {
        "found": found,
        "names": named([found.organisation, found.other]),
        "department": visit.titles.department(found.department),
        "reasons": content([found.stated_at]).get(found.stated_at, {}).get("reasons", ""),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons],
    }
    return render(request, "web/distinction.html", context)
