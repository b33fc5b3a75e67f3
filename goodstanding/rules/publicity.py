"""What strangers may see of a record or a designation on a day: all of it, a stub, or nothing."""

from datetime import date
from enum import StrEnum

from goodstanding.rules.exemplar.state import PublicityConsent
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Record


class Publicity(StrEnum):
    """How much of a record is public."""

    FULL = "full"
    STUB = "stub"
    NONE = "none"


def publicity(record: Record, *, on: date) -> Publicity:
    """Public from its first to its last day; a withdrawn record leaves a stub until that last day.

    A stub says number, date and reason; it holds no content. What has reached its last day answers
    exactly as if it had never been held; so does what is repaired, while its repair holds.
    """
    if record.public_from is None or record.public_until is None:
        return Publicity.NONE
    if not record.public_from <= on <= record.public_until:
        return Publicity.NONE
    if record.lapsed(on):
        return Publicity.NONE
    return Publicity.FULL if record.withdrawn is None else Publicity.STUB


def shown(case: Designation) -> bool:
    """Whether strangers may see a designation while it has effect: the one rule, for every door.

    A restriction always; an advantage only while its organisation consents. A consent that is taken
    back hides it in the same transaction. Source: work plan 3.1.2; the boundary keeps what an
    organisation has earned its own.
    """
    return case.sense != ADVANTAGE or consent(case) is not None


def consent(case: Designation) -> PublicityConsent | None:
    """The consent to publicity that holds now, if there is one."""
    last = case.consents[-1] if case.consents else None
    return last if last and last.holds else None
