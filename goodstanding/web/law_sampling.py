"""Inspection as the rulebook's page shows it: tables, shares, caps, items and exceptions."""

from typing import Any

from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.web.inspections import RATES
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.titles import in_language


def tables(book: Lawbook) -> list[dict[str, Any]]:
    """The tables in force on the day, each with its rules in order and the items of its field."""
    found = book.rulebook.sampling_tables.values()
    return [_table(book, each) for each in found if each.in_force.holds_on(book.on)]


def _table(book: Lawbook, table: SamplingTable) -> dict[str, Any]:
    items = book.rulebook.inspection_items.values()
    return {
        "table": table,
        "title": in_language(table.title),
        "rules": [*_rules(book, table), _ordinary(table)],
        "cited": book.cited(table.citations),
        "sure": table.confidence != "to_confirm",
        "items": [
            _item(book, each)
            for each in items
            if each.field == table.field and each.in_force.holds_on(book.on)
        ],
    }


def _rules(book: Lawbook, table: SamplingTable) -> list[dict[str, Any]]:
    known = book.rulebook.instruments
    return [
        {
            "title": in_language(rule.title),
            "rate": RATES[rule.rate],
            "share": getattr(table.shares, rule.rate),
            "cites": "; ".join(in_language(known[each].title) for each in rule.instruments),
        }
        for rule in table.rules
    ]


def _ordinary(table: SamplingTable) -> dict[str, Any]:
    return {"title": "—", "rate": RATES["ordinary"], "share": table.shares.ordinary, "cites": ""}


def _item(book: Lawbook, item: InspectionItem) -> dict[str, Any]:
    return {
        "entry": item,
        "title": in_language(item.title),
        "department": book.titles.department(item.department),
        "sure": item.confidence != "to_confirm",
        "cited": book.cited([item.fixed.citation] if item.fixed else []),
    }
