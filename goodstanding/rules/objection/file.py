"""May the organisation object, and what does acceptance set off?"""

from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.objection import ObjectionAccepted, ObjectionFiled
from goodstanding.rules.acts.record import RecordMarked
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.designation import stays
from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.objection.refusals import (
    AlreadyDecidedOnce,
    ObjectionReasonUnknown,
    ObjectionRunning,
    ObjectionStageWrong,
    ObjectionTextMissing,
    TargetGone,
)
from goodstanding.rules.proceeding.masks import stayed_decisions
from goodstanding.rules.states import Designation, Objection, Record, Stage
from goodstanding.rules.working_set import WorkingSet

#: The parameter of the time to take an objection up.
ACCEPTANCE = "platform-check"
REASONS = ("error", "beyond-term", "conditions-not-met", "not-ours", "otherwise-unlawful")


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation objects to, and why; ``at_counter``: an officer takes it in for it."""

    id: str
    target: Record | Designation
    reason: str
    text: str
    new_evidence: bool = False
    at_counter: bool = False


def file(filing: Filing, *, earlier: list[Objection], law: Law, on: date) -> list[Decided]:
    """One objection per reason, unless there is new evidence; the time to take it up runs.

    Source: the reasons follow the objection chapter of the Shenzhen regulation, art. 48.
    """
    require_none(_filing_refusals(filing, earlier))
    target = filing.target
    effect = ObjectionFiled(
        target=target.id,
        target_kind="record" if isinstance(target, Record) else "designation",
        department=target.department,
        reason=filing.reason,
        new_evidence=filing.new_evidence,
        filed_on=on,
        at_counter=filing.at_counter,
        acceptance=acceptance_of(law, on),
    )
    return [
        Decided(
            stream=target.organisation,
            aggregate=filing.id,
            effective_on=on,
            effect=effect,
            content={"text": filing.text},
        )
    ]


def acceptance_of(law: Law, on: date) -> Deadline | None:
    """Until when an objection filed on ``on`` is to be taken up, where the rulebook sets a term.

    Source: the check of the platform, art. 51 of the Shenzhen regulation; other packs name their own.
    """
    known = ACCEPTANCE in law.rulebook.parameters
    return law.deadline(ACCEPTANCE, start=on) if known else None


def _filing_refusals(filing: Filing, earlier: list[Objection]) -> list[Refusal]:
    found: list[Refusal] = []
    if filing.reason not in REASONS:
        found.append(ObjectionReasonUnknown(reason=filing.reason, reasons=REASONS))
    if not filing.text.strip():
        found.append(ObjectionTextMissing())
    if _gone(filing.target):
        found.append(TargetGone())
    same = [o for o in earlier if o.target == filing.target.id and o.reason == filing.reason]
    found += [ObjectionRunning(objection=o.id) for o in same if o.is_open]
    decided = [o for o in same if not o.is_open and not filing.new_evidence]
    found += [AlreadyDecidedOnce(decided_on=o.decided_on) for o in decided[-1:]]
    return found


def _gone(target: Record | Designation) -> bool:
    if isinstance(target, Record):
        return target.withdrawn is not None
    return target.stage is not Stage.LISTED


def accept(objection: Objection, *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Acceptance marks the record and stays what would end if it fell, in one transaction."""
    if objection.accepted_on or not objection.is_open:
        require_none([ObjectionStageWrong(stage=stage_of(objection))])
    accepted = Decided(
        stream=objection.organisation,
        aggregate=objection.id,
        effective_on=on,
        effect=ObjectionAccepted(
            accepted_on=on, verification=law.deadline("verification", start=on)
        ),
    )
    return [accepted, *_mark(objection, work, on), *_stays(objection, work, law, on)]


def _mark(objection: Objection, work: WorkingSet, on: date) -> list[Decided]:
    record = work.find(Record, objection.target)
    if record is None or record.withdrawn is not None:
        return []
    return [
        Decided(
            stream=objection.organisation,
            aggregate=objection.target,
            effective_on=on,
            effect=RecordMarked(objection=objection.id),
        )
    ]


def _stays(objection: Objection, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    cases = stayed_by(objection, work)
    return stays.begin(cases, objection=objection.id, work=work, law=law, on=on)


def stayed_by(objection: Objection, work: WorkingSet) -> list[Designation]:
    """The listed designations that would end if all that is disputed fell, this target included.

    A target that was taken back or repaired carries nothing, so that nothing ends with it.
    """
    if objection.target_kind == "designation":
        case = work.one(Designation, objection.target)
        return [case] if case.stage is Stage.LISTED else []
    if not work.one(Record, objection.target).stands:
        return []
    gone = doubtful(work) | {objection.target}
    return [
        case
        for case in work.designations_on(objection.target)
        if case.stage is Stage.LISTED and would_end(case, fallen=frozenset(gone))
    ]


def doubtful(work: WorkingSet) -> set[str]:
    """The records that are disputed, stayed by order, or already taken back or repaired."""
    found = {each.id for each in work.all(Record) if each.marks or not each.stands}
    return found | stayed_decisions(work)


def stage_of(objection: Objection) -> str:
    """The objection's stage in a word."""
    if objection.outcome:
        return objection.outcome
    return "accepted" if objection.accepted_on else "filed"
