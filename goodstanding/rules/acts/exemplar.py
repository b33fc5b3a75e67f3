"""Acts about an advantage: whether strangers may see it, and its end after notice."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class PublicityConsented(msgspec.Struct, frozen=True, kw_only=True, tag="publicity-consented/1"):
    """The organisation allows strangers to see its advantage, from the act's day on."""

    consented_on: date


class PublicityWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="publicity-withdrawn/1"):
    """The organisation takes its consent back: strangers see the advantage no more."""

    withdrawn_on: date


class EndingNotified(msgspec.Struct, frozen=True, kw_only=True, tag="ending-notified/1"):
    """The organisation was told that its advantage shall end, on which records, how to answer.

    ``witness``, ``consent``, ``through``: what some methods show besides the proof.
    """

    records: tuple[str, ...]
    served_on: date
    method: str
    proof: str
    statement: Deadline
    witness: str = ""
    consent: str = ""
    through: str = ""


class EndingAnswered(msgspec.Struct, frozen=True, kw_only=True, tag="ending-answered/1"):
    """The organisation states its case against the intended end, or gives its statement up."""

    answered_on: date
    waived: bool


class EndingDeclined(msgspec.Struct, frozen=True, kw_only=True, tag="ending-declined/1"):
    """The decision is that the advantage stays until its last day."""

    document: str
