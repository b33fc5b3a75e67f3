"""What is answered about a condition: met, not met or not to be told, line by line; never a number."""

from datetime import date
from enum import StrEnum

import msgspec


class State(StrEnum):
    """The three answers."""

    MET = "met"
    NOT_MET = "not-met"
    CANNOT_BE_TOLD = "cannot-be-told"


class Why(StrEnum):
    """Why a line stands against the condition, leaves it open, or does not count."""

    DECIDED_WITHIN = "decided-within"
    COUNTS = "counts"
    IN_FORCE = "in-force"
    TOO_YOUNG = "too-young"
    ORGANISATION_ENDED = "organisation-ended"
    REGISTRATION_UNKNOWN = "registration-unknown"
    MERGED = "merged"
    OLD_ENOUGH = "old-enough"
    WRONG = "wrong"
    WITHDRAWN = "withdrawn"
    REPAIRED = "repaired"
    DISPUTED = "disputed"
    STAYED = "stayed"
    NOT_YET = "not-yet"
    DECIDED_BEFORE = "decided-before"
    OVER = "over"
    NOT_PUBLIC = "not-public"
    BY_ITS_LISTING = "by-its-listing"
    NOT_OF_ITS_KINDS = "not-of-its-kinds"
    DOUBTFUL = "doubtful"


#: Against the condition; and what leaves it open whether it is met.
AGAINST = frozenset({Why.DECIDED_WITHIN, Why.COUNTS, Why.IN_FORCE, Why.TOO_YOUNG})
AGAINST |= {Why.ORGANISATION_ENDED}
OPEN = frozenset({Why.REGISTRATION_UNKNOWN, Why.MERGED})


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One reason. `about`: `record`, `designation`, `organisation` or `predecessor`; `id`: of it.

    `day`: of the decision, the establishment, the merger or the end; `until`: the last day on which
    it stands against the condition or leaves it open if nothing changes, none where none is known.
    """

    about: str
    id: str
    why: Why
    day: date | None = None
    until: date | None = None
    kind: str = ""
    department: str = ""
    document: str = ""

    @property
    def against(self) -> bool:
        """Whether the condition is not met because of it."""
        return self.why in AGAINST

    @property
    def open(self) -> bool:
        """Whether it cannot be told because of it."""
        return self.why in OPEN


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A condition on a day.

    `after`: what was decided after this day is looked at; `clean_since`: where it is met, the day
    after the last decision that has effect still, else the establishment; `met_from`: the first day
    on which it is met if nothing changes, none where no day is known.
    """

    condition: str
    state: State
    on: date
    after: date | None
    clean_since: date | None
    met_from: date | None
    opens: tuple[str, ...]
    lines: tuple[Line, ...]
