"""Oversight: who is late with what, which recalls are open; about departments, never organisations."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from goodstanding.clocks.queries import todo
from goodstanding.disclosure import queries as disclosure
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import named
from goodstanding.rules.rights import Action
from goodstanding.web.paging import page_of
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visited

_KINDS = (
    ("response", _("Late with the answer to a measure")),
    ("feedback", _("Late with the report of what was done")),
    ("lift", _("Late with lifting a measure")),
    ("suspend", _("Late with suspending a measure")),
    ("resume", _("Late with resuming a measure")),
    ("verification", _("Late with verifying an objection")),
    ("publication", _("Late with publishing")),
)
MOST = 100


def oversight(request: Visited) -> HttpResponse:
    """For the credit office and auditors; both only read here."""
    visit = request.visit
    policy.require(visit.actor, Action.SEE_OVERSIGHT)
    overdue = todo(on=visit.today, calendar=visit.calendar).overdue
    shown = measures.measures(ids=(each.aggregate for each in overdue[: 3 * MOST]))
    groups = []
    for kind, word in _KINDS:
        late = [each for each in overdue if each.kind == kind]
        rows = duty_rows(visit, late[:MOST], shown)
        groups.append({"kind": kind, "word": word, "count": len(late), "rows": rows})
    recalls = disclosure.open_recalls()
    receipts = page_of(request, Receipt.objects.order_by("-at", "id"))
    names = named(each.organisation for each in [*recalls[:MOST], *receipts.rows])
    context = {
        "overdue": len(overdue),
        "groups": groups,
        "recalls": [(each, visit.titles.department(each.recipient)) for each in recalls[:MOST]],
        "names": names,
        "page": receipts,
        "receipts": [
            {
                "receipt": each,
                "name": names.get(each.organisation, each.organisation),
                "procedure": visit.titles.procedure(each.procedure),
            }
            for each in receipts.rows
        ],
    }
    return render(request, "web/oversight.html", context)
