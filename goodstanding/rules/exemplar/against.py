"""Which records can end an advantage early: decided by an authority, with effect, and new."""

from datetime import date

from goodstanding.rules.designation.refusals import (
    BasisUnreadable,
    RecordDisputed,
    RecordFallen,
    RecordRepairedBefore,
)
from goodstanding.rules.errors import Refusal
from goodstanding.rules.exemplar.refusals import EffectOver, KnownAtDecision, SpeaksForIt
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.working_set import WorkingSet


def against(case: Designation, work: WorkingSet, *, on: date) -> list[Record]:
    """The records on which an advantage may be ended on a day, latest decided first.

    They are shown to the officer; nothing follows from them by itself.
    """
    found = [each for each in work.all(Record) if not against_refusals(each, case, on=on)]
    return sorted(found, key=lambda each: (each.decided_on, each.id), reverse=True)


def against_refusals(record: Record, case: Designation, *, on: date) -> list[Refusal]:
    """What stands against ending an advantage on this record.

    It must speak against the organisation by its kind, stand undisputed, have effect, and have come
    after the decision. Source: boundary of the register, 2 (adjudicated conduct) and 3 (every effect
    ends).
    """
    found: list[Refusal] = [] if record.adverse else [SpeaksForIt(record=record.id)]
    if record.withdrawn is not None:
        found.append(RecordFallen(record=record.id))
    if record.repaired:
        found.append(RecordRepairedBefore(record=record.id))
    if record.marks:
        found.append(RecordDisputed(record=record.id))
    if not record.basis_readable:
        found.append(BasisUnreadable(record=record.id))
    if record.public_until is not None and on > record.public_until:
        found.append(EffectOver(record=record.id, last_day=record.public_until))
    if record.versions[0].position < case.decided_at:
        found.append(KnownAtDecision(record=record.id))
    return found
