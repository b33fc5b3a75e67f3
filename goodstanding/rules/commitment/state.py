"""What the acts of a promise add up to."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline

KEPT, PARTLY, BROKEN = "kept", "partly", "broken"
OUTCOMES = (KEPT, PARTLY, BROKEN)


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """One look at the promise; ``seen``: what the officer saw; ``position`` holds the words."""

    verified_on: date
    method: str
    seen: str
    by: str
    position: int


class Breach(msgspec.Struct, frozen=True, kw_only=True):
    """That it shall be found broken: served, the window, and whether it was answered or waived."""

    served_on: date
    statement: Deadline
    notified_by: str
    position: int
    answered_on: date | None = None
    answered_at: int = 0
    waived: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The department's finding; ``record``: the record it is, where the authority decided.

    ``followed``: the consequences that were carried out.
    """

    outcome: str
    found_on: date
    found_by: str
    document: str
    position: int
    record: str = ""
    consequences: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()


class Commitment(msgspec.Struct, frozen=True, kw_only=True, tag="commitment"):
    """A promise of an organisation, from the day it is made until it is found kept or broken."""

    id: str
    organisation: str
    template: str
    edition: str
    text_digest: str
    area: str
    commitment_type: str
    department: str
    made_on: date
    made_by: str
    made_at: int
    due_on: date
    by_rule: bool
    consented: bool
    shown_until: date
    verification: Deadline
    standard: str = ""
    standard_scope: str = ""
    standard_edition: str = ""
    withdrawn_on: date | None = None
    looks: tuple[Verification, ...] = ()
    breach: Breach | None = None
    finding: Finding | None = None

    @property
    def is_open(self) -> bool:
        """Open until it is found kept or broken, or taken back."""
        return self.finding is None and self.withdrawn_on is None

    @property
    def stage(self) -> str:
        """Where it stands, in a word; that its due day has passed is derived from the day."""
        if self.withdrawn_on:
            return "withdrawn"
        if self.finding:
            return self.finding.outcome
        return "notified" if self.breach else "made"

    @property
    def published(self) -> bool:
        """May strangers see it: by rule or consent, and neither taken back nor found broken."""
        agreed = self.by_rule or self.consented
        return agreed and self.stage not in ("withdrawn", BROKEN)

    def shown_on(self, day: date) -> bool:
        """True if strangers see it on ``day``."""
        return self.published and self.made_on <= day <= self.shown_until
