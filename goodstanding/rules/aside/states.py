"""The states of what stands beside the register: no records, so what folds records never meets them."""

from datetime import date
from typing import ClassVar

import msgspec

from goodstanding.rules.rights import Action


class KeptOutcome(msgspec.Struct, frozen=True, kw_only=True, tag="kept-outcome"):
    """The outcome of a contract or an inspection without an authority's decision.

    ``record``: what it became once it was decided on; ``position`` holds its content.
    """

    SIGHT: ClassVar[Action] = Action.READ_OUTCOMES

    id: str
    organisation: str
    record_kind: str
    department: str
    authority: str
    happened_on: date
    natural_key: str
    digest: str
    last_day: date
    kept_on: date
    position: int
    batch: str = ""
    row: int = 0
    ended_on: date | None = None
    record: str = ""

    @property
    def is_open(self) -> bool:
        """Named by the step that needs it: no step is ever hindered or helped by it."""
        return False


class OfferedEntry(msgspec.Struct, frozen=True, kw_only=True, tag="offered-entry"):
    """An entry of a list somebody else offers; ``position`` holds its content.

    ``list``: the id that all entries of the list have.
    """

    SIGHT: ClassVar[Action] = Action.READ_OFFERED_LISTS

    id: str
    organisation: str
    list: str
    department: str
    supplier: str
    supplier_code: str
    dated_on: date
    natural_key: str
    digest: str
    last_day: date
    received_on: date
    position: int
    batch: str = ""
    row: int = 0
    ended_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Named by the step that needs it: no step is ever hindered or helped by it."""
        return False
