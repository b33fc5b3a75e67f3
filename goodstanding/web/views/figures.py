"""Public figures: how departments keep the clocks and how much had to be undone; no sign-in."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.disclosure import queries as disclosure
from goodstanding.files.writing import csv_bytes
from goodstanding.oversight import kept, undone
from goodstanding.oversight.lifting import time_to_lift
from goodstanding.register.reading import head
from goodstanding.rules.spread import share
from goodstanding.web import downloads, figures
from goodstanding.web.accounting import Account, account_of
from goodstanding.web.visit import Visited

COLUMNS = (
    *("department", "month", "to_publish", "published_in_time", "published_late"),
    *("lifts", "lift_median", "lift_nine_tenths", "lift_worst"),
    *("objections_decided", "objections_upheld"),
)


def figures_page(request: Visited) -> HttpResponse:
    """A month of the departments, each figure defined beside it."""
    visit, account = request.visit, account_of(request)
    told, acknowledged = disclosure.recall_counts()
    page = {
        "account": account,
        **figures.month(visit, account),
        "rows": _rows(request, account),
        "wrongful": undone.wrongful(account.period, department=account.department or None),
        "recalls": {"told": told, "done": acknowledged, "share": share(acknowledged, told)},
        "position": head().position,
    }
    return render(request, "web/figures.html", page)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same month as CSV or JSON, with the position of the register it was counted at."""
    account = account_of(request)
    rows = _rows(request, account)
    if suffix == "csv":
        cells = [{name: _text(row[name]) for name in COLUMNS} for row in rows]
        data, type = csv_bytes(cells, COLUMNS), downloads.CSV
    else:
        told = {"month": account.month, "position": head().position, "departments": rows}
        data, type = json.dumps(told, ensure_ascii=False, default=str).encode(), downloads.JSON
    return downloads.download(data, name=f"figures-{account.month}.{suffix}", type=type)


def _rows(request: Visited, account: Account) -> list[dict[str, Any]]:
    """One line a department that had anything to account for."""
    visit, only = request.visit, account.department or None
    duties = kept.by_department(account.period, on=visit.today, department=only)
    lifts = time_to_lift(account.period, calendar=visit.calendar, department=only)
    objections = undone.objections(account.period, department=only)
    owners = {owner for _, owner in duties} | set(lifts) - {""} | set(objections)
    return [
        {
            "department": owner,
            "title": visit.titles.department(owner),
            "month": account.month,
            **_published(duties.get(("publication", owner), kept.Kept())),
            **_lifted(lifts.get(owner)),
            "objections_decided": objections.get(owner, undone.Objections()).decided,
            "objections_upheld": objections.get(owner, undone.Objections()).upheld,
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
