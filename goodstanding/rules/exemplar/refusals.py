"""What can stand against a step about an advantage."""

from goodstanding.rules.errors import Conflict, Refusal


class NotAnAdvantage(Conflict):
    """This is a restriction. It is not given up and needs no consent; object to it, or apply for its
    repair."""


class AdvantageNeedsNotice(Conflict):
    """An advantage is not taken away at one stroke: tell the organisation first, with reasons and time
    to answer, and let another officer decide."""


class PublicityConsentedBefore(Conflict):
    """The organisation has consented since {since}; there is nothing to add."""


class NoConsentToWithdraw(Conflict):
    """The organisation has not consented, so strangers see nothing; there is nothing to take back."""


class EndingRestsOnNothing(Refusal):
    """Name the record that speaks against the organisation: an advantage ends early only on what an
    authority decided."""


class SpeaksForIt(Refusal):
    """Record {record} does not speak against the organisation, so it ends no advantage."""


class KnownAtDecision(Refusal):
    """Record {record} was in the register when the advantage was decided; what was weighed then does
    not end it now."""


class EffectOver(Conflict):
    """Record {record} had its last day on {last_day} and ends nothing any more."""


class EndingNotifiedBefore(Conflict):
    """The organisation was told on {served_on} that the advantage shall end; decide on that first."""


class EndingNotNotified(Conflict):
    """The organisation has not been told that the advantage shall end; serve the notice first."""


class EndingAnsweredOnce(Conflict):
    """The organisation answered on {answered_on}; the decision replies to that."""


class EndingWindowOpen(Conflict):
    """The organisation may answer until {until}; decide after that day, or once it has answered."""


class EndingOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class OfferStartsNoRestriction(Refusal):
    """A list that others offer starts no restriction. Only a ground of an advantage adopts a
    recommendation."""


class NotAnAssociation(Refusal):
    """{supplier} is no trade association or chamber, and only those recommend exemplars."""


class AdoptionReasonsMissing(Refusal):
    """Say why your department adopts the recommendation: the decision is its own."""
