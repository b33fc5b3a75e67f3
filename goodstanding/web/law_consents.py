"""Consents in the rulebook: what may be opened, for what, to whom, for how long at most."""

from typing import Any

from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass
from goodstanding.rules.consent.give import data_classes, purposes
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_words import FACTS
from goodstanding.web.titles import in_language


def opened(book: Lawbook) -> list[dict[str, Any]]:
    """The classes of data of the day, with what is in each and by which law."""
    return [_class(book, each) for each in data_classes(book.rulebook, book.on).values()]


def asked(book: Lawbook) -> list[dict[str, Any]]:
    """The purposes of the day, with the institutions they are for and the longest period."""
    return [_purpose(book, each) for each in purposes(book.rulebook, book.on).values()]


def _class(book: Lawbook, found: DataClass) -> dict[str, Any]:
    held = [book.titles.kind(each) for each in found.records]
    return {
        "title": in_language(found.title),
        "held": [*held, *(str(FACTS[each]) for each in found.facts)],
        "sure": found.confidence != "to_confirm",
        "cited": book.cited(found.citations),
    }


def _purpose(book: Lawbook, found: ConsentPurpose) -> dict[str, Any]:
    kinds = book.rulebook.grantee_kinds
    return {
        "title": in_language(found.title),
        "procedure": (found.procedure, book.titles.procedure(found.procedure)),
        "grantees": [in_language(kinds[each].title) for each in found.grantees],
        "longest": book.period(found.longest),
        "reminder": book.period(found.reminder),
        "sure": found.confidence != "to_confirm",
        "cited": book.cited(found.citations),
    }
