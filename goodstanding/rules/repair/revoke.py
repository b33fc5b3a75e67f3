"""A repair got by untruth is revoked after notice; what it ended counts again from that day."""

from collections.abc import Sequence
from datetime import date

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.file import act, stage_refusals
from goodstanding.rules.repair.restore import restore
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.service.evidence import Delivery, delivery_refusals
from goodstanding.rules.service.refusals import ServedBeforeDecision
from goodstanding.rules.service.state import service_of
from goodstanding.rules.service.waiting import REVOCATION_NOTICE
from goodstanding.rules.states import Designation
from goodstanding.rules.working_set import WorkingSet

GROUNDS = ("false-papers", "commitment-untrue", "commitment-broken")


def notify(
    repair: Repair, delivery: Delivery, *, ground: str, facts: str, law: Law, on: date
) -> list[Decided]:
    """The organisation is told what is said against its repair, and has the statement's time."""
    before = service_of(repair.services, REVOCATION_NOTICE)
    found = [*notice_refusals(repair), *delivery_refusals(delivery, before, law=law, on=on)]
    if repair.decided_on and delivery.served_on < repair.decided_on:
        found.append(
            ServedBeforeDecision(served_on=delivery.served_on, decided_on=repair.decided_on)
        )
    if ground not in GROUNDS:
        found.append(refusals.RevocationGroundUnknown(ground=ground, grounds=GROUNDS))
    if not facts.strip():
        found.append(refusals.RepairReasonsMissing())
    require_none(found)
    effect = acts.RevocationNotified(
        ground=ground,
        served_on=delivery.served_on,
        method=delivery.method,
        proof=delivery.proof,
        statement=law.deadline("statement", start=delivery.served_on),
    )
    return [act(repair, effect, on, {"facts": facts})]


def notice_refusals(repair: Repair) -> list[Refusal]:
    """What stands against a notice: nothing was granted, or it was told before."""
    found, told = stage_refusals(repair, GRANTED), repair.revocation
    if told is not None:
        found.append(refusals.RevocationAlreadyNotified(served_on=told.served_on))
    return found


def answer(repair: Repair, *, text: str, waived: bool, on: date) -> list[Decided]:
    """The organisation states its case, or gives its statement up in writing."""
    require_none(answer_refusals(repair))
    effect = acts.RevocationAnswered(answered_on=on, waived=waived)
    return [act(repair, effect, on, {"text": text})]


def answer_refusals(repair: Repair) -> list[Refusal]:
    """What stands against an answer: no notice, or answered before."""
    found, told = stage_refusals(repair, GRANTED), repair.revocation
    if told is None:
        found.append(refusals.RevocationNotNotified())
    elif told.answered_on is not None:
        found.append(refusals.RevocationAnsweredOnce(answered_on=told.answered_on))
    return found


def revoke(
    repair: Repair,
    *,
    reasons: str,
    ended: Sequence[Designation],
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    """From today what the repair ended counts again, for the unexpired rest of its term.

    ``ended``: the designations that it ended and nothing else keeps ended. Whether their term
    starts anew is the repair rule's; what had come to its last day meanwhile stays over.
    """
    unsaid = [] if reasons.strip() else [refusals.RepairReasonsMissing()]
    require_none([*window_refusals(repair, law, on), *unsaid])
    assert repair.revocation is not None
    effect = acts.RepairRevoked(ground=repair.revocation.ground, revoked_on=on)
    first = act(repair, effect, on, {"reasons": reasons})
    return [first, *restore(repair, ended, work=work, law=law, on=on)]


def window_refusals(repair: Repair, law: Law, on: date) -> list[Refusal]:
    """What stands against a revocation: no notice, or its window is open and unanswered."""
    found = stage_refusals(repair, GRANTED)
    told = repair.revocation
    if told is None:
        return [*found, refusals.RevocationNotNotified()]
    window = law.settled(told.statement)
    until = window.due or window.not_before
    if told.answered_on is None and (window.due is None or on <= window.due):
        found.append(refusals.RevocationWindowOpen(until=until))
    return found
