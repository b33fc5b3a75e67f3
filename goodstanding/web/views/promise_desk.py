"""The promises made to a department: what waits to be verified, claims, and the list as a file."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.promise_lists import (
    COLUMNS,
    DeskPromiseFilter,
    cells,
    lines,
    of_desk,
)
from goodstanding.web.visit import Visited


def promise_desk(request: Visited) -> HttpResponse:
    """The promises made to the visitor's department and that fit; oversight sees all."""
    chosen = _chosen(request)
    page = page_of(request, of_desk(request.visit, chosen))
    rows = lines(request.visit, page.rows, inside=True)
    return render(request, "web/promise_desk.html", {"chosen": chosen, "page": page, "rows": rows})


def promise_desk_file(request: Visited, suffix: str) -> HttpResponse:
    """The same promises as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, _chosen(request)
    found = lines(visit, of_desk(visit, chosen)[:MOST_ROWS], inside=True)
    return sheet(map(cells, found), COLUMNS, name="promises-to-us", suffix=suffix)


def _chosen(request: Visited) -> DeskPromiseFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_COMMITMENT, department=actor.department or None)
    return DeskPromiseFilter.asked(request)
