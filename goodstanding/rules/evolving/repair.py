"""What acts mean for a repair."""

from msgspec.structs import replace

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.repair.state import TAKEN_BACK, Elsewhere, Repair, Revocation


def _applied(_: None, effect: acts.RepairApplied, header: Header) -> Repair:
    return Repair(
        id=header.aggregate,
        organisation=header.stream,
        target=effect.target,
        target_kind=effect.target_kind,
        department=effect.department,
        rule=effect.rule,
        filed_on=effect.filed_on,
        filed_by=header.by,
        filed_at=header.position,
        performed_on=effect.performed_on,
        commitment_on=effect.commitment_on,
        acceptance=effect.acceptance,
    )


def _received(_: None, effect: acts.RepairReceived, header: Header) -> Repair:
    return Repair(
        id=header.aggregate,
        organisation=header.stream,
        target=effect.target,
        target_kind="record",
        department=effect.department,
        rule=effect.rule,
        filed_on=effect.received_on,
        filed_by=header.by,
        filed_at=header.position,
        performed_on=None,
        commitment_on=None,
        acceptance=None,
        outcome=effect.outcome,
        decided_on=effect.decided_on,
        decided_at=header.position,
        elsewhere=Elsewhere(
            authority=effect.authority, document=effect.document, against=effect.against
        ),
    )


def _asked(state: Repair, effect: acts.RepairPapersAsked, header: Header) -> Repair:
    return replace(state, papers_asked_on=effect.asked_on)


def _supplied(state: Repair, effect: acts.RepairPapersSupplied, header: Header) -> Repair:
    return replace(state, papers_supplied_on=effect.supplied_on, acceptance=effect.acceptance)


def _accepted(state: Repair, effect: acts.RepairAccepted, header: Header) -> Repair:
    return replace(
        state,
        accepted_on=effect.accepted_on,
        accepted_by=header.by,
        decision=effect.decision,
    )


def _extended(state: Repair, effect: acts.RepairExtended, header: Header) -> Repair:
    return replace(state, decision=effect.decision, extended_on=header.effective_on)


def _decided(state: Repair, effect: acts.RepairDecided, header: Header) -> Repair:
    return replace(
        state,
        outcome=effect.outcome,
        ground=effect.ground,
        decided_on=effect.decided_on,
        decided_at=header.position,
    )


def _taken_back(state: Repair, effect: acts.RepairTakenBack, header: Header) -> Repair:
    on = effect.taken_back_on
    return replace(state, outcome=TAKEN_BACK, decided_on=on, decided_at=header.position)


def _notified(state: Repair, effect: acts.RevocationNotified, header: Header) -> Repair:
    found = Revocation(
        ground=effect.ground,
        served_on=effect.served_on,
        statement=effect.statement,
        notified_by=header.by,
    )
    return replace(state, revocation=found)


def _answered(state: Repair, effect: acts.RevocationAnswered, header: Header) -> Repair:
    assert state.revocation is not None
    heard = replace(state.revocation, answered_on=effect.answered_on, waived=effect.waived)
    return replace(state, revocation=heard)


def _revoked(state: Repair, effect: acts.RepairRevoked, header: Header) -> Repair:
    return replace(state, revoked_on=effect.revoked_on)


MEANING: Meaning = {
    acts.RepairApplied: _applied,
    acts.RepairReceived: _received,
    acts.RepairPapersAsked: _asked,
    acts.RepairPapersSupplied: _supplied,
    acts.RepairAccepted: _accepted,
    acts.RepairExtended: _extended,
    acts.RepairDecided: _decided,
    acts.RepairTakenBack: _taken_back,
    acts.RevocationNotified: _notified,
    acts.RevocationAnswered: _answered,
    acts.RepairRevoked: _revoked,
}
