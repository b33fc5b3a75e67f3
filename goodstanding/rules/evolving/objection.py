"""What acts mean for an objection."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.objection import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionFiled,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Objection


def _filed(_: None, effect: ObjectionFiled, header: Header) -> Objection:
    return Objection(
        id=header.aggregate,
        organisation=header.stream,
        target=effect.target,
        target_kind=effect.target_kind,
        department=effect.department,
        reason=effect.reason,
        new_evidence=effect.new_evidence,
        filed_on=effect.filed_on,
        filed_by=header.by,
        filed_at=header.position,
    )


def _accepted(state: Objection, effect: ObjectionAccepted, header: Header) -> Objection:
    return replace(
        state,
        accepted_on=effect.accepted_on,
        accepted_by=header.by,
        verification=effect.verification,
    )


def _decided(state: Objection, effect: ObjectionDecided, header: Header) -> Objection:
    return replace(
        state,
        outcome=effect.outcome,
        decided_on=effect.decided_on,
        decided_at=header.position,
    )


MEANING: Meaning = {
    ObjectionFiled: _filed,
    ObjectionAccepted: _accepted,
    ObjectionDecided: _decided,
}
