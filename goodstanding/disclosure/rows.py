"""The versions of a record, and the designations, that must no longer be used."""

from datetime import date
from itertools import pairwise

import msgspec
from msgspec import UNSET

from goodstanding.disclosure.kinds import (
    CORRECTED,
    DESIGNATION,
    RECORD,
    STOP_USING,
    WAS_WRONG,
)
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Designation, Record, Shown, Version

#: Endings that a designation has on its own account, not together with a record under it.
_OF_ITSELF = ("objection", "revoked")


class FallenVersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.FallenVersion`."""

    record: str
    version: int
    organisation: str
    department: str
    document: str
    kind: str
    occurrence: int
    position: int
    subject: str
    since: int
    held_until: int
    public_from: date | None
    public_until: date | None
    records: tuple[str, ...] = ()


def _fallen(state: Record) -> tuple[FallenVersionRow, ...]:
    gone = state.withdrawn
    if gone is not None:
        kind = WAS_WRONG if gone.as_wrong else STOP_USING
        many = _occurrence(state) if kind == STOP_USING else 1
        return tuple(_row(state, each, kind, gone.position, many) for each in state.versions)
    if state.repaired:
        fell, many = state.repaired.position, len(state.lapses or ())
        return tuple(_row(state, each, STOP_USING, fell, many) for each in state.versions)
    return tuple(_row(state, old, CORRECTED, new.position) for old, new in pairwise(state.versions))


def _occurrence(state: Record) -> int:
    """Which fall it is: a record taken back while it is repaired has fallen already."""
    before = len(state.lapses or ())
    return before if state.repaired else before + 1


def _row(
    state: Record, version: Version, kind: str, position: int, occurrence: int = 1
) -> FallenVersionRow:
    shown = _shown(state, version)
    later = (each.position for each in state.versions if each.number > version.number)
    return FallenVersionRow(
        record=state.id,
        version=version.number,
        organisation=state.organisation,
        department=state.department,
        document=state.document,
        kind=kind,
        occurrence=occurrence,
        position=position,
        subject=RECORD,
        since=version.position,
        held_until=next(later, position),
        public_from=shown.first_day,
        public_until=shown.last_day,
    )


def _shown(state: Record, version: Version) -> Shown:
    """The days of one version: its own, or those of the first version after it that has its own."""
    later = (each.shown for each in state.versions if each.number >= version.number)
    now = Shown(first_day=state.public_from, last_day=state.public_until)
    return next((each for each in later if each is not UNSET), now)


def _ended(state: Designation) -> tuple[FallenVersionRow, ...]:
    """A designation that an act ended; what its last day ended was told with that day."""
    span = state.span
    if span is None or span.ending is None:
        return ()
    ending = span.ending
    given = state.sense != "advantage" and not state.doubtful
    row = FallenVersionRow(
        record=state.id,
        version=1,
        organisation=state.organisation,
        department=state.department,
        document=state.document,
        kind=WAS_WRONG if ending.from_start else STOP_USING,
        occurrence=1 if ending.from_start else len(span.lapses or ()) + 1,
        position=ending.position,
        subject=DESIGNATION,
        since=state.decided_at,
        held_until=ending.position,
        public_from=span.first_day if given else None,
        public_until=span.last_day if given else None,
        records=() if ending.cause in _OF_ITSELF else state.records,
    )
    return (row,)


SHELVES = tuple(
    Shelf(
        state=state,
        table="disclosure_fallenversion",
        key=("record", "version"),
        row=FallenVersionRow,
        rows=rows,
    )
    for state, rows in ((Record, _fallen), (Designation, _ended))
)
