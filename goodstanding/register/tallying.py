"""The tallies, found by registration: what changes of states add to each count and take from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string
from msgspec.structs import astuple

from goodstanding.register import sql
from goodstanding.rules.shelf import Row, Tally
from goodstanding.rules.states import State

Change = tuple[State | None, State]
Counts = Counter[Row]
Found = defaultdict[str, Counts]


def tallies() -> tuple[Tally, ...]:
    """Every registered tally, in the order of the settings."""
    return _loaded(tuple(settings.TALLIES))


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Tally, ...]:
    return tuple(tally for name in names for tally in import_string(name))


def store(cursor: CursorWrapper, changes: Iterable[Change]) -> None:
    """Count what the new states give, and no longer what the old ones gave."""
    found: Found = defaultdict(Counter)
    pairs = list(changes)
    count(found, (new for _, new in pairs))
    count(found, (old for old, _ in pairs if old is not None), times=-1)
    columns = {each.table: each.columns for each in tallies()}
    for table, counts in found.items():
        _store(cursor, table, columns[table], counts)


def count(found: Found, states: Iterable[State], *, times: int = 1) -> None:
    """Add what states give to the counts of each table."""
    among = tallies()
    for state in states:
        for tally in _of(type(state), among):
            for row in tally.rows(state):
                found[tally.table][row] += times


def lines(counts: Counts) -> list[tuple[Any, ...]]:
    """The lines of a table, always in the same order."""
    return sorted((*astuple(row), many) for row, many in counts.items() if many)


@cache
def _of(state: type, among: tuple[Tally, ...]) -> tuple[Tally, ...]:
    return tuple(tally for tally in among if tally.state is state)


def _store(cursor: CursorWrapper, table: str, columns: tuple[str, ...], counts: Counts) -> None:
    """Writers hold the head when they come here: none waits for another one's line."""
    found = lines(counts)
    more = [line for line in found if line[-1] > 0]
    less = [(*line[:-1], -line[-1]) for line in found if line[-1] < 0]
    sql.add(cursor, table, columns, more)
    sql.take(cursor, table, columns, [dict(zip(columns, each, strict=True)) for each in less])
