"""What the acts about an advantage mean for its designation."""

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.exemplar import (
    EndingAnswered,
    EndingDeclined,
    EndingNotified,
    PublicityConsented,
    PublicityWithdrawn,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.exemplar.state import IntendedEnd, PublicityConsent
from goodstanding.rules.states import Designation


def _consented(state: Designation, effect: PublicityConsented, header: Header) -> Designation:
    given = PublicityConsent(since=effect.consented_on, position=header.position)
    return replace(state, consents=(*(state.consents or ()), given))


def _withdrawn(state: Designation, effect: PublicityWithdrawn, header: Header) -> Designation:
    assert state.consents
    *before, last = state.consents
    over = replace(last, withdrawn_on=effect.withdrawn_on, withdrawn_at=header.position)
    return replace(state, consents=(*before, over))


def _notified(state: Designation, effect: EndingNotified, header: Header) -> Designation:
    told = IntendedEnd(
        records=effect.records,
        served_on=effect.served_on,
        statement=effect.statement,
        notified_by=header.by,
        position=header.position,
    )
    return replace(state, intended_end=told)


def _answered(state: Designation, effect: EndingAnswered, header: Header) -> Designation:
    assert state.intended_end
    told = replace(
        state.intended_end,
        answered_on=effect.answered_on,
        answered_at=header.position,
        waived=effect.waived,
    )
    return replace(state, intended_end=told)


def _declined(state: Designation, effect: EndingDeclined, header: Header) -> Designation:
    assert state.intended_end
    told = replace(state.intended_end, declined_on=header.effective_on)
    return replace(state, intended_end=told)


MEANING: Meaning = {
    PublicityConsented: _consented,
    PublicityWithdrawn: _withdrawn,
    EndingNotified: _notified,
    EndingAnswered: _answered,
    EndingDeclined: _declined,
}
