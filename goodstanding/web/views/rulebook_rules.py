"""The rulebook for everybody: procedures, periods, repair, how long a decision is public."""

from typing import Any

from django.http import HttpResponse

from goodstanding.rules.answerable import may_answer, measures_of
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.web import law_consents
from goodstanding.web.law_conditions import of_condition
from goodstanding.web.law_entry import Entry, entry_of, page_of
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_periods import used_by, values
from goodstanding.web.law_publication import classes, clocks, kinds
from goodstanding.web.law_sampling import tables
from goodstanding.web.law_words import ANSWERS, COUNTED_FROM, SEVERITIES, months
from goodstanding.web.procedure_words import DOES, STAGES
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited


def procedure(request: Visited, id: str) -> HttpResponse:
    """A procedure: what a check for it may answer, and by which rules."""
    entry = entry_of(request, "procedures", id)
    return entry.answer("web/rulebook_procedure.html", **_of_procedure(entry) if entry.book else {})


def period(request: Visited, id: str) -> HttpResponse:
    """A number of the law: each value with its first day and its law, and what counts by it."""
    entry = entry_of(request, "parameters", id)
    return entry.answer("web/rulebook_period.html", **_of_period(entry) if entry.book else {})


def repair(request: Visited, id: str) -> HttpResponse:
    """A rule of repair: from when, on which conditions, with which papers, how fast."""
    entry = entry_of(request, "repairs", id)
    return entry.answer("web/rulebook_repair.html", **_of_repair(entry) if entry.book else {})


def condition(request: Visited, id: str) -> HttpResponse:
    """A standing condition: what it asks, what counts against it, what it opens."""
    entry = entry_of(request, "conditions", id)
    page = of_condition(entry.law, entry.found) if entry.book else {}
    return entry.answer("web/rulebook_condition.html", **page)


def item(request: Visited, id: str) -> HttpResponse:
    """An item handled on application: its papers, how fast, and what may follow."""
    entry = entry_of(request, "items", id)
    return entry.answer("web/rulebook_item.html", **_of_item(entry) if entry.book else {})


def publication(request: Visited) -> HttpResponse:
    """How long what is public: by kind of record, and by class and clock."""
    entry = page_of(request)
    page = {}
    if entry.book:
        book = entry.law
        page = {"kinds": kinds(book), "clocks": clocks(book), "classes": classes(book)}
    return entry.answer("web/rulebook_publication.html", **page)


def inspections(request: Visited) -> HttpResponse:
    """How plans draw, what is inspected, and how many visits there are at most."""
    entry = page_of(request)
    page = {"tables": tables(entry.law)} if entry.book else {}
    return entry.answer("web/rulebook_inspections.html", **page)


def boundary(request: Visited) -> HttpResponse:
    """What stays outside the register: classes of organisation, and instruments."""
    entry = page_of(request)
    page = {}
    if entry.book:
        rules = entry.law.rulebook
        page = {
            "inside": [(in_language(each.title), each) for each in rules.register_classes.values()],
            "outside": [
                (in_language(each.title), each, in_language(each.reason))
                for each in rules.outside_classes.values()
            ],
            "blocked": [(in_language(each.title), each) for each in rules.blocked_bases],
        }
    return entry.answer("web/rulebook_boundary.html", **page)


def consents(request: Visited) -> HttpResponse:
    """What consent may open to lenders, insurers and agencies, for what, and for how long."""
    entry = page_of(request)
    page = {}
    if entry.book:
        page = {"opened": law_consents.opened(entry.law), "asked": law_consents.asked(entry.law)}
    return entry.answer("web/rulebook_consents.html", **page)


def _of_procedure(entry: Entry) -> dict[str, Any]:
    book, id = entry.law, entry.found.id
    possible = may_answer(book.rulebook, id, on=book.on)
    touching = measures_of(book.rulebook, id, on=book.on)
    said = {each.measure: each for each in book.rulebook.at_procedure(id, book.on)}
    return {
        "stages": [str(STAGES[each]) for each in entry.found.stages],
        "answers": [(str(each), ANSWERS[each]) for each in possible],
        "measures": [
            (
                each,
                book.titles.measure(each.id),
                book.named(each.departments),
                book.led_by(each.id),
                _does(book, said.get(each.id)),
            )
            for each in touching
        ],
        "run_by": book.running(id),
        "shielded": entry.found.shielded,
    }


def _does(book: Lawbook, said: ProcedureEffect | None) -> dict[str, Any]:
    """What a measure does at the procedure, at which stages, and the cap of a bonus with its law."""
    if said is None:
        return {}
    cap = said.cap
    return {
        "word": str(DOES[said.does]),
        "stages": [str(STAGES[each]) for each in said.stages],
        "cap": cap.points if cap else None,
        "to_confirm": bool(cap and cap.to_confirm),
        "cited": book.cited((cap.citation,)) if cap and cap.citation else [],
    }


def _of_period(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    return {"values": values(book, found), "uses": used_by(book, found.id)}


def _of_item(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    return {
        "department": book.titles.department(found.department),
        "procedure": book.titles.procedure(found.procedure),
        "ordinary": book.period(found.ordinary),
        "fast": book.period(found.fast) if found.fast else None,
        "follow": book.period(found.follow) if found.follow else None,
        "not_supplied": in_language(found.not_supplied) if found.not_supplied else "",
        "papers": [
            {
                "title": in_language(each.title),
                "main": each.main,
                "follows": each.id in found.may_follow,
                "cited": book.cited([each.required_by_law] if each.required_by_law else []),
            }
            for each in found.papers
        ],
        "cited": book.cited(found.citations),
        "see_also": book.cited(found.see_also),
    }


def _of_repair(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    return {
        "kinds": [book.titles.kind(each) for each in found.records],
        "severity": [str(SEVERITIES[each]) for each in found.severity],
        "after": months(found.after_months) if found.after_months else "",
        "counted_from": COUNTED_FROM[found.counted_from],
        "acceptance": book.period(found.acceptance),
        "decision": book.period(found.decision),
        "extension": book.period(found.extension) if found.extension else None,
        "conditions": [in_language(each) for each in found.conditions],
        "papers": [in_language(each) for each in found.papers],
        "excluded": [in_language(each) for each in found.excluded],
        "cited": book.cited(found.citations),
        "grounds": [
            (each.id, in_language(each.title)) for each in book.grounds if each.repair == found.id
        ],
    }
