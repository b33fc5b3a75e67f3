"""Destruction: what waits and what was done, what is due for it, and one with its steps."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.flow.due_for_removal import due_for_removal
from goodstanding.organisations.queries import named
from goodstanding.register.reading import acts_at, content
from goodstanding.removals import queries
from goodstanding.removals.models import Removal as Row
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record, Removal
from goodstanding.web.act_words import act_word
from goodstanding.web.paging import page_of
from goodstanding.web.removal_pages import ABOUT
from goodstanding.web.removal_pages import removal as subject_of
from goodstanding.web.subjects import Subject
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited


def removals(request: Visited) -> HttpResponse:
    """The destructions of the visitor's department, those that wait first; oversight sees all.

    ``?by=others``: only what waits for the visitor, proposed by another.
    """
    department, me = _department(request.visit), request.visit.actor.id
    if request.GET.get("by") == "others":
        found = queries.to_approve(department=department, other_than=me)
    else:
        found = queries.removals(department=department)
    page = page_of(request, found)
    return render(request, "web/removals.html", {"page": page, "rows": _lines(page.rows)})


def due(request: Visited) -> HttpResponse:
    """The records whose contents have been kept as long as the rulebook asks."""
    visit = request.visit
    page = page_of(request, due_for_removal(on=visit.today, department=_department(visit)))
    names = named(each.organisation for each in page.rows)
    rows = [
        {
            "row": each,
            "name": names.get(each.organisation, ""),
            "kind": visit.titles.kind(each.record_kind),
        }
        for each in page.rows
    ]
    return render(request, "web/removals_due.html", {"page": page, "rows": rows})


def _department(visit: Visit) -> str | None:
    """The visitor's own; none for oversight, which sees all."""
    actor = visit.actor
    policy.require(actor, Action.READ_REMOVALS, department=actor.department)
    return actor.department or None


def _lines(rows: Iterable[Row]) -> list[dict[str, Any]]:
    listed = list(rows)
    names = named(each.organisation for each in listed)
    return [{"row": each, "name": names.get(each.organisation, "")} for each in listed]


def removal(request: Visited, id: str) -> HttpResponse:
    """What is or was destroyed, under what, by whose hands."""
    visit = request.visit
    subject = subject_of(visit, id)
    found = subject.state
    assert isinstance(found, Removal)
    steps = [offered(visit, subject, page) for page in ABOUT]
    acts = acts_at(found.positions).values()
    told = sorted((each.header for each in acts), key=lambda each: each.position)
    context = {
        "found": found,
        "name": subject.name,
        "target": _target(visit, subject, found),
        "department": visit.titles.department(found.department),
        "reasons": content([found.proposed_at]).get(found.proposed_at, {}).get("reasons", ""),
        "acts": [(each, act_word(each.kind)) for each in told],
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons],
    }
    return render(request, "web/removal.html", context)


def _target(visit: Visit, subject: Subject, found: Removal) -> str:
    target = subject.work.states.get(found.target)
    if isinstance(target, Record):
        return f"{visit.titles.kind(target.record_kind)} {target.document}"
    return visit.titles.ground(getattr(target, "ground", found.target))
