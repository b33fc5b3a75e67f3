"""Rows into tables: one way for few and for many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from typing import Any

import msgspec
from django.db import connections
from django.db.backends.utils import CursorWrapper
from psycopg import adapters
from psycopg.adapt import Dumper
from psycopg.pq import Format, PipelineStatus
from psycopg.sql import SQL, Composed, Identifier, Placeholder
from psycopg.types.json import Jsonb
from psycopg.types.string import BytesBinaryDumper

#: From this many rows on, COPY is faster than one INSERT of many rows (measured: 20 to 50).
COPY_FROM = 40

Values = Sequence[Any]
Rows = Sequence[Values]

_KNOWN_TYPES: dict[str, dict[str, int]] = {}


@contextmanager
def together(cursor: CursorWrapper) -> Iterator[None]:
    """Send the statements of this block in one go; none of them may have an answer to read."""
    with connections["default"].wrap_database_errors, cursor.connection.pipeline():
        yield


def _is_pipelined(cursor: CursorWrapper) -> bool:
    return bool(cursor.connection.info.pipeline_status is not PipelineStatus.OFF)


def insert(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Values]
) -> None:
    """Insert new rows; a row that is already there is an error of the database.

    ``rows``: may be made on the way, without this connection: the server takes some meanwhile.
    """
    waiting = iter(rows)
    first = list(islice(waiting, COPY_FROM))
    if len(first) == COPY_FROM and not _is_pipelined(cursor):
        copy(cursor, table, columns, chain(first, waiting))
    elif first:
        few = [*first, *waiting]
        statement = _insert(table, tuple(columns), len(few))
        cursor.execute(statement, [value for row in few for value in row])


def copy(cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Insert new rows through COPY, in binary: half the bytes to send, and none to parse."""
    types = _types(cursor, table)
    # A cursor of its own: what it is taught of bytes and ids holds for this COPY alone.
    copying = cursor.connection.cursor()
    copying.adapters.register_dumper(bytes, BytesBinaryDumper)
    copying.adapters.register_dumper(str, _WrittenId)
    statement = SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        Identifier(table), names(columns)
    )
    with copying, copying.copy(statement) as stream:
        stream.set_types([types[column] for column in columns])
        for row in rows:
            stream.write_row(row)


class _WrittenId(Dumper):
    """An id written as UUIDs are, without making an object of it first."""

    format, oid = Format.BINARY, adapters.types["uuid"].oid

    def dump(self, obj: str) -> bytes:
        """Its sixteen bytes."""
        return bytes.fromhex(obj.replace("-", ""))


def _types(cursor: CursorWrapper, table: str) -> dict[str, int]:
    """The type of each column of a table; asked once, since a table keeps its types."""
    if table not in _KNOWN_TYPES:
        # By this cursor: a shadow is there for one transaction only.
        cursor.execute(
            "SELECT attname, atttypid::int FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 0",
            [table],
        )
        _KNOWN_TYPES[table] = dict(cursor.fetchall())
    return _KNOWN_TYPES[table]


def update(
    cursor: CursorWrapper, table: str, key: Sequence[str], values: Sequence[Mapping[str, Any]]
) -> None:
    """Replace the other columns of rows that are there, found by their key."""
    if values:
        cursor.executemany(_update(table, tuple(key), tuple(values[0])), values)


def delete(
    cursor: CursorWrapper, table: str, key: Sequence[str], keys: Sequence[Sequence[Any]]
) -> None:
    """Delete rows by their key."""
    if keys:
        named = [dict(zip(key, each, strict=True)) for each in keys]
        cursor.executemany(_delete(table, tuple(key)), named)


def add(cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Rows) -> None:
    """Add the last column's numbers to the lines that have the other columns, or make them."""
    if rows:
        cursor.executemany(_add(table, tuple(columns)), rows)


def take(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Take numbers from lines that are there; a line that counts nothing any more goes."""
    if rows:
        less, gone = _take(table, tuple(columns))
        cursor.executemany(less, rows)
        cursor.executemany(gone, rows)


# Composing a statement costs as much as running it, and there are few: each is made once.


@cache
def _insert(table: str, columns: tuple[str, ...], rows: int) -> str:
    line = SQL("({})").format(SQL(", ").join([Placeholder()] * len(columns)))
    statement = SQL("INSERT INTO {} ({}) VALUES {}").format(
        Identifier(table), names(columns), SQL(", ").join([line] * rows)
    )
    return statement.as_string()


@cache
def _update(table: str, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
    others = [name for name in columns if name not in key] or list(key)
    statement = SQL("UPDATE {} SET {} WHERE {}").format(
        Identifier(table), SQL(", ").join(map(_equals, others)), _where(key)
    )
    return statement.as_string()


@cache
def _delete(table: str, key: tuple[str, ...]) -> str:
    return SQL("DELETE FROM {} WHERE {}").format(Identifier(table), _where(key)).as_string()


@cache
def _add(table: str, columns: tuple[str, ...]) -> str:
    *key, number = columns
    statement = SQL(
        "INSERT INTO {table} ({columns}) VALUES ({values})"
        " ON CONFLICT ({key}) DO UPDATE SET {number} = {table}.{number} + EXCLUDED.{number}"
    ).format(
        table=Identifier(table),
        columns=names(columns),
        values=SQL(", ").join([Placeholder()] * len(columns)),
        key=names(key),
        number=Identifier(number),
    )
    return statement.as_string()


@cache
def _take(table: str, columns: tuple[str, ...]) -> tuple[str, str]:
    *key, number = columns
    named = {"table": Identifier(table), "number": Identifier(number), "these": _where(key)}
    less = SQL("UPDATE {table} SET {number} = {number} - {many} WHERE {these}").format(
        many=Placeholder(number), **named
    )
    gone = SQL("DELETE FROM {table} WHERE {these} AND {number} = 0").format(**named)
    return less.as_string(), gone.as_string()


#: One of the texts of a parameter that `written` made.
AMONG = "= ANY(ARRAY(SELECT jsonb_array_elements_text(%s::jsonb)))"


def written(keys: Sequence[str]) -> str:
    """Many keys as one parameter: thousands take longer to write down than to look up."""
    return msgspec.json.encode(keys).decode()


def names(columns: Sequence[str]) -> Composed:
    """A list of columns."""
    return SQL(", ").join(map(Identifier, columns))


def _equals(column: str) -> Composed:
    return SQL("{} = {}").format(Identifier(column), Placeholder(column))


def _where(key: Sequence[str]) -> Composed:
    return SQL(" AND ").join(map(_equals, key))


@cache
def json_columns(table: str) -> frozenset[str]:
    """The columns of a table that hold JSON."""
    query = """
        SELECT attname FROM pg_attribute
         WHERE attrelid = %s::regclass AND attnum > 0 AND atttypid = 'jsonb'::regtype
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(query, [table])
        return frozenset(name for (name,) in cursor.fetchall())


def adapted(value: object, *, as_json: bool) -> object:
    """A field of a shelf's row as the database takes it: tuples as arrays, or all as JSON."""
    if as_json:
        return None if value is None else Jsonb(msgspec.to_builtins(value))
    return list(value) if isinstance(value, (tuple, frozenset)) else value
