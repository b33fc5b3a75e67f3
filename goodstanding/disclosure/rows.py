"""The versions of a record, and the designations, that must no longer be used or shown."""

from datetime import date
from itertools import pairwise

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from goodstanding.disclosure.kinds import (
    CORRECTED,
    DESIGNATION,
    EXEMPLARS,
    NOT_PUBLIC,
    RECORD,
    STOP_USING,
    WAS_WRONG,
)
from goodstanding.rules.exemplar.losing import CONDITION_FALLEN
from goodstanding.rules.exemplar.own import GIVEN_UP
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Record, Shown, Span, Version

#: Endings that a designation has on its own account, not together with a record under it.
_OF_ITSELF = ("objection", "revoked", GIVEN_UP, CONDITION_FALLEN)


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
    dataset: str = ""


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
    """A designation that an act ended, or an advantage that is public no more.

    What its last day ended was told with that day.
    """
    span = state.span
    if span is None:
        return ()
    if span.ending is None:
        return _hidden(state, span)
    ending = span.ending
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
        public_from=None if state.doubtful else span.first_day,
        public_until=None if state.doubtful else span.last_day,
        records=() if ending.cause in _OF_ITSELF else state.records,
    )
    return (_by_consent(row, state, span) if state.sense == ADVANTAGE else row,)


def _hidden(state: Designation, span: Span) -> tuple[FallenVersionRow, ...]:
    """An advantage whose organisation took its consent back: it goes on, but public lists drop it."""
    last = state.consents[-1] if state.consents else None
    if last is None or last.holds:
        return ()
    row = FallenVersionRow(
        record=state.id,
        version=1,
        organisation=state.organisation,
        department=state.department,
        document=state.document,
        kind=NOT_PUBLIC,
        occurrence=len(state.consents or ()),
        position=last.withdrawn_at,
        subject=DESIGNATION,
        since=last.position,
        held_until=last.withdrawn_at,
        public_from=None,
        public_until=None,
    )
    return (_by_consent(row, state, span),)


def _by_consent(row: FallenVersionRow, state: Designation, span: Span) -> FallenVersionRow:
    """An advantage was given to strangers from the act that let them see it, until it was hidden."""
    last = state.consents[-1] if state.consents else None
    if last is None:
        held = row.position
        return replace(row, since=held, public_from=None, public_until=None, dataset=EXEMPLARS)
    return replace(
        row,
        since=last.position,
        held_until=last.withdrawn_at or row.held_until,
        public_from=last.since,
        public_until=last.withdrawn_on or span.last_day,
        dataset=EXEMPLARS,
    )


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
