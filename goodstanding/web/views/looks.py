"""The list of records an officer must look at before the whole of them is public."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.looks import COLUMNS, LookFilter, cells, fitting, lines
from goodstanding.web.paging import page_of
from goodstanding.web.returns import whole_city
from goodstanding.web.visit import Visited


def looks(request: Visited) -> HttpResponse:
    """What of the visitor's department waits for a look; the credit office and auditors see all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {
        "chosen": chosen,
        "page": page,
        "rows": lines(request.visit, page.rows),
        "own": not whole_city(request.visit),
    }
    return render(request, "web/looks.html", context)


def looks_file(request: Visited, suffix: str) -> HttpResponse:
    """The same as a file, without the texts: all of them, whatever page was shown."""
    found = lines(request.visit, fitting(request.visit, _chosen(request))[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="to-look-at", suffix=suffix)


def _chosen(request: Visited) -> LookFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    return LookFilter.asked(request)
