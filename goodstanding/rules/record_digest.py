"""Telling equal rows from rows that contradict each other."""

from hashlib import sha256

import msgspec

from goodstanding.rules.cell_values import comparable
from goodstanding.rules.record_types import Accepted

_encode = msgspec.json.Encoder(order="deterministic").encode


def digest(accepted: Accepted) -> str:
    """The fingerprint of a record's normalised values: equal rows have equal ones.

    Width and kind of brackets, spaces in a name, the form of dates and amounts do not count; row
    number and warnings do not either. 64 hexadecimal characters.
    """
    values = (
        accepted.kind,
        accepted.natural_key,
        comparable(accepted.organisation_name),
        accepted.decided_on,
        accepted.fields,
        accepted.content,
    )
    return sha256(_encode(values)).hexdigest()
