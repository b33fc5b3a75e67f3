"""One thing that a version of the law would change about one organisation."""

from datetime import date
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What would change."""

    EFFECT_ENDS = "effect-ends"
    EFFECT_BEGINS = "effect-begins"
    EFFECT_SHORTER = "effect-shorter"
    EFFECT_LONGER = "effect-longer"
    LIFT_DUE = "lift-due"
    ANSWER_MOOT = "answer-moot"
    PUBLICATION_ENDS = "publication-ends"
    PUBLICATION_SHORTER = "publication-shorter"
    VALUE = "value-re-resolved"


class Why(StrEnum):
    """Why it would."""

    TERM_SHORTER = "term-shorter"
    GROUND_ENDED = "ground-ended"
    MEASURE_ENDED = "measure-ended"
    PAIRING_ENDED = "pairing-ended"
    BASIS_ENDED = "basis-ended"
    CARRIED_LONGER = "carried-longer"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What changes, of which aggregate, by which rule, from which day to which.

    ``of``: under a measure the designation; in a designation the measure whose line it is. ``was``
    and ``now``: last days, of a lift duty the day it is due; None where there is none.
    """

    kind: Kind
    organisation: str
    aggregate: str
    of: str
    rule: str
    why: Why
    was: date | None = None
    now: date | None = None
