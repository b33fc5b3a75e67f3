"""What the acts of a removal add up to."""

from datetime import date

import msgspec


class Removal(msgspec.Struct, frozen=True, kw_only=True, tag="removal"):
    """Contents proposed for destruction, until that is done or dropped.

    ``proposed_on`` is null where a restored register met the removal only in its journal.
    """

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    basis: str
    cited: str
    document: str
    positions: tuple[int, ...]
    proposed_by: str
    proposed_on: date | None = None
    proposed_at: int = 0
    dropped_on: date | None = None
    removed_on: date | None = None
    removed_by: str = ""
    removed_at: int = 0

    @property
    def is_open(self) -> bool:
        """It waits for a second person."""
        return self.dropped_on is None and self.removed_on is None
