"""What strangers may see of a record on a day: all of it, a stub, or nothing."""

from datetime import date
from enum import StrEnum

from goodstanding.rules.states import Record


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
