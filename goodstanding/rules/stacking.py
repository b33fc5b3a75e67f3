"""What restricts an organisation, by the decided fact behind it: a list, and never a number of it."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.cell_values import comparable
from goodstanding.rules.effects import Effect, Force, effects
from goodstanding.rules.errors import Refusal
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.working_set import WorkingSet

ADVANTAGE = "advantage"
#: Why a fact is flagged: several designations rest on it, the same measure does so twice, or
#: several records tell of it.
DESIGNATIONS, MEASURES, RECORDS = "designations", "measures", "records"
Key = tuple[str, date]


class SecondRestrictionUnreasoned(Refusal):
    """The fact decided in {document} restricts the organisation already ({designations}): say why a
    second restriction on the same fact is needed."""


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """One measure of a designation, at all departments that carry it out."""

    measure: str
    departments: tuple[str, ...]
    force: Force
    last_day: date


class Restriction(msgspec.Struct, frozen=True, kw_only=True):
    """One designation that rests on the fact, with what it carries today."""

    designation: str
    ground: str
    authority: str
    document: str
    measures: tuple[Carried, ...]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What an authority decided, by number and day, and all that rests on it today.

    ``records``: whoever supplied it. ``twice``: why it is flagged; empty where it restricts once.
    A designation that rests on several facts stands under each of them.
    """

    document: str
    decided_on: date
    authority: str
    department: str
    records: tuple[str, ...]
    restrictions: tuple[Restriction, ...]
    twice: tuple[str, ...]


def facts(work: WorkingSet, *, on: date, rulebook: Rulebook) -> tuple[Fact, ...]:
    """The facts behind every restriction that is in force, paused or doubtful on a day, oldest first.

    Args:
        work: all about the organisation.
        on: the legal day.
        rulebook: in force that day.
    """
    live: dict[str, list[Effect]] = {}
    for effect in effects(work, on=on, rulebook=rulebook):
        if effect.sense != ADVANTAGE:
            live.setdefault(effect.decision.designation, []).append(effect)
    behind: dict[Key, dict[str, Record]] = {}
    under: dict[Key, list[str]] = {}
    for designation, carried in sorted(live.items()):
        for record in _records(work, carried):
            key = fact_of(record)
            behind.setdefault(key, {})[record.id] = record
            if designation not in under.setdefault(key, []):
                under[key].append(designation)
    return tuple(
        _fact(list(records.values()), [_restriction(id, live[id]) for id in under[key]])
        for key, records in sorted(behind.items(), key=lambda each: (each[0][1], each[0][0]))
    )


def fact_of(record: Record) -> Key:
    """What makes two records tell of one fact: the number of the decision, however it is written,
    and its day."""
    return comparable(record.document) or record.natural_key, record.decided_on


def _records(work: WorkingSet, carried: Sequence[Effect]) -> list[Record]:
    ids = dict.fromkeys(each.record for effect in carried for each in effect.records)
    return work.records(tuple(ids))


def _restriction(id: str, carried: Sequence[Effect]) -> Restriction:
    same: dict[tuple[str, Force, date], list[str]] = {}
    for each in carried:
        same.setdefault((each.measure, each.force, each.last_day), []).append(each.department)
    return Restriction(
        designation=id,
        ground=carried[0].ground,
        authority=carried[0].decision.authority,
        document=carried[0].decision.document,
        measures=tuple(
            Carried(measure=measure, departments=tuple(each), force=force, last_day=last_day)
            for (measure, force, last_day), each in same.items()
        ),
    )


def _fact(records: Sequence[Record], restrictions: Sequence[Restriction]) -> Fact:
    first = min(records, key=lambda each: each.versions[0].position)
    return Fact(
        document=first.document,
        decided_on=first.decided_on,
        authority=first.authority,
        department=first.department,
        records=tuple(each.id for each in records),
        restrictions=tuple(restrictions),
        twice=tuple(_twice(records, restrictions)),
    )


def _twice(records: Sequence[Record], restrictions: Sequence[Restriction]) -> Iterable[str]:
    if len(restrictions) > 1:
        yield DESIGNATIONS
    named = [{each.measure for each in one.measures} for one in restrictions]
    if any(len([1 for each in named if measure in each]) > 1 for measure in set().union(*named)):
        yield MEASURES
    if len(records) > 1:
        yield RECORDS


def restricted_already(case: Designation, work: WorkingSet, *, on: date) -> list[tuple[str, str]]:
    """What restricts the organisation already on a fact of this case: document, designation.

    Also where it is paused, or only still to begin.
    """
    mine = {fact_of(record): record.document for record in work.records(case.records)}
    found = []
    for other in work.all(Designation):
        if other.id == case.id or other.sense == ADVANTAGE or not _restricts(other, on):
            continue
        for record in work.records(other.records):
            if (key := fact_of(record)) in mine:
                found.append((mine[key], other.id))
    return sorted(set(found))


def _restricts(case: Designation, on: date) -> bool:
    span = case.span
    return span is not None and any(span.base(day) for day in (on, max(on, span.first_day)))


def second_refusals(case: Designation, reason: str, *, work: WorkingSet, on: date) -> list[Refusal]:
    """A fact that restricts already restricts once more only for a reason that is given."""
    if case.sense == ADVANTAGE or reason.strip():
        return []
    by_document: dict[str, list[str]] = {}
    for document, designation in restricted_already(case, work, on=on):
        by_document.setdefault(document, []).append(designation)
    return [
        SecondRestrictionUnreasoned(document=document, designations=tuple(found))
        for document, found in by_document.items()
    ]
