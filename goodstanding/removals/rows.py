"""The rows the state of a removal gives."""

from datetime import date

import msgspec

from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Removal


class RemovalRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Removal`."""

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    basis: str
    cited: str
    document: str
    acts: int
    proposed_by: str
    proposed_on: date | None
    proposed_at: int
    dropped_on: date | None
    removed_on: date | None
    removed_by: str
    removed_at: int


class RemovedContentRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.RemovedContent`."""

    position: int
    removal: str
    removed_on: date
    basis: str
    cited: str
    document: str


def _removal(state: Removal) -> tuple[RemovalRow, ...]:
    row = RemovalRow(
        id=state.id,
        organisation=state.organisation,
        target=state.target,
        target_kind=state.target_kind,
        department=state.department,
        basis=state.basis,
        cited=state.cited,
        document=state.document,
        acts=len(state.positions),
        proposed_by=state.proposed_by,
        proposed_on=state.proposed_on,
        proposed_at=state.proposed_at,
        dropped_on=state.dropped_on,
        removed_on=state.removed_on,
        removed_by=state.removed_by,
        removed_at=state.removed_at,
    )
    return (row,)


def _contents(state: Removal) -> tuple[RemovedContentRow, ...]:
    if state.removed_on is None:
        return ()
    return tuple(
        RemovedContentRow(
            position=position,
            removal=state.id,
            removed_on=state.removed_on,
            basis=state.basis,
            cited=state.cited,
            document=state.document,
        )
        for position in state.positions
    )


SHELVES = (
    Shelf(state=Removal, table="removals_removal", key=("id",), row=RemovalRow, rows=_removal),
    Shelf(
        state=Removal,
        table="removals_removedcontent",
        key=("position",),
        row=RemovedContentRow,
        rows=_contents,
    ),
)
