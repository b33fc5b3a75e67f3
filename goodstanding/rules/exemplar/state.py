"""What the acts about an advantage add up to."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline


class PublicityConsent(msgspec.Struct, frozen=True, kw_only=True):
    """The organisation let strangers see its advantage; ``withdrawn_on``: until it took that back.

    ``position``, ``withdrawn_at``: of the two acts.
    """

    since: date
    position: int
    withdrawn_on: date | None = None
    withdrawn_at: int = 0

    @property
    def holds(self) -> bool:
        """True until it is taken back; from then on no door shows the advantage."""
        return self.withdrawn_on is None


class IntendedEnd(msgspec.Struct, frozen=True, kw_only=True):
    """The end that the organisation was told of: on which records, and until when it may answer.

    ``declined_on``: the decision was that the advantage stays.
    """

    records: tuple[str, ...]
    served_on: date
    statement: Deadline
    notified_by: str
    position: int
    answered_on: date | None = None
    answered_at: int = 0
    waived: bool = False
    declined_on: date | None = None

    @property
    def is_open(self) -> bool:
        """True until it is decided."""
        return self.declined_on is None
