"""The public figures of double publicity: who sent, who published in time; no sign-in."""

import json

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.files.writing import csv_bytes
from goodstanding.register.reading import head
from goodstanding.rules.errors import refuse
from goodstanding.web import downloads, publicity_figures
from goodstanding.web.accounting import account_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.views.figures import CACHED
from goodstanding.web.visit import Visited

COLUMNS = ("department", "kind", "period", *publicity_figures.COLUMNS, "as_of", "position")


def publicity_page(request: Visited) -> HttpResponse:
    """A period, licences and penalties apart; each figure is defined beside it."""
    visit, account = request.visit, account_of(request)
    page = {
        "account": account,
        "sections": publicity_figures.sections(visit, account),
        "term": visit.law.value("publication", visit.today) if visit.law else 0,
        "position": head().position,
    }
    return render(request, "web/publicity.html", page)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same period as CSV or JSON, with the day and position it was counted at."""
    account = account_of(request)
    rows = [
        {
            "department": owner,
            "kind": kind,
            "period": account.period.name,
            **publicity_figures.values(each),
            "as_of": request.visit.today.isoformat(),
            "position": head().position,
        }
        for (owner, kind), each in publicity_figures.counted(request.visit, account).items()
    ]
    if suffix == "csv":
        cells = [{name: _text(row[name]) for name in COLUMNS} for row in rows]
        data, type = csv_bytes(cells, COLUMNS), downloads.CSV
    elif suffix == "json":
        data, type = json.dumps(rows, ensure_ascii=False, default=str).encode(), downloads.JSON
    else:
        refuse(PageUnknown())
    name = f"double-publicity-{account.period.name}.{suffix}"
    answer = downloads.download(data, name=name, type=type)
    answer.headers["Cache-Control"] = CACHED
    return answer


def _text(value: object) -> str:
    return "" if value is None else str(value)
