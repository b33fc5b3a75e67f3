"""Ids of what steps bring into being."""

from uuid import uuid4


def new_id(prefix: str) -> str:
    """A new aggregate id: a letter for what it is, and 128 random bits."""
    return f"{prefix}-{uuid4().hex}"
