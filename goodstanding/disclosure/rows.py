"""The versions of a record that must no longer be used."""

from itertools import pairwise

import msgspec

from goodstanding.disclosure.kinds import CORRECTED, STOP_USING, WAS_WRONG
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Record


class FallenVersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.FallenVersion`."""

    record: str
    version: int
    organisation: str
    department: str
    document: str
    kind: str
    position: int


def _fallen(state: Record) -> tuple[FallenVersionRow, ...]:
    gone = state.withdrawn
    if gone is not None:
        kind = WAS_WRONG if gone.as_wrong else STOP_USING
        return tuple(_row(state, each.number, kind, gone.position) for each in state.versions)
    if state.repaired:
        fell = state.repaired.position
        return tuple(_row(state, each.number, STOP_USING, fell) for each in state.versions)
    return tuple(
        _row(state, old.number, CORRECTED, new.position) for old, new in pairwise(state.versions)
    )


def _row(state: Record, version: int, kind: str, position: int) -> FallenVersionRow:
    return FallenVersionRow(
        record=state.id,
        version=version,
        organisation=state.organisation,
        department=state.department,
        document=state.document,
        kind=kind,
        position=position,
    )


SHELVES = (
    Shelf(
        state=Record,
        table="disclosure_fallenversion",
        key=("record", "version"),
        row=FallenVersionRow,
        rows=_fallen,
    ),
)
