"""A standing condition as the pages of the rulebook say it."""

from typing import Any

from django.utils.translation import gettext, ngettext

from goodstanding.rules.catalogue.condition_rules import Condition, Counted
from goodstanding.rules.condition.explain import opened
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.law_words import SEVERITIES


def of_condition(book: Lawbook, rule: Condition) -> dict[str, Any]:
    """What the page of a condition shows."""
    return {
        "years": years(rule.years),
        "existed": years(rule.existed_years),
        "counted": [_counted(book, each) for each in rule.records],
        "opens": [(id, book.titles.measure(id)) for id in opened(rule, book.rulebook, book.on)],
        "cited": book.cited(rule.citations),
        "also": book.cited(rule.see_also),
    }


def opening(book: Lawbook, measure: str) -> list[tuple[str, str]]:
    """The conditions that open a measure on the day."""
    rules = book.rulebook.conditions
    return [(id, title) for id, title in book.conditions if measure in rules[id].opens]


def years(n: int | None) -> str:
    """So many years in words; empty where none is asked."""
    return ngettext("{n} year", "{n} years", n).format(n=n) if n else ""


def _counted(book: Lawbook, each: Counted) -> str:
    kind = book.titles.kind(each.kind)
    if not each.severity:
        return kind
    classes = ", ".join(str(SEVERITIES[one]) for one in each.severity)
    return gettext("{kind} ({classes})").format(kind=kind, classes=classes)
