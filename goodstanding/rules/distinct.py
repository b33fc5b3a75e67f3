"""What the acts about two organisations of a like name add up to."""

from datetime import date

import msgspec


class Distinction(msgspec.Struct, frozen=True, kw_only=True, tag="distinction"):
    """Two organisations are not the same; ``organisation`` is the one whose code comes first.

    It takes effect on pages by its confirmation, and none on what anybody may do.
    """

    id: str
    organisation: str
    other: str
    department: str
    stated_by: str
    stated_on: date
    stated_at: int
    confirmed_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Part of the working set until taken back: nobody states it twice."""
        return self.withdrawn_on is None

    @property
    def stands(self) -> bool:
        """Confirmed and not taken back."""
        return self.confirmed_on is not None and self.withdrawn_on is None
