"""The list of listings decided elsewhere that wait for a second officer."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow import policy
from goodstanding.rules.rights import Action
from goodstanding.web.confirmations import COLUMNS, ConfirmationFilter, cells, fitting, lines
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited


def confirmations(request: Visited) -> HttpResponse:
    """What of the visitor's department waits for a second officer; oversight sees all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {"chosen": chosen, "page": page, "rows": lines(page.rows)}
    return render(request, "web/confirmations.html", context)


def confirmations_file(request: Visited, suffix: str) -> HttpResponse:
    """The same as a file: all of them, whatever page was shown."""
    found = lines(fitting(request.visit, _chosen(request))[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="confirmations", suffix=suffix)


def _chosen(request: Visited) -> ConfirmationFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_CASE, department=actor.department)
    return ConfirmationFilter.asked(request)
