"""What the acts of a repair add up to, and the days on which something repaired does not count."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.service.state import Service

GRANTED, REFUSED, NOT_ACCEPTED, TAKEN_BACK = "granted", "refused", "not-accepted", "taken-back"


class Lapse(msgspec.Struct, frozen=True, kw_only=True):
    """The days on which nothing is in force because of a repair; open until it is revoked."""

    repair: str
    first_day: date
    last_day: date | None = None
    position: int = 0

    def covers(self, day: date) -> bool:
        """True if nothing is in force on ``day``."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """A revocation in the making: served, the window, and whether it was answered or waived."""

    ground: str
    served_on: date
    statement: Deadline
    notified_by: str
    answered_on: date | None = None
    waived: bool = False


class Elsewhere(msgspec.Struct, frozen=True, kw_only=True):
    """That another body decided: which, under which number, and what of our rules it is against."""

    authority: str
    document: str = ""
    against: tuple[str, ...] = ()


class Repair(msgspec.Struct, frozen=True, kw_only=True, tag="repair"):
    """An application for repair of a record or a designation, until it is decided or revoked.

    ``elsewhere``: where another body decided, nobody applied here; no day of an application then.
    """

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    rule: str
    filed_on: date
    filed_by: str
    filed_at: int
    performed_on: date | None
    commitment_on: date | None
    acceptance: Deadline | None
    papers_asked_on: date | None = None
    papers_supplied_on: date | None = None
    accepted_on: date | None = None
    accepted_by: str = ""
    decision: Deadline | None = None
    extended_on: date | None = None
    outcome: str = ""
    ground: str = ""
    decided_on: date | None = None
    decided_at: int = 0
    revocation: Revocation | None = None
    revoked_on: date | None = None
    elsewhere: Elsewhere | msgspec.UnsetType = msgspec.UNSET
    services: tuple[Service, ...] | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_open(self) -> bool:
        """Open until decided, and again while its revocation is being heard."""
        heard = self.revocation is not None and self.revoked_on is None
        return not self.outcome or heard

    @property
    def stage(self) -> str:
        """Where it stands, in a word."""
        if self.revoked_on:
            return "revoked"
        if self.outcome:
            return self.outcome
        if self.accepted_on:
            return "accepted"
        waiting = self.papers_asked_on and not self.papers_supplied_on
        return "papers-asked" if waiting else "filed"
