"""The department's finding: kept, kept in part, or broken after notice; and what follows from it.

A broken one is an adverse record only where the authority decided on it: the record is then the
finding (one act names the other), and whatever becomes of the record becomes of the finding.
"""

from datetime import date

import msgspec

from goodstanding.rules.acts import commitment as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.commitment import refusals
from goodstanding.rules.commitment.publicity import act, open_refusals
from goodstanding.rules.commitment.state import BROKEN, OUTCOMES, Commitment
from goodstanding.rules.commitment.verify import day_refusals
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.masking import mask
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record


def four_eyes(promise: Commitment, action: Action) -> str:
    """Whose step another person's follows: who gave the notice, or who made the finding."""
    if action is Action.TAKE_BACK_FINDING:
        return promise.finding.found_by if promise.finding else ""
    return promise.breach.notified_by if promise.breach else ""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What the department found, on which day; ``record``: the record that a broken one is."""

    outcome: str
    found_on: date
    reasons: str
    document: str = ""
    record: str = ""


def find(
    promise: Commitment,
    result: Result,
    *,
    template: CommitmentTemplate | None,
    law: Law,
    on: date,
) -> list[Decided]:
    """The finding rests on what an officer saw; a broken one comes after notice and its window."""
    require_none(finding_refusals(promise, result, law=law, on=on))
    broken = result.outcome == BROKEN
    follows = template.consequences if template and broken and result.record else ()
    effect = acts.CommitmentFound(
        outcome=result.outcome,
        found_on=result.found_on,
        document=result.document.strip(),
        record=result.record,
        consequences=tuple(each.kind for each in follows),
    )
    return [act(promise, effect, on, {"reasons": mask(result.reasons.strip())})]


def finding_refusals(promise: Commitment, result: Result, *, law: Law, on: date) -> list[Refusal]:
    """Everything that stands against a finding."""
    found = [*open_refusals(promise), *day_refusals(promise, result.found_on, on)]
    if result.outcome not in OUTCOMES:
        found.append(refusals.PromiseOutcomeUnknown(outcome=result.outcome, outcomes=OUTCOMES))
    if not promise.looks:
        found.append(refusals.FindingWithoutEvidence())
    if not result.reasons.strip():
        found.append(refusals.FindingReasonsMissing())
    return [*found, *(window_refusals(promise, law, on) if result.outcome == BROKEN else ())]


def window_refusals(promise: Commitment, law: Law, on: date) -> list[Refusal]:
    """What stands against finding it broken: no notice, or its window is open and unanswered."""
    told = promise.breach
    if told is None:
        return [refusals.BreachNotNotified()]
    window = law.settled(told.statement)
    running = window.due is None or on <= window.due
    if told.answered_on is None and running:
        return [refusals.BreachWindowOpen(until=window.due or window.not_before)]
    return []


def take_back(
    promise: Commitment, *, reasons: str, record: Record | None, on: date
) -> list[Decided]:
    """A finding that was wrong is taken back; one that is a record goes with the record."""
    found: list[Refusal] = []
    if promise.finding is None:
        found.append(refusals.NothingFound())
    if record is not None and record.withdrawn is None:
        found.append(refusals.FindingStandsByRecord(record=record.id))
    if not reasons.strip():
        found.append(refusals.FindingReasonsMissing())
    require_none(found)
    effect = acts.CommitmentFindingTakenBack()
    return [act(promise, effect, on, {"reasons": mask(reasons.strip())})]


def follow(
    promise: Commitment, *, consequence: str, reasons: str, record: Record | None, on: date
) -> list[Decided]:
    """A person carries out what the catalogue lets follow from a broken promise that was decided."""
    require_none(following_refusals(promise, consequence, record, reasons))
    effect = acts.BreachFollowed(consequence=consequence)
    return [act(promise, effect, on, {"reasons": mask(reasons.strip())})]


def following_refusals(
    promise: Commitment, consequence: str, record: Record | None, reasons: str
) -> list[Refusal]:
    """Everything that stands against a consequence; without a record that counts, nothing follows."""
    finding = promise.finding
    if finding is None or finding.outcome != BROKEN:
        return [refusals.NothingFound()]
    found: list[Refusal] = []
    if record is None or not record.stands or record.marks:
        found.append(refusals.FollowsFromDecisionOnly())
    if consequence not in finding.consequences:
        allowed = finding.consequences
        found.append(refusals.ConsequenceNotInCatalogue(consequence=consequence, allowed=allowed))
    elif consequence in finding.followed:
        found.append(refusals.ConsequenceDone(consequence=consequence))
    if not reasons.strip():
        found.append(refusals.FindingReasonsMissing())
    return found
