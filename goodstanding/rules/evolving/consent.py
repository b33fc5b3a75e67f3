"""What acts mean for a consent."""

import msgspec
from msgspec.structs import replace

from goodstanding.rules.acts.consent import ConsentGiven, ConsentRevoked, ConsentUsed
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.evolving.meaning import Meaning


def _given(_: None, effect: ConsentGiven, header: Header) -> Consent:
    return Consent(
        id=header.aggregate,
        organisation=header.stream,
        **msgspec.structs.asdict(effect),
        given_on=header.effective_on,
        given_by=header.by,
        given_at=header.position,
    )


def _revoked(state: Consent, _: ConsentRevoked, header: Header) -> Consent:
    return replace(state, revoked_on=header.effective_on, revoked_at=header.position)


def _used(state: Consent, effect: ConsentUsed, header: Header) -> Consent:
    return replace(
        state, used_on=header.effective_on, used_at=header.position, receipt=effect.receipt
    )


MEANING: Meaning = {ConsentGiven: _given, ConsentRevoked: _revoked, ConsentUsed: _used}
