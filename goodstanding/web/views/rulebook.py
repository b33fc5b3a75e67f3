"""The rulebook for everybody: grounds, measures and departments, as they hold on a day."""

from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.catalogue.spans import Span, spans
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.law_asked import asked
from goodstanding.web.law_chain import chain_of_measure, from_ground, to_measure
from goodstanding.web.law_conditions import opening
from goodstanding.web.law_drawing import draw_ground, draw_measure
from goodstanding.web.law_entry import Entry, entry_of
from goodstanding.web.law_filter import LawFilter
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_version import about
from goodstanding.web.law_words import DECISIONS, TAKEN, months
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited

FILES = ("json", "yaml", "md", "xlsx", "csv")
#: A drawing of more grounds than these says nothing at a glance; the table below has them all.
LEGIBLE = 24


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version with its days of force; ``shown``: the page is of this one."""

    span: Span
    shown: bool


def rulebook(request: Visited) -> HttpResponse:
    """Everything the rulebook of a day holds, and the versions there are."""
    told = asked(request)
    page = {
        **told.page,
        "versions": _versions(told.span),
        "may_draft": allowed(request.visit.actor, Action.DRAFT_LAW),
    }
    if told.span is None:
        return render(request, "web/rulebook.html", page)
    book = Lawbook(told.span.rulebook, told.day)
    chosen = LawFilter.of(request, told, book)
    found = chosen.grounds(book)
    page |= {
        "book": book,
        "chosen": chosen,
        "count": len(found),
        "fields": book.by_field(found),
        "measures": book.measures_of(found) if chosen.active else book.measures,
        "title": in_language(book.rulebook.title),
        "about": about(told.span),
        "files": FILES[:3],
    }
    return render(request, "web/rulebook.html", page)


def ground(request: Visited, id: str) -> HttpResponse:
    """A ground: what must have been decided, by whom, what it leads to, and the way back."""
    entry = entry_of(request, "grounds", id)
    return entry.answer("web/rulebook_ground.html", **_of_ground(entry) if entry.book else {})


def measure(request: Visited, id: str) -> HttpResponse:
    """A measure: who carries it out, when, against whom, and which grounds lead to it."""
    entry = entry_of(request, "measures", id)
    return entry.answer("web/rulebook_measure.html", **_of_measure(entry) if entry.book else {})


def department(request: Visited, id: str) -> HttpResponse:
    """A department: who held its function when, what it may decide on, and what it carries out."""
    entry = entry_of(request, "departments", id)
    return entry.answer(
        "web/rulebook_department.html", **_of_department(entry) if entry.book else {}
    )


def _of_ground(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    back, chain = found.way_back, from_ground(book, found.id)
    return {
        "field": book.titles.field(found.field),
        "deciding": book.named(book.rulebook.deciding(found.id, book.on)),
        "kinds": [book.titles.kind(each) for each in found.records],
        "decisions": [str(DECISIONS[each]) for each in found.rests_on],
        "consent": found.superior_consent,
        "authority": in_language(found.superior_consent.authority)
        if found.superior_consent
        else "",
        "consent_cited": book.cited([found.superior_consent.citation])
        if found.superior_consent
        else (),
        "term": months(found.term.months),
        "longest": months(found.term.max_months),
        "statement": book.period(found.statement_window),
        "hearing": book.period(found.hearing.request) if found.hearing.request else None,
        "cited": book.cited(found.citations),
        "pairs": book.leads_to(found.id),
        "chain": [chain],
        "drawing": draw_ground(chain),
        "what": in_language(back.what),
        "after": months(back.after_months) if back.after_months else "",
        "papers": [in_language(each) for each in back.papers],
        "repair": book.rulebook.repairs.get(found.repair or ""),
    }


def _of_measure(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    exempt = found.stay_exempt
    grounds, tree = to_measure(book, found.id)
    return {
        "taken": TAKEN[found.kind],
        "departments": book.named(found.departments),
        "procedures": [(each, book.titles.procedure(each)) for each in found.procedures],
        "targets": [book.titles.class_of(each) for each in found.targets],
        "connected": book.titles.fields(found.fields),
        "exempt": book.cited([exempt]) if exempt else (),
        "pairs": book.led_by(found.id),
        "chain": chain_of_measure(grounds, tree),
        "by_condition": opening(book, found.id),
        "drawing": draw_measure(grounds, tree) if len(grounds) <= LEGIBLE else None,
    }


def _of_department(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    return {
        "body": book.body(found.id),
        "bodies": [(in_language(each.title), each) for each in found.bodies],
        "competences": [book.competence(each) for each in found.competences],
        "decides": book.decided_by(found.id),
        "carries": book.carried_out_by(found.id),
    }


def _versions(shown: Span | None) -> list[Version]:
    """The versions by their first day, latest first; the last word on a day counts."""
    return [Version(span=each, shown=each == shown) for each in spans()]
