"""What an organisation has earned, why and until when: for itself, and for whoever may check it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goodstanding.flow import policy
from goodstanding.flow.conditions import read_conditions
from goodstanding.flow.read import read_standing
from goodstanding.organisations.queries import named
from goodstanding.rules.rights import Action
from goodstanding.web.condition_cards import condition_cards, named_for
from goodstanding.web.visit import Visit, Visited


def earned(request: Visited, code: str) -> HttpResponse:
    """What we have earned, for the organisation's own people."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_DOSSIER, organisation=code)
    return render(request, "web/earned.html", {**_page(visit, code), "own": True})


def conditions(request: Visited, code: str) -> HttpResponse:
    """The same for officers, cut to the records they may see."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_CONDITIONS, organisation=code)
    page = _page(visit, code)
    if page["code"] != code:
        return redirect("web:conditions", page["code"])
    return render(request, "web/earned.html", page)


def _page(visit: Visit, code: str) -> dict[str, Any]:
    told = read_conditions(visit.call, code=code)
    standing = read_standing(visit.call, code=code).standing
    cards = condition_cards(visit, told)
    return {
        "code": told.organisation,
        "name": named([told.organisation]).get(told.organisation, ""),
        "cards": cards,
        "named": named_for(visit, standing),
        "met": [each for each in cards if each.met],
    }
