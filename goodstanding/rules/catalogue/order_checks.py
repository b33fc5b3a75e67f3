"""Each entry once, dates in order, one value on a day."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.catalogue.limits import Limit
from goodstanding.rules.catalogue.model import Ground, Measure, Pairing, Parameter
from goodstanding.rules.catalogue.problems import (
    DatesNotInOrder,
    DatesOverlap,
    DatesReversed,
    DuplicateId,
    PackHeadMissing,
    PackHeadTwice,
    PackProblem,
    SourceAndDefault,
)
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.publication_rules import PublicationClass, PublicationClock
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sampling import InspectionItem, SamplingTable
from goodstanding.rules.catalogue.sources import InForce, Instrument, overlap

Span = tuple[str, RawEntry, str, InForce]
"""What it is about, who says it, where, and the days."""


def order_problems(read: Draft) -> Iterator[PackProblem]:
    """Every repeated id, reversed span, overlap and disorder of dates in a pack."""
    yield from _repeated_ids(read)
    spans = [*_single_spans(read), *_spans_in_turn(read)]
    yield from (_reversed(raw, at, span) for _, raw, at, span in spans if _is_reversed(span))
    yield from _overlaps(list(_spans_in_turn(read)))
    for raw, row in read.of(Parameter):
        yield from _parameter(raw, row)


def head_problems(read: Draft) -> Iterator[PackProblem]:
    """Exactly one file says which rulebook the pack is."""
    heads = [raw for raw in read.raws if raw.section == "pack"]
    if not heads:
        yield PackHeadMissing(file="", place="")
    for raw in heads[1:]:
        yield PackHeadTwice(**raw.at())


def _repeated_ids(read: Draft) -> Iterator[PackProblem]:
    seen: Counter[tuple[str, str]] = Counter()
    for raw in read.raws:
        if raw.section in ("pairings", "pack", "ends") or not raw.line:
            continue
        seen[raw.section, raw.name] += 1
        if seen[raw.section, raw.name] == 2:
            yield DuplicateId(**raw.at(), id=raw.name, section=raw.section)


def _single_spans(read: Draft) -> Iterator[Span]:
    """The days of what has one entry for each id."""
    for kind in (
        Instrument,
        Ground,
        Measure,
        RepairRule,
        Limit,
        PublicationClock,
        CommitmentTemplate,
        DataClass,
        ConsentPurpose,
        Condition,
        InspectionItem,
        Item,
    ):
        for raw, entry in read.of(kind):
            yield raw.name, raw, "in_force", _force(entry)
    for raw, department in read.of(Department):
        for index, each in enumerate(department.competences):
            yield department.id, raw, f"competences[{index}].in_force", each.in_force


def _spans_in_turn(read: Draft) -> Iterator[Span]:
    """The days of what may follow one another, with the subject that has only one on a day."""
    for raw, pairing in read.of(Pairing):
        yield pairing.id, raw, "in_force", pairing.in_force
    for raw, effect in read.of(ProcedureEffect):
        yield f"{effect.measure} at {effect.procedure}", raw, "in_force", effect.in_force
    for raw, rule in read.of(PublicationClass):
        subject = f"{rule.record}, {rule.severity}, {rule.clock}"
        yield subject, raw, "in_force", rule.in_force
    for raw, table in read.of(SamplingTable):
        yield f"sampling in {table.field}", raw, "in_force", table.in_force
    for raw, department in read.of(Department):
        for index, body in enumerate(department.bodies):
            subject = f"department {department.id}"
            yield subject, raw, f"bodies[{index}].in_force", body.in_force


def _force(entry: Any) -> InForce:
    force: InForce = entry.in_force
    return force


def _is_reversed(span: InForce) -> bool:
    return span.until is not None and span.until < span.since


def _reversed(raw: RawEntry, path: str, span: InForce) -> PackProblem:
    return DatesReversed(**raw.at(path), since=span.since, until=span.until)


def _overlaps(spans: list[Span]) -> Iterator[PackProblem]:
    by_subject: dict[str, list[Span]] = {}
    for span in spans:
        by_subject.setdefault(span[0], []).append(span)
    for rows in by_subject.values():
        for (subject, _, _, one), (_, raw, path, other) in combinations(rows, 2):
            if overlap(one, other):
                day = max(one.since, other.since)
                yield DatesOverlap(**raw.at(path), subject=subject, day=day)


def _parameter(raw: RawEntry, row: Parameter) -> Iterator[PackProblem]:
    for index, (one, other) in enumerate(pairwise(row.values), start=1):
        if other.since <= one.since:
            yield DatesNotInOrder(**raw.at(f"values[{index}].from"), day=other.since)
    for index, value in enumerate(row.values):
        if value.to_confirm == (value.citation is not None):
            yield SourceAndDefault(**raw.at(f"values[{index}]"), since=value.since)
