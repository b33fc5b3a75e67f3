"""Which decisions stand against a condition on a day, and why the others do not.

A decision counts only while it has effect: while strangers see it, or while what it restricts is in
force. What nobody but its department may see is no reason that could be told, and so counts for
nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.condition.told import Line, Why
from goodstanding.rules.condition.window import looked_back_to, out_of_sight_on
from goodstanding.rules.effects import stands, was_wrong
from goodstanding.rules.states import Designation, Objection, Proceeding, Record
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)


def decisions(condition: Condition, work: WorkingSet, on: date) -> Iterator[Line]:
    """A line for every adverse decision, and for every designation that restricts."""
    stayed = _stayed(work, on)
    for record in work.all(Record):
        if record.adverse:
            yield record_line(condition, record, on, stayed)
    if condition.restrictions:
        for case in work.all(Designation):
            if case.sense == "burden" and case.span is not None:
                yield _designation(case, work, on)


def record_line(condition: Condition, record: Record, on: date, stayed: dict[str, Why]) -> Line:
    """One record. `stayed`: what an open objection disputes or an order stays that day."""
    why = _why(condition, record, on) or stayed.get(record.id) or _counts(condition)
    return Line(
        about="record",
        id=record.id,
        why=why,
        day=record.decided_on,
        until=_until(condition, record, on) if why in (Why.DECIDED_WITHIN, Why.COUNTS) else None,
        kind=record.record_kind,
        department=record.department,
        document=record.document,
    )


def _counts(condition: Condition) -> Why:
    return Why.DECIDED_WITHIN if condition.years else Why.COUNTS


def _why(condition: Condition, record: Record, on: date) -> Why | None:
    """Why it does not count, the strongest reason first; none where it does."""
    gone, last = record.withdrawn, record.public_until
    if gone is not None and gone.bites(on):
        return Why.WRONG if gone.as_wrong else Why.WITHDRAWN
    if record.decided_on > on:
        return Why.NOT_YET
    if not _of_its_kinds(condition, record):
        return Why.NOT_OF_ITS_KINDS
    if record.transcribed:
        return Why.BY_ITS_LISTING
    if record.lapsed(on):
        return Why.REPAIRED
    if condition.years and record.decided_on <= looked_back_to(on, condition.years):
        return Why.DECIDED_BEFORE
    if last is not None and last < on:
        return Why.OVER
    public = record.public_from is not None and record.public_from <= on
    return None if public and last is not None else Why.NOT_PUBLIC


def _of_its_kinds(condition: Condition, record: Record) -> bool:
    """What no class was set for is taken as general: the lighter reading that the pack writes."""
    severity = (record.publishing.severity if record.publishing else "") or "general"
    named = [each for each in condition.records if each.kind == record.record_kind]
    return any(not each.severity or severity in each.severity for each in named)


def _until(condition: Condition, record: Record, on: date) -> date | None:
    """The last day it counts: the last one in sight or in public, whichever comes first."""
    days = [record.public_until]
    if condition.years:
        days.append(out_of_sight_on(record.decided_on, condition.years) - _DAY)
    if record.withdrawn is not None:
        days.append(record.withdrawn.on - _DAY)
    lapses = (each.first_day - _DAY for each in record.lapses or () if each.first_day > on)
    return min([day for day in days if day is not None] + list(lapses), default=None)


def _stayed(work: WorkingSet, on: date) -> dict[str, Why]:
    """What is disputed or stayed on a day, as far as the objection or the order is open still."""
    found = {
        each.target: Why.DISPUTED
        for each in work.all(Objection)
        if each.is_open and each.accepted_on and each.accepted_on <= on
    }
    ordered = (each for each in work.all(Proceeding) if each.is_open and each.stays(on))
    return found | {each.target: Why.STAYED for each in ordered}


def _designation(case: Designation, work: WorkingSet, on: date) -> Line:
    span = case.span
    assert span is not None
    why = _of_case(case, work, on)
    return Line(
        about="designation",
        id=case.id,
        why=why,
        day=case.decided_on,
        until=span.last_day if why is Why.IN_FORCE else None,
        kind=case.ground,
        department=case.department,
        document=case.document,
    )


def _of_case(case: Designation, work: WorkingSet, on: date) -> Why:
    span = case.span
    assert span is not None
    if was_wrong(case, work) or (span.ending is not None and span.ending.from_start):
        return Why.WRONG
    if on < span.first_day:
        return Why.NOT_YET
    if any(each.covers(on) for each in span.lapses or ()):
        return Why.REPAIRED
    if not span.base(on):
        return Why.OVER if span.ending is None or on > span.last_day else Why.WITHDRAWN
    if not stands(case, work, on=on):
        return Why.WITHDRAWN
    if case.doubtful:
        return Why.DOUBTFUL
    return Why.STAYED if span.stayed(on) else Why.IN_FORCE
