"""The tallies, found by registration: what changes of states add to each count and take from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string
from msgspec.structs import astuple

from goodstanding.register import sql
from goodstanding.rules.shelf import Tally
from goodstanding.rules.states import State

Change = tuple[State | None, State]
Counts = Counter[tuple[Any, ...]]


def tallies() -> tuple[Tally, ...]:
    """Every registered tally, in the order of the settings."""
    return _loaded(tuple(settings.TALLIES))


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Tally, ...]:
    return tuple(tally for name in names for tally in import_string(name))


def store(cursor: CursorWrapper, changes: Iterable[Change]) -> None:
    """Count what the new states give, and no longer what the old ones gave."""
    found: dict[str, Counts] = {}
    for old, new in changes:
        count(found, [new])
        count(found, [old] if old is not None else [], times=-1)
    columns = {each.table: each.columns for each in tallies()}
    for table, counts in found.items():
        _store(cursor, table, columns[table], counts)


def count(found: dict[str, Counts], states: Iterable[State], *, times: int = 1) -> None:
    """Add what states give to the counts of each table."""
    for state in states:
        for tally in _of(type(state), tallies()):
            for row in tally.rows(state):
                found.setdefault(tally.table, Counter())[astuple(row)] += times


@cache
def _of(state: type, among: tuple[Tally, ...]) -> tuple[Tally, ...]:
    return tuple(tally for tally in among if tally.state is state)


def _store(cursor: CursorWrapper, table: str, columns: tuple[str, ...], counts: Counts) -> None:
    """Writers hold the head when they come here: none waits for another one's line."""
    more = [(*row, many) for row, many in _sorted(counts) if many > 0]
    less = [
        dict(zip(columns, (*row, -many), strict=True)) for row, many in _sorted(counts) if many < 0
    ]
    sql.add(cursor, table, columns, more)
    sql.take(cursor, table, columns, less)


def _sorted(counts: Counts) -> Iterator[tuple[tuple[Any, ...], int]]:
    return iter(sorted(counts.items()))
