"""A court approved a plan or a settlement: what impedes carrying it out is paused until it ends."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.proceeding import ProceedingDecided, ProceedingOpened
from goodstanding.rules.acts.values import Ruling
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.proceeding import refusals, shielding
from goodstanding.rules.proceeding.open import act, document_refusals, not_about, stage_refusals
from goodstanding.rules.proceeding.outcome import Judgement
from goodstanding.rules.proceeding.state import BANKRUPTCY, PLANS, SHIELD_OUTCOMES, Proceeding
from goodstanding.rules.working_set import WorkingSet


class Approved(msgspec.Struct, frozen=True, kw_only=True):
    """What the ruling says: which court approved what, by which document, of which day.

    ``last_day``: of the execution, where the ruling states it; ``department``: of who enters it.
    """

    id: str
    organisation: str
    department: str
    court: str
    document: str
    ruled_on: date
    plan: str
    last_day: date | None


def open_shield(
    found: Approved, *, earlier: Iterable[Proceeding], work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """From today the organisation is shielded, and what impedes carrying the plan out is paused.

    Raises:
        Refused: with everything that stands against it.

    Source: enterprise bankruptcy law art. 86, 98 (the court approves a plan, a settlement).
    """
    require_none([*_said(found, on), *_against(found, earlier, on)])
    effect = ProceedingOpened(
        kind=BANKRUPTCY,
        body=found.court.strip(),
        document=found.document.strip(),
        opened_on=found.ruled_on,
        subject=found.organisation,
        subject_kind="organisation",
        target=found.organisation,
        target_kind="organisation",
        department=found.department,
        ruling=Ruling(plan=found.plan, last_day=found.last_day),
    )
    opened = Decided(stream=found.organisation, aggregate=found.id, effective_on=on, effect=effect)
    masked = shielding.begin(
        found.id, ruled_on=found.ruled_on, until=found.last_day, work=work, law=law, on=on
    )
    return [opened, *masked]


def _said(found: Approved, on: date) -> list[Refusal]:
    against = document_refusals(found.document, found.ruled_on, on)
    if found.plan not in PLANS:
        against.append(refusals.NoApprovingRuling(plans=PLANS))
    if not found.court.strip():
        against.append(refusals.ProceedingBodyMissing())
    if found.last_day is not None and found.last_day < on:
        against.append(refusals.StayOverBeforeToday(last_day=found.last_day))
    return against


def _against(found: Approved, earlier: Iterable[Proceeding], on: date) -> list[Refusal]:
    mine = [each for each in earlier if each.kind == BANKRUPTCY]
    running = [each for each in mine if not each.outcome and each.shields(on)]
    number = found.document.strip()
    against: list[Refusal] = [refusals.ShieldRuns(proceeding=each.id) for each in running]
    against += [
        refusals.ProceedingEntered(document=number, proceeding=each.id)
        for each in mine
        if each.document == number and each not in running
    ]
    return against


def end_shield(
    proceeding: Proceeding, found: Judgement, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Today is the last shielded day: the plan was completed, or it failed.

    Either way exactly what was in force before is again, less what ended meanwhile; a completed
    plan opens the way to repair at once.
    """
    require_none([*stage_refusals(proceeding), *_ending(proceeding, found, on)])
    effect = ProceedingDecided(
        outcome=found.outcome,
        document=found.document.strip(),
        decided_on=found.decided_on,
        effect_from=found.effect_from,
        carry_out=None,
        stayed=False,
    )
    ended = act(proceeding, effect, on, {"reasons": found.reasons})
    return [ended, *shielding.finish(proceeding.id, work=work, law=law, on=on)]


def _ending(proceeding: Proceeding, found: Judgement, on: date) -> list[Refusal]:
    against = [
        *not_about(proceeding, shield=True),
        *document_refusals(found.document, found.decided_on, on),
    ]
    ruled = proceeding.opened_on
    if found.decided_on < ruled:
        against.append(refusals.CompletionBeforeRuling(decided_on=found.decided_on, ruled_on=ruled))
    if found.outcome not in SHIELD_OUTCOMES:
        known = SHIELD_OUTCOMES
        against.append(refusals.ProceedingOutcomeUnknown(outcome=found.outcome, outcomes=known))
    if not found.reasons.strip():
        against.append(refusals.ProceedingReasonsMissing())
    return against
