"""Verifying as a page: run now, in the background; its results are kept."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goodstanding.audit import queries
from goodstanding.flow import policy
from goodstanding.flow.proving import BOUND, ask_verification
from goodstanding.register.reading import head
from goodstanding.rules.rights import Action
from goodstanding.web.audited import people
from goodstanding.web.paging import page_of
from goodstanding.web.proving import prove
from goodstanding.web.visit import Visited

#: A small register is verified before anybody would look away; of a larger one the page tells.
PATIENCE_SECONDS = 1.0


def verification(request: Visited) -> HttpResponse:
    """The last result, whether one runs, and those before."""
    visit = request.visit
    policy.require(visit.actor, Action.VERIFY_REGISTER)
    running = queries.running()
    lost = bool(running and running.asked_at < visit.call.at - BOUND)
    page = page_of(request, queries.verifications().filter(ended_at__isnull=False), size=10)
    who = people(each.asked_by for each in page.rows)
    context = {
        "running": None if lost else running,
        "lost": lost,
        "last": queries.verifications().filter(ended_at__isnull=False).first(),
        "page": page,
        "rows": [(each, who[each.asked_by]) for each in page.rows],
        "head": head(),
        "still": "still" in request.GET,
    }
    return render(request, "web/audit/verification.html", context)


@require_POST
def verify_now(request: Visited) -> HttpResponse:
    """Run one, unless one runs."""
    asked = ask_verification(request.visit.call)
    if asked is not None:
        prove(asked, wait=PATIENCE_SECONDS)
    return redirect("web:audit-verification")
