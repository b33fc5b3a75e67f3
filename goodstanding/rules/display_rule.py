"""The rule of the catalogue by which a row is shown: its class of severity, or the kind's term."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from goodstanding.rules.catalogue.publication_rules import Severity
from goodstanding.rules.catalogue.publication_span import PublicationSpan, publication_span
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.severity import severity_of
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.record_types import Accepted, PenaltyFields

SIMPLE_PROCEDURE = "简易程序"
STATED: Mapping[str, Severity] = {"轻微": "minor", "一般": "general", "严重": "serious"}
"""The classes as a row states them."""
Classed = tuple[tuple[str, ...], str, str]
"""What the class of a penalty is told by: its kinds, its procedure, the class it states."""


class DisplayRule(msgspec.Struct, frozen=True, kw_only=True):
    """`told`: the party must have been told of the publicity when the decision was served."""

    id: str
    last_day: date | None
    shown: bool = True
    severity: Severity | None = None
    repair_from: date | None = None
    told: bool = False


def rule_of(row: Accepted, *, law: Law, department: str, on: date) -> DisplayRule:
    """The classes of the day of the decision; of the day of entry where there were none yet.

    Classes that came after the decision only ever make its publication shorter, and ask for no
    notice that was not due when it was served.
    """
    fields = row.fields
    classed = (
        (fields.categories, fields.procedure, fields.severity)
        if isinstance(fields, PenaltyFields)
        else None
    )
    return _rule(law, row.kind, row.decided_on, classed, department, on)


# The rows of a file are of few days and classes.
@lru_cache(maxsize=4096)
def _rule(
    law: Law, kind: str, decided_on: date, classed: Classed | None, department: str, on: date
) -> DisplayRule:
    book = law.rulebook
    term = book.kind(kind).publication_term
    assert term is not None, kind
    last = last_day_of(decided_on, months=law.value(term, decided_on))
    by_kind = DisplayRule(id=f"parameters/{term}", last_day=last)
    for day in dict.fromkeys((decided_on, on)):
        found = _by_class(book, kind, decided_on, classed, department, day)
        if found is None:
            continue
        return found if day == decided_on else _looking_back(found, by_kind)
    return by_kind


def _looking_back(found: DisplayRule, by_kind: DisplayRule) -> DisplayRule:
    """Classes that came after the decision: nothing longer, and no notice that was not due then."""
    later = found.shown and (found.last_day or date.max) > (by_kind.last_day or date.max)
    if later:
        return replace(found, id=by_kind.id, last_day=by_kind.last_day, told=False)
    return replace(found, told=False)


def _by_class(
    book: Rulebook,
    kind: str,
    decided_on: date,
    classed: Classed | None,
    department: str,
    day: date,
) -> DisplayRule | None:
    severity = _severity(book, kind, classed, day)
    if severity is None:
        return None
    span = publication_span(book, kind, severity, decided_on, day)
    rule = _ruling(span)
    if rule is None:
        return None
    classes = [book.publication_classes[each.rule] for each in span.clocks]
    return DisplayRule(
        id=f"publication_classes/{rule}",
        last_day=span.last_day,
        shown=span.published,
        severity=severity,
        repair_from=max(each.repair_from for each in span.clocks) if span.published else None,
        told=span.published and any(department in each.told_by for each in classes),
    )


def _ruling(span: PublicationSpan) -> str | None:
    """The class that sets the end, or the one that does not show it; none where neither is."""
    for each in span.clocks:
        if each.clock == span.clock or not (span.published or each.published):
            return each.rule
    return None


def _severity(book: Rulebook, kind: str, classed: Classed | None, day: date) -> Severity | None:
    if classed is None:
        return severity_of(book, kind, day)
    categories, procedure, stated = classed
    return severity_of(
        book,
        kind,
        day,
        categories=categories,
        simple=procedure == SIMPLE_PROCEDURE,
        stated=STATED.get(stated),
    )
