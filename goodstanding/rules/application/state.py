"""What the acts of one application add up to."""

from datetime import date

import msgspec

from goodstanding.rules.acts.application import Asked
from goodstanding.rules.acts.values import Deadline

FAST_LANE, DOCUMENTS = "fast-lane", "documents-to-follow"
#: The procedures that are asked about: what has been earned is what the register answers.
PROCEDURES = (FAST_LANE, DOCUMENTS)
FAST, ORDINARY = "fast", "ordinary"
GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN = "granted", "refused", "not-accepted", "withdrawn"
OUTCOMES = (GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN)
REVOKED, NOTHING = "revoked", "none"
CONSEQUENCES = (NOTHING, REVOKED)
#: How a promise stands: papers awaited, all there in time, all there late, recorded as never supplied.
AWAITED, KEPT, LATE, NOT_SUPPLIED = "awaited", "kept", "late", "not-supplied"


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """A written promise to supply papers by a day; ``supplied_on``: when the last of them came."""

    papers: tuple[str, ...]
    due: date
    document: str
    longest: Deadline
    commitment: str = ""
    supplied_on: date | None = None
    not_supplied_on: date | None = None
    consequence: str = ""
    consequence_document: str = ""
    consequence_on: date | None = None

    @property
    def stands(self) -> str:
        """How it stands; whether it is over its day depends on the day and is asked of `late`."""
        if self.not_supplied_on:
            return NOT_SUPPLIED
        if self.supplied_on is None:
            return AWAITED
        return KEPT if self.supplied_on <= self.due else LATE


class Application(msgspec.Struct, frozen=True, kw_only=True, tag="application"):
    """An application for an item, from receipt to its decision and the end of its promise."""

    id: str
    organisation: str
    item: str
    department: str
    case_number: str
    received_on: date
    received_by: str
    received_at: int
    handed_in: tuple[str, ...]
    missing: tuple[str, ...]
    list_due: Deadline | None
    asked: tuple[Asked, ...]
    told_on: date | None = None
    told: tuple[str, ...] = ()
    accepted_on: date | None = None
    accepted_at: int = 0
    lane: str = ""
    limit: Deadline | None = None
    ordinary: int = 0
    promise: Promise | None = None
    outcome: str = ""
    document: str = ""
    decided_on: date | None = None
    decided_at: int = 0
    used: int | None = None

    @property
    def is_open(self) -> bool:
        """Open until it is decided and nothing promised is awaited."""
        return not self.outcome or self.awaits

    @property
    def awaits(self) -> bool:
        """True while promised papers may still come; not once the application is given up."""
        gone = self.outcome in (WITHDRAWN, REFUSED, NOT_ACCEPTED)
        return self.promise is not None and self.promise.stands == AWAITED and not gone

    @property
    def stage(self) -> str:
        """Where it stands, in a word."""
        if self.outcome:
            return self.outcome
        return "accepted" if self.accepted_on else "received"

    @property
    def saved(self) -> int | None:
        """Working days of the ordinary limit that were not needed; below zero where it took longer."""
        if self.used is None or self.outcome not in (GRANTED, REFUSED):
            return None
        return self.ordinary - self.used


def eligible(asked: tuple[Asked, ...], procedure: str) -> bool:
    """Whether the register's own check answers an advantage for the procedure."""
    return any(each.act_as == "advantage" for each in asked if each.procedure == procedure)
