"""The shelves, found by registration, and what a change of states means for their tables."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string

from goodstanding.register import sql
from goodstanding.rules.shelf import Row, Shelf
from goodstanding.rules.states import State

Change = tuple[State | None, State]


def shelves() -> tuple[Shelf, ...]:
    """Every registered shelf, in the order of the settings."""
    return _loaded(tuple(settings.SHELVES))


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Shelf, ...]:
    return tuple(shelf for name in names for shelf in import_string(name))


def store(cursor: CursorWrapper, changes: Iterable[Change]) -> None:
    """Bring every shelf from the picture of the old states to the picture of the new ones."""
    changed = list(changes)
    for shelf in shelves():
        mine = [change for change in changed if isinstance(change[1], shelf.state)]
        if mine:
            _store(cursor, shelf, mine)


def _store(cursor: CursorWrapper, shelf: Shelf, changes: list[Change]) -> None:
    gone, fresh, altered = [], [], []
    for old, new in changes:
        before, after = shelf.picture(old), shelf.picture(new)
        gone += [key for key in before if key not in after]
        fresh += [row for key, row in after.items() if key not in before]
        altered += [row for key, row in after.items() if key in before and before[key] != row]
    sql.delete(cursor, shelf.table, shelf.key, gone)
    sql.update(cursor, shelf.table, shelf.key, [_named(shelf, row) for row in altered])
    sql.insert(cursor, shelf.table, shelf.columns, values(shelf, fresh))


def values(shelf: Shelf, rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    """Rows as the database takes them, in the order of the shelf's columns."""
    as_json = sql.json_columns(shelf.table)
    plan = [(name, name in as_json) for name in shelf.columns]
    return [
        tuple(sql.adapted(getattr(row, name), as_json=json) for name, json in plan) for row in rows
    ]


def _named(shelf: Shelf, row: Row) -> dict[str, Any]:
    return dict(zip(shelf.columns, *values(shelf, [row]), strict=True))
