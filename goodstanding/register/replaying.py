"""Every organisation's states in order of code, read in parts by as many processes as there are
cores, all on one picture of the register; nothing is written, and nothing can be."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import current_process, get_context
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
import psycopg
from django.db import connections
from psycopg.conninfo import make_conninfo

from goodstanding.rules.acts.envelope import SYSTEM
from goodstanding.rules.states import State

T = TypeVar("T")
#: What is made of one part of the register; it must pickle, and so must what it gives.
Judge = Callable[[Iterator[Any]], T]
Progress = Callable[[int, int], None]

#: Organisations in a part, and rows fetched at a time.
PART, FETCHED = 2_000, 250
#: Another process takes as long to start as one takes to read so many organisations.
ALONE = 4_000
#: More would only wait for the database.
MOST_PROCESSES = 4
_STATES = msgspec.json.Decoder(list[State])

_READ_ONLY = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
_CODES = "SELECT code FROM register_stream WHERE code <> %s ORDER BY code"
# All states of an organisation in one row, as one JSON array: they are decoded in one go.
_BODIES = r"""
    SELECT string_agg(body, '\x2c'::bytea) FROM register_storedstate
     WHERE stream BETWEEN %s AND %s AND stream <> %s GROUP BY stream ORDER BY stream
"""


class Part(NamedTuple):
    """Some organisations in order of code, the first and the last of them."""

    first: str
    last: str
    codes: tuple[str, ...]


class Source(NamedTuple):
    """What is read, part by part: both functions must pickle, and read by the cursor alone.

    ``codes``: the organisations that are read at all, in order; ``read``: what a judge is given of
    each organisation of a part.
    """

    codes: Callable[[Any], list[str]]
    read: Callable[[Any, Part], Iterator[Any]]


class Replayed(NamedTuple, Generic[T]):
    """Where the register stood, and what each part gave, in order of code."""

    position: int
    parts: list[T]


def replay(
    judge: Judge[T],
    *,
    source: Source | None = None,
    progress: Progress = lambda done, total: None,
) -> Replayed[T]:
    """What ``judge`` makes of every part of the register as it is now.

    Args:
        judge: given the states of each organisation of a part, organisation by organisation.
        source: another thing to be given of them.
        progress: told how many organisations are done, of how many.
    """
    source = source or STATES
    address = _address()
    with _reading(address) as cursor:
        position = int(cursor.execute("SELECT position FROM register_head").fetchone()[0])
        codes = source.codes(cursor)
        found: list[T] = []
        for done in _judged(partial(_given, judge, source.read), cursor, address, codes):
            found.append(done)
            progress(min(len(found) * PART, len(codes)), len(codes))
    return Replayed(position, found)


def _given(
    judge: Judge[T], read: Callable[[Any, Part], Iterator[Any]], cursor: Any, part: Part
) -> T:
    return judge(read(cursor, part))


def _judged(
    judge: Callable[[Any, Part], T], cursor: Any, address: str, codes: list[str]
) -> Iterator[T]:
    parts = [_part(codes[n : n + PART]) for n in range(0, len(codes), PART)]
    processes = min(os.cpu_count() or 1, MOST_PROCESSES, len(parts))
    # A worker of a server may have no children of its own.
    if len(codes) <= ALONE or processes == 1 or current_process().daemon:
        yield from (judge(cursor, part) for part in parts)
        return
    snapshot = cursor.execute("SELECT pg_export_snapshot()").fetchone()[0]
    # Begun anew, not forked: a fork would share the connections of this process.
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(partial(_elsewhere, judge, address, snapshot), parts)


def _part(codes: list[str]) -> Part:
    return Part(codes[0], codes[-1], tuple(codes))


def _elsewhere(judge: Callable[[Any, Part], T], address: str, snapshot: str, part: Part) -> T:
    with _reading(address, snapshot) as cursor:
        return judge(cursor, part)


def _codes(cursor: Any) -> list[str]:
    return [code for (code,) in cursor.execute(_CODES, [SYSTEM])]


def _organisations(cursor: Any, part: Part) -> Iterator[dict[str, State]]:
    with cursor.connection.cursor(name="organisations", binary=True) as rows:
        rows.itersize = FETCHED
        for (bodies,) in rows.execute(_BODIES, [part.first, part.last, SYSTEM]):
            yield {each.id: each for each in _STATES.decode(b"[" + bodies + b"]")}


#: Every organisation with its states.
STATES = Source(_codes, _organisations)


@contextmanager
def _reading(address: str, snapshot: str = "") -> Iterator[Any]:
    """A transaction of its own connection that sees one picture and can write nothing."""
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(_READ_ONLY)
        if snapshot:
            cursor.execute(psycopg.sql.SQL("SET TRANSACTION SNAPSHOT {}").format(snapshot))
        yield cursor


def _address() -> str:
    """The database Django works on, for connections that are not Django's."""
    known = connections["default"].get_connection_params()
    return make_conninfo(
        **{name: each for name, each in known.items() if isinstance(each, str | int)}
    )
