"""The name of a message outside: the same at every attempt, so that who gets it twice knows it."""

import hashlib
from collections.abc import Sequence

from goodstanding.outbox.models import Message


def outside_id(messages: Sequence[Message]) -> str:
    """The id of what is sent as one: derived from what is told, so that a restore keeps it."""
    told = hashlib.sha256()
    for each in messages:
        key = (each.addressee, each.kind, each.subject, each.occurrence, each.channel, each.target)
        told.update("\x1f".join(key).encode() + b"\x1e")
    return f"msg_{told.hexdigest()[:32]}"
