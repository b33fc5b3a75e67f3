"""Every receipt of a check, for those who oversee."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.rules.rights import Action
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited


def receipts(request: Visited) -> HttpResponse:
    """Who asked what, newest first."""
    visit = request.visit
    policy.require(visit.actor, Action.SEE_OVERSIGHT)
    page = page_of(request, Receipt.objects.order_by("-at", "id"))
    names = named(each.organisation for each in page.rows)
    rows = [
        {
            "receipt": each,
            "name": names.get(each.organisation, each.organisation),
            "procedure": visit.titles.procedure(each.procedure),
        }
        for each in page.rows
    ]
    return render(request, "web/receipts_page.html", {"page": page, "receipts": rows})
