"""The rulebook for everybody: what may be promised, to whom, and what may follow."""

from typing import Any

from django.http import HttpResponse

from goodstanding.web.law_entry import Entry, entry_of
from goodstanding.web.law_words import months
from goodstanding.web.promise_words import fixed
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visited


def promise(request: Visited, id: str) -> HttpResponse:
    """A template of a promise: its text, who accepts it, how it is verified, what may follow."""
    entry = entry_of(request, "commitments", id)
    return entry.answer("web/rulebook_promise.html", **_of(entry) if entry.book else {})


def _of(entry: Entry) -> dict[str, Any]:
    book, found = entry.law, entry.found
    excluded = found.excluded_after_broken
    return {
        "text": in_language(found.text),
        "area": fixed(found.area),
        "type": fixed(found.commitment_type),
        "departments": book.titles.departments(found.departments),
        "longest": months(found.max_months),
        "method": fixed(found.verification.method),
        "within": months(found.verification.within_months),
        "unsure_plan": found.verification.confidence == "to_confirm",
        "window": book.period(found.statement_window),
        "cited": book.cited(found.citations),
        "published": book.cited((found.published.citation,)) if found.published else (),
        "excluded": book.cited((excluded.citation,)) if excluded else (),
        "consequences": [
            (in_language(each.what), book.cited((each.citation,))) for each in found.consequences
        ],
    }
