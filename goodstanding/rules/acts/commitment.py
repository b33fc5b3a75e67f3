"""Acts about a promise: made, shown or not, looked at, answered, found kept or broken, and after."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class CommitmentMade(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-made/1"):
    """An organisation promises something by a text of the catalogue; the content holds the text.

    ``text_digest``: of the text it read; ``standard``, ``standard_scope``, ``standard_edition``: of a
    self-declared standard; ``by_rule``: the rule publishes it, whatever the organisation says;
    ``consented``: it agrees that the promise is public; ``shown_until``: the last day on which it can
    be public; ``verification``: by when the department looks whether it was kept.
    """

    template: str
    edition: str
    text_digest: str
    area: str
    commitment_type: str
    department: str
    due_on: date
    by_rule: bool
    consented: bool
    shown_until: date
    verification: Deadline
    standard: str = ""
    standard_scope: str = ""
    standard_edition: str = ""


class CommitmentShown(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-shown/1"):
    """The organisation agrees that its promise is public."""


class CommitmentHidden(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-hidden/1"):
    """The organisation takes that agreement back: nothing shows the promise from this act on."""


class CommitmentWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-withdrawn/1"):
    """The organisation takes its promise back before it is completed; nothing is held against it."""


class CommitmentVerified(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-verified/1"):
    """The department looked. ``seen``: what an officer saw, not yet a finding; the content says it."""

    verified_on: date
    method: str
    seen: str


class BreachNotified(msgspec.Struct, frozen=True, kw_only=True, tag="breach-notified/1"):
    """The organisation was told that its promise shall be found broken, why, and how to answer."""

    served_on: date
    method: str
    proof: str
    statement: Deadline


class BreachAnswered(msgspec.Struct, frozen=True, kw_only=True, tag="breach-answered/1"):
    """The organisation states its case, or waives its statement in writing."""

    answered_on: date
    waived: bool


class CommitmentFound(msgspec.Struct, frozen=True, kw_only=True, tag="commitment-found/1"):
    """The department's finding: kept, in part, or broken; the content gives its reasons.

    ``record``: of a broken one, where the authority decided on it: the record that is this finding;
    empty where nobody decided. ``consequences``: what may follow by the catalogue of that day.
    """

    outcome: str
    found_on: date
    document: str
    record: str = ""
    consequences: tuple[str, ...] = ()


class CommitmentFindingTakenBack(
    msgspec.Struct, frozen=True, kw_only=True, tag="commitment-finding-taken-back/1"
):
    """The finding was wrong: the promise stands as before it; the content says why."""


class BreachFollowed(msgspec.Struct, frozen=True, kw_only=True, tag="breach-followed/1"):
    """One consequence of the catalogue was carried out by a person; the content says how."""

    consequence: str
