"""The outcome of a review or a court case, and the department's duty to carry it out."""

from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.proceeding import ProceedingCarriedOut, ProceedingDecided
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.proceeding import order, refusals
from goodstanding.rules.proceeding.followed import TAKEN_BACK, WAYS
from goodstanding.rules.proceeding.open import act, document_refusals, not_about, stage_refusals
from goodstanding.rules.proceeding.state import (
    ANNULLED,
    OUTCOMES,
    SENT_BACK,
    VARIED,
    Order,
    Proceeding,
)
from goodstanding.rules.states import Designation, Record, Stage
from goodstanding.rules.working_set import WorkingSet

#: What did not stand is carried out in the time of the first of these that the rulebook knows.
CLOCKS = ("publicity-withdrawal", "correction", "lift")
_FALLEN = (ANNULLED, SENT_BACK)


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What the document says; ``effect_from``: from when it holds in law."""

    outcome: str
    document: str
    decided_on: date
    effect_from: date
    reasons: str


def decide(
    proceeding: Proceeding, found: Judgement, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Upheld or withdrawn ends every ordered stay; what did not stand is stayed until taken back.

    No restriction rests on an annulled decision for a day: the mask begins with the entry of the
    outcome, and the department has the rulebook's days to take back or to decide anew.

    Source: administrative penalty law art. 48 (annulled: withdrawn within three working days).
    """
    require_none(_refusals(proceeding, found, on))
    changes = found.outcome in (*_FALLEN, VARIED) and _stands(proceeding, work, on)
    stayed = changes and found.outcome in _FALLEN
    effect = ProceedingDecided(
        outcome=found.outcome,
        document=found.document.strip(),
        decided_on=found.decided_on,
        effect_from=found.effect_from,
        carry_out=law.deadline(_clock(law), start=on) if changes else None,
        stayed=stayed,
    )
    first = act(proceeding, effect, on, {"reasons": found.reasons})
    if not stayed:
        return [first, *order.finish(proceeding, work=work, law=law, on=on)]
    if proceeding.order and proceeding.order.whole:
        return [first]
    mask = Order(first_day=on, last_day=None, whole=True, outcome=True)
    return [first, *order.begin(proceeding, mask, work=work, law=law, on=on)]


def _refusals(proceeding: Proceeding, found: Judgement, on: date) -> list[Refusal]:
    against = [
        *not_about(proceeding, shield=False),
        *stage_refusals(proceeding),
        *document_refusals(found.document, found.decided_on, on),
    ]
    if found.outcome not in OUTCOMES:
        against.append(refusals.ProceedingOutcomeUnknown(outcome=found.outcome, outcomes=OUTCOMES))
    if not found.reasons.strip():
        against.append(refusals.ProceedingReasonsMissing())
    return against


def _clock(law: Law) -> str:
    return next(each for each in CLOCKS if each in law.rulebook.parameters)


def _stands(proceeding: Proceeding, work: WorkingSet, on: date) -> bool:
    """True while there is something left that the outcome could take away or change."""
    record = work.find(Record, proceeding.target)
    if record is not None:
        return record.withdrawn is None
    case = work.one(Designation, proceeding.target)
    return case.stage is Stage.LISTED and case.span is not None and on <= case.span.last_day


def carry_out(
    proceeding: Proceeding, *, how: str, reasons: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The department says how the outcome was carried out; what it stayed is stayed no more.

    Where a record is taken back or a designation ended, that closes the duty by itself; this is for
    what is decided anew, corrected otherwise, or overturned in the next instance.
    """
    require_none(_carrying_refusals(proceeding, how, reasons, work, on))
    done = act(proceeding, ProceedingCarriedOut(how=how, done_on=on), on, {"reasons": reasons})
    return [done, *order.finish(proceeding, work=work, law=law, on=on)]


def _carrying_refusals(
    proceeding: Proceeding, how: str, reasons: str, work: WorkingSet, on: date
) -> list[Refusal]:
    found = waiting_refusals(proceeding)
    if how not in WAYS:
        found.append(refusals.CarriedOutUnknown(how=how, ways=WAYS))
    if not reasons.strip():
        found.append(refusals.ProceedingReasonsMissing())
    if not found and how == TAKEN_BACK and _stands(proceeding, work, on):
        found.append(refusals.TargetStillStands())
    return found


def waiting_refusals(proceeding: Proceeding) -> list[Refusal]:
    """Refused where nothing waits to be carried out."""
    if proceeding.waits:
        return []
    return [refusals.ProceedingStageWrong(stage=proceeding.stage)]
