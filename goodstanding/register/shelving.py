"""The shelves, found by registration, and what a change of states means for their tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string
from msgspec.structs import astuple, fields

from goodstanding.register import sql
from goodstanding.rules.shelf import Key, Row, Shelf
from goodstanding.rules.states import State

Change = tuple[State | None, State]
Values = tuple[Any, ...]


def shelves() -> tuple[Shelf, ...]:
    """Every registered shelf, in the order of the settings."""
    return _loaded(tuple(settings.SHELVES))


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Shelf, ...]:
    return tuple(shelf for name in names for shelf in import_string(name))


def store(cursor: CursorWrapper, changes: Iterable[Change]) -> None:
    """Bring every shelf from the picture of the old states to the picture of the new ones."""
    by_type: dict[type, list[Change]] = {}
    for change in changes:
        by_type.setdefault(type(change[1]), []).append(change)
    for shelf in shelves():
        if mine := by_type.get(shelf.state):
            _store(cursor, shelf, mine)


def _store(cursor: CursorWrapper, shelf: Shelf, changes: list[Change]) -> None:
    # Most are new, and their rows are made while the server takes those before.
    fresh = (row for old, new in changes if old is None for row in shelf.rows(new))
    more, gone, altered = list[Row](), list[Key](), list[Row]()
    for old, new in changes:
        if old is not None:
            before, after = shelf.picture(old), shelf.picture(new)
            gone += [key for key in before if key not in after]
            more += [row for key, row in after.items() if key not in before]
            altered += [row for key, row in after.items() if before.get(key, row) != row]
    sql.delete(cursor, shelf.table, shelf.key, gone)
    sql.update(cursor, shelf.table, shelf.key, [_named(shelf, row) for row in altered])
    sql.insert(cursor, shelf.table, shelf.columns, values(shelf, chain(fresh, more)))


def values(shelf: Shelf, rows: Iterable[Row]) -> Iterator[Values]:
    """Rows as the database takes them, in the order of the shelf's columns."""
    adapt = _adapter(shelf.table, shelf.row)
    return map(adapt, rows)


@cache
def _adapter(table: str, row: type[Row]) -> Callable[[Row], Values]:
    """How rows of one type become values; plain values need nothing done to them."""
    as_json = sql.json_columns(table)
    special = [
        (place, field.name in as_json)
        for place, field in enumerate(fields(row))
        if field.name in as_json or not _is_plain(field.type)
    ]
    return (lambda each: _adapted(astuple(each), special)) if special else astuple


def _adapted(found: Values, special: Sequence[tuple[int, bool]]) -> Values:
    values = list(found)
    for place, as_json in special:
        values[place] = sql.adapted(values[place], as_json=as_json)
    return tuple(values)


def _is_plain(type: object) -> bool:
    """True if no value of this type is a sequence."""
    return not any(word in str(type) for word in ("tuple", "frozenset", "list", "Sequence"))


def _named(shelf: Shelf, row: Row) -> dict[str, Any]:
    return dict(zip(shelf.columns, *values(shelf, [row]), strict=True))
