"""What falls due within three working days, by department: one sheet for the weekly meeting."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import settled_duty
from goodstanding.measures import queries as measures
from goodstanding.oversight import waiting
from goodstanding.web import publicity_lines, returns
from goodstanding.web.accounting import overseen
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visited

MOST = 500


def soon(request: Visited) -> HttpResponse:
    """Before it is late: who has to do what in the next three working days."""
    visit = request.visit
    account = overseen(request)
    found = waiting.soon(on=visit.today, calendar=visit.calendar, department=account.only)
    listed = [settled_duty(each, visit.calendar) for each in found[:MOST]]
    shown = measures.measures(ids=(each.aggregate for each in listed))
    rows = sorted(duty_rows(visit, listed, shown), key=lambda each: each.department)
    groups = [(name, list(each)) for name, each in groupby(rows, key=lambda row: row.department)]
    until = waiting.edge(on=visit.today, calendar=visit.calendar)
    page = {
        "count": found.count(),
        "groups": groups,
        "most": MOST,
        "sent_back": publicity_lines.sent_back_soon(visit, until=until, department=account.only),
        "returns": returns.soon(visit, until=until, department=account.only),
    }
    return render(request, "web/soon.html", page)
