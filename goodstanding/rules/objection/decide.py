"""How an objection ends: corrected, withdrawn or dismissed, and what each sets off."""

from datetime import date

import msgspec
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.objection import ObjectionDecided
from goodstanding.rules.acts.record import RecordCorrected, RecordUnmarked, RecordWithdrawn
from goodstanding.rules.correction.learned import day_refusals, learned
from goodstanding.rules.designation import stays
from goodstanding.rules.designation.ending import end, once_ended, would_end
from goodstanding.rules.effects import was_wrong
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.objection.disputed import must_stay, settle
from goodstanding.rules.objection.file import stage_of
from goodstanding.rules.objection.refusals import (
    CorrectionEmpty,
    ObjectionOutcomeUnknown,
    ObjectionReasonsMissing,
    ObjectionStageWrong,
    TargetGone,
)
from goodstanding.rules.proceeding import masks
from goodstanding.rules.proceeding.followed import PUT_RIGHT, TAKEN_BACK, followed
from goodstanding.rules.states import Designation, Objection, Record, Stage, Withdrawal
from goodstanding.rules.text_reading import still_held
from goodstanding.rules.working_set import WorkingSet

CORRECTED = "corrected"
OUTCOMES = (CORRECTED, "withdrawn", "dismissed")


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
    if outcome.outcome == CORRECTED and outcome.correction is None:
        found.append(CorrectionEmpty())
    return found


def _designation(
    objection: Objection, outcome: Outcome, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    case = work.one(Designation, objection.target)
    if case.stage is not Stage.LISTED:
        return []
    if outcome.outcome == "withdrawn":
        ended = end([case], cause="objection", from_start=True, work=work, law=law, on=on)
        return [*ended, *followed({case.id}, how=TAKEN_BACK, work=work, on=on)]
    return _resume([case], objection, work, law, on)


def _record(
    objection: Objection, outcome: Outcome, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    record = work.one(Record, objection.target)
    if outcome.outcome == "withdrawn":
        if record.withdrawn is not None and record.withdrawn.as_wrong:
            return []
        reasons = outcome.reasons
        return withdraw(record, as_wrong=True, reasons=reasons, work=work, law=law, on=on)
    corrected: list[Decided] = []
    if outcome.correction is not None and outcome.outcome == CORRECTED:
        require_none([TargetGone()] if record.withdrawn else [])
        corrected = [_act(objection, record.id, outcome.correction, on, outcome.content)]
        corrected += still_held(record, on=on)
        corrected += followed({record.id}, how=PUT_RIGHT, work=work, on=on)
    cases = work.designations_on(record.id)
    return [*corrected, *_resume(cases, objection, work, law, on)]


def _resume(
    cases: list[Designation], objection: Objection, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Open stays end, unless another dispute still calls for one: then only this objection's."""
    ending: list[tuple[Designation, str]] = []
    for case in cases:
        running = case.span.disputes if case.span else []
        if not must_stay(case, work, settled=objection.id):
            ending += [(case, each) for each in running]
        elif objection.id in running and len(running) > 1:
            ending.append((case, objection.id))
    return stays.finish(ending, work=work, law=law, on=on)


def withdraw(
    record: Record,
    *,
    as_wrong: bool,
    reasons: str,
    work: WorkingSet,
    law: Law,
    on: date,
    learned_on: date | None = None,
) -> list[Decided]:
    """The record is taken back, and every designation that cannot stand without it ends.

    It ends from the start only if all that carried it was wrong: what another record carried until
    it was repaired or taken back for a later reason was lawful. One that stands on another record is
    stayed if that one is disputed. ``learned_on``: the day the department learned why, if it says so.
    """
    late = day_refusals(record, learned_on, on=on)
    require_none([*_withdrawal_refusals(record, reasons), *late])
    effect = RecordWithdrawn(
        as_wrong=as_wrong,
        reason="objection" if as_wrong else "later",
        learned=learned(record, learned_on, law),
    )
    gone = frozenset({record.id} | {r.id for r in work.all(Record) if not r.stands})
    cases = [case for case in work.designations_on(record.id) if case.is_open]
    fallen = [case for case in cases if would_end(case, fallen=gone)]
    withdrawal = Withdrawal(on=on, as_wrong=as_wrong, reason=effect.reason, position=0)
    after = once_ended(fallen, work=work, on=on)
    after = masks.with_state(after, replace(record, withdrawn=withdrawal))
    ended = end(
        fallen,
        cause="record-withdrawn",
        from_start=as_wrong,
        but=[case.id for case in fallen if not was_wrong(case, after)],
        work=work,
        law=law,
        on=on,
    )
    taken_back = Decided(
        stream=record.organisation,
        aggregate=record.id,
        effective_on=on,
        effect=effect,
        content={"reasons": reasons},
    )
    rest = [case.id for case in cases if case not in fallen]
    return [
        taken_back,
        *ended,
        *followed({record.id, *(case.id for case in fallen)}, how=TAKEN_BACK, work=work, on=on),
        *settle(rest, work=after, law=law, on=on),
    ]


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
