"""What acts mean for a promise."""

from msgspec.structs import asdict, replace

from goodstanding.rules.acts import commitment as acts
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.commitment.state import Breach, Commitment, Finding, Verification
from goodstanding.rules.evolving.meaning import Meaning


def _made(_: None, effect: acts.CommitmentMade, header: Header) -> Commitment:
    return Commitment(
        id=header.aggregate,
        organisation=header.stream,
        made_on=header.effective_on,
        made_by=header.by,
        made_at=header.position,
        **asdict(effect),
    )


def _shown(state: Commitment, effect: acts.CommitmentShown, header: Header) -> Commitment:
    return replace(state, consented=True)


def _hidden(state: Commitment, effect: acts.CommitmentHidden, header: Header) -> Commitment:
    return replace(state, consented=False)


def _withdrawn(state: Commitment, effect: acts.CommitmentWithdrawn, header: Header) -> Commitment:
    return replace(state, withdrawn_on=header.effective_on)


def _verified(state: Commitment, effect: acts.CommitmentVerified, header: Header) -> Commitment:
    look = Verification(
        verified_on=effect.verified_on,
        method=effect.method,
        seen=effect.seen,
        by=header.by,
        position=header.position,
    )
    return replace(state, looks=(*state.looks, look))


def _notified(state: Commitment, effect: acts.BreachNotified, header: Header) -> Commitment:
    breach = Breach(
        served_on=effect.served_on,
        statement=effect.statement,
        notified_by=header.by,
        position=header.position,
    )
    return replace(state, breach=breach)


def _answered(state: Commitment, effect: acts.BreachAnswered, header: Header) -> Commitment:
    assert state.breach is not None
    heard = replace(
        state.breach,
        answered_on=effect.answered_on,
        answered_at=header.position,
        waived=effect.waived,
    )
    return replace(state, breach=heard)


def _found(state: Commitment, effect: acts.CommitmentFound, header: Header) -> Commitment:
    finding = Finding(
        outcome=effect.outcome,
        found_on=effect.found_on,
        found_by=header.by,
        document=effect.document,
        position=header.position,
        record=effect.record,
        consequences=effect.consequences,
    )
    return replace(state, finding=finding)


def _taken_back(
    state: Commitment, effect: acts.CommitmentFindingTakenBack, header: Header
) -> Commitment:
    """The finding is as if it had not been; the notice before it too, which has done its work."""
    return replace(state, finding=None, breach=None)


def _followed(state: Commitment, effect: acts.BreachFollowed, header: Header) -> Commitment:
    assert state.finding is not None
    done = (*state.finding.followed, effect.consequence)
    return replace(state, finding=replace(state.finding, followed=done))


MEANING: Meaning = {
    acts.CommitmentMade: _made,
    acts.CommitmentShown: _shown,
    acts.CommitmentHidden: _hidden,
    acts.CommitmentWithdrawn: _withdrawn,
    acts.CommitmentVerified: _verified,
    acts.BreachNotified: _notified,
    acts.BreachAnswered: _answered,
    acts.CommitmentFound: _found,
    acts.CommitmentFindingTakenBack: _taken_back,
    acts.BreachFollowed: _followed,
}
