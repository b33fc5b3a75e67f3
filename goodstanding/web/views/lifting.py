"""The public figures of lifting: how fast what ended was lifted, how long what was wrong lasted."""

import json
from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.files.writing import csv_bytes
from goodstanding.oversight import in_error, lift_times
from goodstanding.oversight.asked import readable
from goodstanding.register.reading import head
from goodstanding.rules.errors import refuse
from goodstanding.web import downloads, lifting_figures
from goodstanding.web.accounting import Account, account_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.views.figures import CACHED
from goodstanding.web.visit import Visited

_TIMES = lift_times.LiftTimes.__struct_fields__
COLUMNS = (
    *("department", "period", *_TIMES),
    *("restrictions_in_error", "days_restricted_in_error", "as_of", "position"),
)


def lifting_page(request: Visited) -> HttpResponse:
    """A period of the departments; each figure is defined beside it, with the query that gives it."""
    visit, account = request.visit, account_of(request)
    page = {
        "account": account,
        "tables": lifting_figures.tables(visit, account),
        "term": visit.law.value("lift", visit.today) if visit.law else 0,
        "position": head().position,
    }
    return render(request, "web/lifting.html", page)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same period as CSV or JSON, with the day and position it was counted at."""
    account = account_of(request)
    rows = _rows(request, account)
    if suffix == "csv":
        cells = [{name: lifting_figures.shown(row[name]) for name in COLUMNS} for row in rows]
        data, type = csv_bytes(cells, COLUMNS), downloads.CSV
    elif suffix == "json":
        told = {
            "period": account.period.name,
            "queries": {
                "time_to_lift": readable(lift_times.QUERY),
                "restricted_in_error": readable(in_error.QUERY),
            },
            "departments": rows,
        }
        data, type = json.dumps(told, ensure_ascii=False, default=str).encode(), downloads.JSON
    else:
        refuse(PageUnknown())
    answer = downloads.download(data, name=f"lifting-{account.period.name}.{suffix}", type=type)
    answer.headers["Cache-Control"] = CACHED
    return answer


def _rows(request: Visited, account: Account) -> list[dict[str, Any]]:
    """One line a department that had anything to account for; the city as a whole has no name."""
    times, wrong = lifting_figures.counted(request.visit, account)
    position = head().position
    return [
        {
            "department": owner,
            "period": account.period.name,
            **msgspec.structs.asdict(times.get(owner, lift_times.LiftTimes())),
            "restrictions_in_error": wrong.get(owner, in_error.Wrongful()).cases,
            "days_restricted_in_error": wrong.get(owner, in_error.Wrongful()).days,
            "as_of": request.visit.today.isoformat(),
            "position": position,
        }
        for owner in sorted({*times, *wrong})
    ]
