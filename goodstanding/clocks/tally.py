"""Which duties were done in time, counted by month: figures never read the duties one by one."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import msgspec

from goodstanding.clocks.rows import SHELVES, ClockRow
from goodstanding.rules.shelf import Tally
from goodstanding.rules.states import Record, State


class DoneRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """See `models.Done`."""

    department: str
    kind: str
    record_kind: str
    due_month: date
    met_month: date
    in_time: bool


def _done(rows: Callable[[State], Iterable[ClockRow]]) -> Callable[[State], list[DoneRow]]:
    """What is done and had a definite due day; nothing in it depends on the day it is read."""
    return lambda state: [
        _line(
            each.department,
            each.kind,
            state.record_kind if isinstance(state, Record) else "",
            each.due_on,
            each.met_on,
        )
        for each in rows(state)
        if each.met_on and each.due_on
    ]


@lru_cache(maxsize=4096)
def _line(department: str, kind: str, record_kind: str, due_on: date, met_on: date) -> DoneRow:
    # Thousands of rows of a file fall due on the same days.
    return DoneRow(
        department=department,
        kind=kind,
        record_kind=record_kind,
        due_month=due_on.replace(day=1),
        met_month=met_on.replace(day=1),
        in_time=met_on <= due_on,
    )


TALLIES = tuple(
    Tally(state=shelf.state, table="clocks_done", row=DoneRow, rows=_done(shelf.rows))
    for shelf in SHELVES
)
