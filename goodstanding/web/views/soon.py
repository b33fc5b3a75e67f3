"""What falls due within three working days, by department: one sheet for the weekly meeting."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.clocks.queries import todo
from goodstanding.flow import policy
from goodstanding.measures import queries as measures
from goodstanding.oversight import kept
from goodstanding.rules.rights import Action
from goodstanding.web.rows import duty_rows
from goodstanding.web.visit import Visited

WORKING_DAYS = 3
MOST = 500


def soon(request: Visited) -> HttpResponse:
    """Before it is late: who has to do what in the next three working days."""
    visit = request.visit
    policy.require(visit.actor, Action.SEE_OVERSIGHT)
    found = todo(
        on=visit.today, calendar=visit.calendar, kinds=kept.KINDS, near=WORKING_DAYS
    ).within
    shown = measures.measures(ids=(each.aggregate for each in found[:MOST]))
    rows = sorted(duty_rows(visit, found[:MOST], shown), key=lambda each: each.department)
    groups = [(name, list(each)) for name, each in groupby(rows, key=lambda row: row.department)]
    page = {"count": len(found), "groups": groups, "most": MOST}
    return render(request, "web/soon.html", page)
