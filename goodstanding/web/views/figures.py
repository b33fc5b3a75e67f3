"""Public figures: how departments keep the clocks and how much had to be undone; no sign-in."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.disclosure import queries as disclosure
from goodstanding.files.writing import csv_bytes
from goodstanding.oversight import kept, undone
from goodstanding.oversight.in_error import Wrongful, wrongful
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.register.reading import head
from goodstanding.rules.errors import refuse
from goodstanding.rules.spread import share
from goodstanding.web import downloads, figures
from goodstanding.web.accounting import Account, account_of, asked
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

COLUMNS = (
    *("department", "period", "to_publish", "published_in_time", "published_late"),
    *("lifts", "lift_median", "lift_nine_tenths", "lift_worst"),
    *("objections_decided", "objections_upheld"),
    *("restrictions_in_error", "days_restricted_in_error", "recalls", "recalls_acknowledged"),
    *("as_of", "position"),
)
#: The files may be kept for ten minutes: each says as of which day and position it was counted.
CACHED = "public, max-age=600"


def figures_page(request: Visited) -> HttpResponse:
    """A period of the departments, each figure defined beside it."""
    visit, account = request.visit, account_of(request)
    told, acknowledged = disclosure.recall_counts(recipient=account.only)
    page = {
        "account": account,
        **figures.of_period(visit, account),
        "rows": _rows(request, account),
        "wrongful": wrongful(asked(visit, account))[""],
        "recalls": {"told": told, "done": acknowledged, "share": share(acknowledged, told)},
        "position": head().position,
    }
    return render(request, "web/figures.html", page)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same period as CSV or JSON, with the position of the register it was counted at."""
    account = account_of(request)
    rows = _rows(request, account)
    if suffix == "csv":
        cells = [{name: _text(row[name]) for name in COLUMNS} for row in rows]
        data, type = csv_bytes(cells, COLUMNS), downloads.CSV
    elif suffix == "json":
        told = {
            "period": account.period.name,
            "as_of": request.visit.today.isoformat(),
            "position": head().position,
            "departments": rows,
        }
        data, type = json.dumps(told, ensure_ascii=False, default=str).encode(), downloads.JSON
    else:
        refuse(PageUnknown())
    answer = downloads.download(data, name=f"figures-{account.period.name}.{suffix}", type=type)
    answer.headers["Cache-Control"] = CACHED
    return answer


def _rows(request: Visited, account: Account) -> list[dict[str, Any]]:
    """One line a department that had anything to account for."""
    visit, only, position = request.visit, account.only, head().position
    duties = kept.by_department(
        account.period, on=visit.today, calendar=visit.calendar, department=only
    )
    lifts = time_to_lift(account.period, calendar=visit.calendar, department=only)
    objections = undone.objections(account.period, department=only)
    wrong = wrongful(asked(visit, account))
    departments = {each.value for each in account.departments}
    told = {
        each: counts
        for each, counts in disclosure.recall_counts_by_recipient(recipient=only).items()
        if each in departments
    }
    owners = ({owner for _, owner in duties} | {*lifts, *objections, *wrong, *told}) - {""}
    return [
        {
            "department": owner,
            "title": visit.titles.department(owner),
            "period": account.period.name,
            **_published(duties.get(("publication", owner), kept.Kept())),
            **_lifted(lifts.get(owner)),
            "objections_decided": objections.get(owner, undone.Objections()).decided,
            "objections_upheld": objections.get(owner, undone.Objections()).upheld,
            "objections_share": objections.get(owner, undone.Objections()).share,
            "restrictions_in_error": wrong.get(owner, Wrongful()).cases,
            "days_restricted_in_error": wrong.get(owner, Wrongful()).days,
            "recalls": told.get(owner, (0, 0))[0],
            "recalls_acknowledged": told.get(owner, (0, 0))[1],
            "as_of": visit.today.isoformat(),
            "position": position,
        }
        for owner in sorted(owners)
    ]


def _published(found: kept.Kept) -> dict[str, Any]:
    return {
        "to_publish": found.due,
        "published_in_time": found.on_time,
        "published_late": found.late,
        "share": found.share,
    }


def _lifted(found: figures.Spread | None) -> dict[str, Any]:
    return {
        "lifts": found.count if found else 0,
        "lift_median": found.median if found else None,
        "lift_nine_tenths": found.nine_tenths if found else None,
        "lift_worst": found.worst if found else None,
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)
