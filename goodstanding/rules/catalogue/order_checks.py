"""Each entry once, dates in order, one value on a day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.draft import Draft
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
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sources import InForce, Instrument

Span = tuple[str, RawEntry, InForce]
"""What it is about, who says it, and the days."""


def order_problems(read: Draft) -> Iterator[PackProblem]:
    """Every repeated id, reversed span, overlap and disorder of dates in a pack."""
    yield from _repeated_ids(read)
    spans = [*_single_spans(read), *_spans_in_turn(read)]
    yield from (_reversed(raw, span) for _, raw, span in spans if _is_reversed(span))
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
    for raw, instrument in read.of(Instrument):
        yield instrument.id, raw, instrument.in_force
    for raw, ground in read.of(Ground):
        yield ground.id, raw, ground.in_force
    for raw, measure in read.of(Measure):
        yield measure.id, raw, measure.in_force


def _spans_in_turn(read: Draft) -> Iterator[Span]:
    """The days of what may follow one another, with the subject that has only one on a day."""
    for raw, pairing in read.of(Pairing):
        yield f"{pairing.ground} with {pairing.measure}", raw, pairing.in_force
    for raw, department in read.of(Department):
        for body in department.bodies:
            yield f"department {department.id}", raw, body.in_force


def _is_reversed(span: InForce) -> bool:
    return span.until is not None and span.until < span.since


def _reversed(raw: RawEntry, span: InForce) -> PackProblem:
    return DatesReversed(**raw.at(), since=span.since, until=span.until)


def _overlaps(spans: list[Span]) -> Iterator[PackProblem]:
    for (subject, _, one), (other_subject, raw, other) in combinations(spans, 2):
        day = max(one.since, other.since)
        if subject == other_subject and one.holds_on(day) and other.holds_on(day):
            yield DatesOverlap(**raw.at(), subject=subject, day=day)


def _parameter(raw: RawEntry, row: Parameter) -> Iterable[PackProblem]:
    for one, other in pairwise(row.values):
        if other.since <= one.since:
            yield DatesNotInOrder(**raw.at(), day=other.since)
    for value in row.values:
        if value.to_confirm == (value.citation is not None):
            yield SourceAndDefault(**raw.at(), since=value.since)
