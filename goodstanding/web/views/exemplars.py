"""Exemplars: the public list of who consents, and the dated lists to take away; no sign-in."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow.exemplars import note_taken
from goodstanding.letters.tables import sheet_pdf
from goodstanding.rules.errors import refuse
from goodstanding.rules.exemplar.listed import good_until
from goodstanding.web.downloads import MOST_ROWS, PDF, download, sheet
from goodstanding.web.exemplar_lists import (
    COLUMNS,
    PRINTED,
    ExemplarFilter,
    cells,
    dated_list,
    fitting,
    lines,
)
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

SUFFIXES = ("xlsx", "csv", PRINTED)


def exemplars(request: Visited) -> HttpResponse:
    """Who is recognised today and consents to being named."""
    visit = request.visit
    chosen = ExemplarFilter.asked(request)
    page = page_of(request, fitting(visit, chosen))
    context = {
        "chosen": chosen,
        "page": page,
        "rows": lines(visit, page.rows),
        "until": good_until(visit.today),
    }
    return render(request, "web/exemplars.html", context)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same list as a file, dated; who took it is noted before it is read."""
    if suffix not in SUFFIXES:
        refuse(PageUnknown())
    visit, chosen = request.visit, ExemplarFilter.asked(request)
    if request.method == "GET":
        note_taken(visit.call, format=suffix)
    found = lines(visit, fitting(visit, chosen)[:MOST_ROWS])
    name = f"exemplars-{visit.today.isoformat()}"
    if suffix == PRINTED:
        made = sheet_pdf(dated_list(visit, found, chosen))
        return download(made, name=f"{name}.pdf", type=PDF)
    site = settings.SITE
    rows = (cells(visit, each, site=site) for each in found)
    return sheet(rows, COLUMNS, name=name, suffix=suffix)
