"""What the confirmations of a month's lists add up to."""

from datetime import date

import msgspec


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """One confirmation of a month's list: how many lines, their digest, and up to which position."""

    count: int
    digest: str
    up_to: int
    on: date
    by: str
    position: int


class Return(msgspec.Struct, frozen=True, kw_only=True, tag="return"):
    """A department's return for a month; a later confirmation supersedes the one before.

    ``month``: its first day.
    """

    id: str
    department: str
    month: date
    filings: tuple[Filing, ...]
    organisation: str = "system"

    @property
    def is_open(self) -> bool:
        """Nothing waits for a return that was filed; it may be confirmed again at any time."""
        return False
