"""The rulebook for everybody: grounds, measures, departments and periods, as they hold on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.catalogue import queries as catalogue
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_words import TAKEN, months
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited

T = TypeVar("T")


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version of the rulebook, and its first day; ``shown``: the page is of this one."""

    rulebook: Rulebook
    since: date
    shown: bool


def rulebook(request: Visited) -> HttpResponse:
    """Everything the rulebook of a day holds, and the versions there are."""
    day, unread = _day(request)
    page = {
        "on": day,
        "unread": unread,
        "asked": request.GET.get("on", "")[:20],
        "may_draft": allowed(request.visit.actor, Action.DRAFT_LAW),
    }
    try:
        law = catalogue.law(on=day)
    except Refused:
        return render(request, "web/rulebook.html", {**page, "versions": _versions(None)})
    book = Lawbook(law.rulebook, day)
    shown = {"book": book, "title": in_language(law.rulebook.title), **_dated(request, day)}
    versions = _versions(law.rulebook)
    return render(request, "web/rulebook.html", {**page, **shown, "versions": versions})


def ground(request: Visited, id: str) -> HttpResponse:
    """A ground: what must have been decided, by whom, what it leads to, and the way back."""
    book = _book(request)
    found = _known(book.rulebook.grounds, id)
    page = {
        "ground": found,
        "title": in_language(found.title),
        "deciding": book.named(book.rulebook.deciding(id, book.on)),
        "kinds": [book.titles.kind(each) for each in found.records],
        "term": months(found.term.months),
        "longest": months(found.term.max_months),
        "statement": book.period(found.statement_window),
        "hearing": book.period(found.hearing.request) if found.hearing.request else None,
        "cited": book.cited(found.citations),
        "pairs": book.leads_to(id),
        "what": in_language(found.way_back.what),
        "after": months(found.way_back.after_months) if found.way_back.after_months else "",
        "papers": [in_language(each) for each in found.way_back.papers],
    }
    return _page(request, book, "web/rulebook_ground.html", page)


def measure(request: Visited, id: str) -> HttpResponse:
    """A measure: who carries it out, when, against whom, and which grounds lead to it."""
    book = _book(request)
    found = _known(book.rulebook.measures, id)
    exempt = found.stay_exempt
    page = {
        "measure": found,
        "title": in_language(found.title),
        "taken": TAKEN[found.kind],
        "departments": book.named(found.departments),
        "procedures": book.titles.procedures(found.procedures),
        "targets": [book.titles.class_of(each) for each in found.targets],
        "exempt": book.cited([exempt]) if exempt else (),
        "pairs": book.led_by(id),
    }
    return _page(request, book, "web/rulebook_measure.html", page)


def department(request: Visited, id: str) -> HttpResponse:
    """A department: what it may decide on, and what it carries out."""
    book = _book(request)
    found = _known(book.rulebook.departments, id)
    page = {
        "title": in_language(found.title),
        "body": book.body(id),
        "decides": book.decided_by(id),
        "carries": book.carried_out_by(id),
    }
    return _page(request, book, "web/rulebook_department.html", page)


def _page(request: Visited, book: Lawbook, template: str, page: dict[str, Any]) -> HttpResponse:
    return render(request, template, {"book": book, **_dated(request, book.on), **page})


def _known(table: Mapping[str, T], id: str) -> T:
    if id not in table:
        refuse(PageUnknown())
    return table[id]


def _book(request: Visited) -> Lawbook:
    day, _ = _day(request)
    return Lawbook(catalogue.law(on=day).rulebook, day)


def _day(request: Visited) -> tuple[date, bool]:
    """The day the address asks for, today without one; and whether it could not be read."""
    text = request.GET.get("on", "").strip()
    if not text:
        return request.visit.today, False
    try:
        return date.fromisoformat(text), False
    except ValueError:
        return request.visit.today, True


def _dated(request: Visited, day: date) -> dict[str, Any]:
    """Another day than today is said, and kept in the links of the page."""
    past = day != request.visit.today
    return {"on": day, "another_day": past, "keep": f"?on={day.isoformat()}" if past else ""}


def _versions(shown: Rulebook | None) -> list[Version]:
    """The versions by their first day, latest first; the last word on a day counts."""
    return [
        Version(rulebook=book, since=since, shown=book == shown)
        for since, book in catalogue.versions()
    ]
