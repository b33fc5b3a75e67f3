"""Ids of what steps bring into being."""

from datetime import datetime
from secrets import token_bytes
from uuid import uuid4

#: That nobody can foresee in the id of a row.
CHANCE_BYTES = 8


def new_id(prefix: str) -> str:
    """A new aggregate id: a letter for what it is, and 128 random bits."""
    return f"{prefix}-{uuid4().hex}"


def id_of_row(prefix: str, row: int, *, at: datetime, chance: bytes = b"") -> str:
    """An id of what a row of a file becomes: ids ascend with the rows, so indexes grow at one end.

    Args:
        row: the number of the row.
        at: the moment of the intake; its second begins the id.
        chance: `CHANCE_BYTES` random bytes, where those of many rows were made together.
    """
    random = chance or token_bytes(CHANCE_BYTES)
    return f"{prefix}-{int(at.timestamp()):08x}{row:08x}{random.hex()}"
