"""The public figures of promises: how many in each area, and what was found of them."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.commitments.coverage import Coverage, coverage
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import sheet
from goodstanding.web.promise_words import AREAS, fixed
from goodstanding.web.visit import Visit, Visited

#: Whoever promised in a small area is soon guessed: so few that were not kept are not told apart.
FEWEST = 5
COLUMNS: Mapping[str, Promise] = {
    "area": _("Area"),
    "organisations": _("Organisations with a promise in force"),
    "running": _("Promises in force"),
    "waiting": _("Due day passed, not verified yet"),
    "kept": _("Kept"),
    "partly": _("Kept in part"),
    "broken": _("Not kept"),
}
#: Which rows of the department's list a number counts.
STATES = {
    "running": "promise-made",
    "waiting": "promise-due",
    "kept": "promise-kept",
    "partly": "promise-partly",
    "broken": "promise-broken",
}


def promise_figures(request: Visited) -> HttpResponse:
    """The whole city for everybody; for who may open the rows, their own numbers with their rows."""
    visit = request.visit
    department = visit.actor.department or None
    inside = allowed(visit.actor, Action.READ_COMMITMENT, department=department) and visit.staff
    context = {
        "heads": list(COLUMNS.values())[1:],
        "rows": [_told(each) for each in _areas(visit)],
        "own": [_linked(each) for each in _areas(visit, department)] if inside else [],
        "serves": visit.titles.department(department) if department else "",
        "fewest": FEWEST,
    }
    return render(request, "web/promise_figures.html", context)


def promise_figures_file(request: Visited, suffix: str) -> HttpResponse:
    """The public table as a file."""
    rows = [dict(_told(each)) for each in _areas(request.visit)]
    return sheet(rows, COLUMNS, name="promise-figures", suffix=suffix)


def _areas(visit: Visit, department: str | None = None) -> list[Coverage]:
    found = coverage(on=visit.today, department=department)
    return [found.get(each) or Coverage(area=each) for each in AREAS]


def _told(row: Coverage) -> list[tuple[str, str]]:
    """The cells of a row for strangers."""
    shown = {name: str(getattr(row, name)) for name in COLUMNS if name != "area"}
    if 0 < row.broken < FEWEST:
        shown["broken"] = f"<{FEWEST}"
    return [("area", fixed(row.area)), *shown.items()]


def _linked(row: Coverage) -> dict[str, Any]:
    """The same for who may open the rows: each number with the address of its rows."""
    return {
        "area": fixed(row.area),
        "cells": [
            (word, getattr(row, name), _rows(row.area, STATES[name]) if name in STATES else "")
            for name, word in COLUMNS.items()
            if name != "area"
        ],
    }


def _rows(area: str, state: str) -> str:
    return f"{reverse('web:promise-desk')}?{urlencode({'area': area, 'state': state})}"
