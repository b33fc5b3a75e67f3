"""What acts mean for a version that is put forward."""

import msgspec
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.system import (
    CalendarApproved,
    CalendarDrafted,
    DraftWithdrawn,
    RulebookApproved,
    RulebookDrafted,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Approval, Draft


def _rulebook(_: Draft | None, effect: RulebookDrafted, header: Header) -> Draft:
    """Put forward again after a withdrawal, it begins anew: without approvals."""
    return Draft(
        id=header.aggregate,
        subject=effect.rulebook,
        version=effect.version,
        digest=effect.digest,
        in_force_from=effect.in_force_from,
        drafted_by=header.by,
        drafted_on=header.effective_on,
        drafted_at=header.position,
    )


def _calendar(_: Draft | None, effect: CalendarDrafted, header: Header) -> Draft:
    return Draft(
        id=header.aggregate,
        subject="",
        version="",
        digest=effect.digest,
        in_force_from=None,
        years=effect.years,
        drafted_by=header.by,
        drafted_on=header.effective_on,
        drafted_at=header.position,
    )


def _approved(state: Draft, effect: RulebookApproved | CalendarApproved, header: Header) -> Draft:
    approval = Approval(
        by=header.by,
        on=header.effective_on,
        position=header.position,
        acknowledged=effect.acknowledged if isinstance(effect, RulebookApproved) else (),
        report=effect.report if isinstance(effect, RulebookApproved) else msgspec.UNSET,
    )
    return replace(state, approvals=(*state.approvals, approval))


def _withdrawn(state: Draft, _: DraftWithdrawn, header: Header) -> Draft:
    return replace(state, withdrawn_by=header.by, withdrawn_on=header.effective_on)


MEANING: Meaning = {
    RulebookDrafted: _rulebook,
    CalendarDrafted: _calendar,
    RulebookApproved: _approved,
    CalendarApproved: _approved,
    DraftWithdrawn: _withdrawn,
}
