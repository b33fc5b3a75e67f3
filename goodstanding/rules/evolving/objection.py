"""What acts mean for an objection."""

from msgspec import UNSET
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.objection import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionExtended,
    ObjectionFiled,
    ObjectionFiledV1,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Objection


def _filed(_: None, effect: ObjectionFiledV1, header: Header) -> Objection:
    """The first version said nothing of counter and term, and its states keep the bytes they had."""
    later = effect if isinstance(effect, ObjectionFiled) else None
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
        at_counter=(later and later.at_counter) or UNSET,
        acceptance=(later and later.acceptance) or UNSET,
    )


def _accepted(state: Objection, effect: ObjectionAccepted, header: Header) -> Objection:
    return replace(
        state,
        accepted_on=effect.accepted_on,
        accepted_by=header.by,
        verification=effect.verification,
    )


def _extended(state: Objection, effect: ObjectionExtended, header: Header) -> Objection:
    return replace(
        state,
        verification=effect.verification,
        extended_on=effect.extended_on,
        extended_at=header.position,
    )


def _decided(state: Objection, effect: ObjectionDecided, header: Header) -> Objection:
    return replace(
        state,
        outcome=effect.outcome,
        decided_on=effect.decided_on,
        decided_at=header.position,
    )


MEANING: Meaning = {
    ObjectionFiledV1: _filed,
    ObjectionFiled: _filed,
    ObjectionAccepted: _accepted,
    ObjectionExtended: _extended,
    ObjectionDecided: _decided,
}
