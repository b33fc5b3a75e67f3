"""The department looks; before it finds a promise broken it tells the organisation and hears it."""

from datetime import date

from goodstanding.rules.acts import commitment as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate
from goodstanding.rules.commitment import refusals
from goodstanding.rules.commitment.publicity import act, open_refusals
from goodstanding.rules.commitment.state import BROKEN, OUTCOMES, Commitment
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.masking import mask
from goodstanding.rules.service.evidence import Delivery, delivery_refusals
from goodstanding.rules.service.state import Service

METHODS = ("papers", "on-site", "data", "sample")
#: What these state was true or untrue on the day of the promise; no due day has to pass.
TRUE_AT_ONCE = frozenset({"instead-of-certificate", "instead-of-approval", "repair"})


def verify(
    promise: Commitment, *, verified_on: date, method: str, seen: str, facts: str, on: date
) -> list[Decided]:
    """What an officer saw, on which day and how: the evidence of a finding, and not yet one."""
    found = [*open_refusals(promise), *day_refusals(promise, verified_on, on)]
    if method not in METHODS:
        found.append(refusals.VerificationMethodUnknown(method=method, methods=METHODS))
    if seen not in OUTCOMES:
        found.append(refusals.PromiseOutcomeUnknown(outcome=seen, outcomes=OUTCOMES))
    if not facts.strip():
        found.append(refusals.ObservationMissing())
    require_none(found)
    effect = acts.CommitmentVerified(verified_on=verified_on, method=method, seen=seen)
    return [act(promise, effect, on, {"facts": mask(facts.strip())})]


def notify(
    promise: Commitment,
    delivery: Delivery,
    *,
    template: CommitmentTemplate | None,
    facts: str,
    law: Law,
    on: date,
) -> list[Decided]:
    """The organisation is told that its promise shall be found broken, and has time to answer.

    ``template``: as the catalogue has it today; where it has none the general window counts.
    """
    before = Service(letter="breach-notice")
    found = [*notice_refusals(promise, on), *delivery_refusals(delivery, before, law=law, on=on)]
    if not facts.strip():
        found.append(refusals.ObservationMissing())
    require_none(found)
    window = template.statement_window if template else "statement"
    effect = acts.BreachNotified(
        served_on=delivery.served_on,
        method=delivery.method,
        proof=delivery.proof,
        statement=law.deadline(window, start=delivery.served_on),
    )
    return [act(promise, effect, on, {"facts": mask(facts.strip())})]


def notice_refusals(promise: Commitment, on: date) -> list[Refusal]:
    """What stands against the notice: over, told before, nothing seen, or not due yet."""
    found = open_refusals(promise)
    if promise.breach is not None:
        found.append(refusals.BreachAlreadyNotified(served_on=promise.breach.served_on))
    if not promise.looks:
        found.append(refusals.FindingWithoutEvidence())
    elif promise.looks[-1].seen != BROKEN:
        found.append(refusals.BreachNotSeen())
    if on <= promise.due_on and promise.commitment_type not in TRUE_AT_ONCE:
        found.append(refusals.BreachNotDueYet(due_on=promise.due_on))
    return found


def answer(promise: Commitment, *, text: str, waived: bool, on: date) -> list[Decided]:
    """The organisation states its case, or gives its statement up in writing."""
    require_none(answer_refusals(promise))
    effect = acts.BreachAnswered(answered_on=on, waived=waived)
    return [act(promise, effect, on, {"text": mask(text.strip())})]


def answer_refusals(promise: Commitment) -> list[Refusal]:
    """What stands against an answer: no notice, answered before, or found already."""
    found, told = open_refusals(promise), promise.breach
    if told is None:
        found.append(refusals.BreachNotNotified())
    elif told.answered_on is not None:
        found.append(refusals.BreachAnsweredOnce(answered_on=told.answered_on))
    return found


def day_refusals(promise: Commitment, day: date, on: date) -> list[Refusal]:
    """A day of verification or finding lies between the promise and today."""
    if day > on:
        return [refusals.VerifiedInFuture(day=day)]
    early = day < promise.made_on
    return [refusals.FoundBeforePromise(day=day, made_on=promise.made_on)] if early else []
