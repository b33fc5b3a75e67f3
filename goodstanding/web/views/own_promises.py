"""An organisation's promises: what it promised, and what it may promise by which text."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.commitments import queries as promised
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.register.reading import stored
from goodstanding.rules.errors import refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Organisation
from goodstanding.web.law_words import months
from goodstanding.web.promise_lists import lines
from goodstanding.web.promise_words import AREAS, fixed
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit, Visited


def own_promises(request: Visited, code: str) -> HttpResponse:
    """For the organisation, its department at the counter, and oversight."""
    visit = request.visit
    department = visit.actor.department or None
    policy.require(visit.actor, Action.READ_COMMITMENT, organisation=code, department=department)
    organisation = stored([code]).get(code)
    if not isinstance(organisation, Organisation):
        refuse(PageUnknown())
    found = promised.of_organisation(organisation=code)
    mine = visit.represents or not department
    rows = found if mine else found.filter(department=department)
    context = {
        "code": code,
        "name": named([code]).get(code, code),
        "rows": lines(visit, rows, inside=True),
        "templates": _templates(visit, organisation),
    }
    return render(request, "web/own_promises.html", context)


def _templates(visit: Visit, organisation: Organisation) -> list[dict[str, Any]]:
    """The texts in force that are for this class, where the visitor may promise."""
    found: list[dict[str, Any]] = []
    for each in visit.law.rulebook.commitments.values() if visit.law else ():
        if not each.in_force.holds_on(visit.today) or organisation.class_id not in each.targets:
            continue
        if not _may(visit, organisation.id, each.departments):
            continue
        found.append(
            {
                "id": f"{organisation.id}.{each.id}",
                "title": in_language(each.title),
                "area": fixed(each.area),
                "place": AREAS.index(each.area),
                "departments": visit.titles.departments(each.departments),
                "longest": months(each.max_months),
                "by_rule": each.published is not None,
            }
        )
    return sorted(found, key=lambda each: each["place"])


def _may(visit: Visit, code: str, departments: tuple[str, ...]) -> bool:
    own = visit.actor.department
    asked = own if own in departments else None
    return allowed(visit.actor, Action.MAKE_COMMITMENT, organisation=code, department=asked)
