"""How an objection ends: corrected, withdrawn or dismissed, and what each sets off."""

from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.objection import ObjectionDecided
from goodstanding.rules.acts.record import RecordCorrected, RecordUnmarked, RecordWithdrawn
from goodstanding.rules.designation import stays
from goodstanding.rules.designation.ending import end, would_end
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.objection.file import doubtful, stage_of
from goodstanding.rules.objection.refusals import (
    CorrectionEmpty,
    ObjectionOutcomeUnknown,
    ObjectionReasonsMissing,
    ObjectionStageWrong,
    TargetGone,
)
from goodstanding.rules.states import Designation, Objection, Record
from goodstanding.rules.working_set import WorkingSet

OUTCOMES = ("corrected", "withdrawn", "dismissed")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was found; ``correction`` and ``content`` hold the right values where corrected."""

    outcome: str
    reasons: str
    correction: RecordCorrected | None = None
    content: Content = {}


def decide(
    objection: Objection, outcome: Outcome, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The outcome, the mark gone, and the stay ended or what rested on the target ended for good."""
    require_none(_refusals(objection, outcome))
    decided = ObjectionDecided(outcome=outcome.outcome, decided_on=on)
    first = _act(objection, objection.id, decided, on, {"reasons": outcome.reasons})
    if objection.target_kind == "designation":
        return [first, *_designation(objection, outcome, work, law, on)]
    unmark = _act(objection, objection.target, RecordUnmarked(objection=objection.id), on)
    return [first, unmark, *_record(objection, outcome, work, law, on)]


def _refusals(objection: Objection, outcome: Outcome) -> list[Refusal]:
    found: list[Refusal] = []
    if not objection.accepted_on or not objection.is_open:
        found.append(ObjectionStageWrong(stage=stage_of(objection)))
    if outcome.outcome not in OUTCOMES:
        found.append(ObjectionOutcomeUnknown(outcome=outcome.outcome, outcomes=OUTCOMES))
    if not outcome.reasons.strip():
        found.append(ObjectionReasonsMissing())
    if outcome.outcome == "corrected" and outcome.correction is None:
        found.append(CorrectionEmpty())
    return found


def _designation(
    objection: Objection, outcome: Outcome, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    case = work.one(Designation, objection.target)
    if outcome.outcome == "withdrawn":
        return end(case, cause="objection", from_start=True, work=work, law=law, on=on)
    return stays.finish(case, objection=objection.id, work=work, law=law, on=on)


def _record(
    objection: Objection, outcome: Outcome, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    if outcome.outcome == "withdrawn":
        record = work.one(Record, objection.target)
        reasons = outcome.reasons
        return withdraw(record, as_wrong=True, reasons=reasons, work=work, law=law, on=on)
    resumed = _resume(objection, work, law, on)
    if outcome.outcome == "corrected" and outcome.correction is not None:
        right = outcome.correction
        return [_act(objection, objection.target, right, on, outcome.content), *resumed]
    return resumed


def _resume(objection: Objection, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Open stays end, unless what is still disputed alone would end the designation."""
    record = work.one(Record, objection.target)
    still = doubtful(work) - ({record.id} if record.marks == (objection.id,) else set())
    return [
        act
        for case in work.designations_on(objection.target)
        if case.span is not None and not would_end(case, fallen=frozenset(still))
        for stay in case.span.stays
        if stay.last_day is None
        for act in stays.finish(case, objection=stay.objection, work=work, law=law, on=on)
    ]


def withdraw(
    record: Record, *, as_wrong: bool, reasons: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The record is taken back, and every designation that cannot stand without it ends."""
    require_none(_withdrawal_refusals(record, reasons))
    effect = RecordWithdrawn(as_wrong=as_wrong, reason="objection" if as_wrong else "later")
    gone = frozenset({record.id} | {r.id for r in work.all(Record) if r.withdrawn})
    ended = [
        act
        for case in work.designations_on(record.id)
        if case.is_open and would_end(case, fallen=gone)
        for act in end(
            case, cause="record-withdrawn", from_start=as_wrong, work=work, law=law, on=on
        )
    ]
    taken_back = Decided(
        stream=record.organisation,
        aggregate=record.id,
        effective_on=on,
        effect=effect,
        content={"reasons": reasons},
    )
    return [taken_back, *ended]


def _withdrawal_refusals(record: Record, reasons: str) -> list[Refusal]:
    found: list[Refusal] = [] if reasons.strip() else [ObjectionReasonsMissing()]
    return [*found, *([TargetGone()] if record.withdrawn else [])]


def _act(
    objection: Objection,
    aggregate: str,
    effect: ObjectionDecided | RecordUnmarked | RecordCorrected,
    on: date,
    content: Content | None = None,
) -> Decided:
    return Decided(
        stream=objection.organisation,
        aggregate=aggregate,
        effective_on=on,
        effect=effect,
        content=content or {},
    )
