"""One picture of the whole register, however long reading it takes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

#: Rows fetched at a time: bounds the memory, not the answer.
BATCH = 5_000


@contextmanager
def snapshot(using: str, *, exclusive: bool = False) -> Iterator[CursorWrapper]:
    """A transaction that sees the register as it is now; inside another one, as that one does.

    Args:
        using: the connection.
        exclusive: let nobody append meanwhile, instead of not seeing what they append.
    """
    outermost = not connections[using].in_atomic_block
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if exclusive:
            cursor.execute("SELECT 1 FROM register_head FOR UPDATE")
        elif outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield cursor


def stream(cursor: CursorWrapper, name: str, query: str) -> Iterator[Sequence[Any]]:
    """The rows of a query, fetched in batches through a cursor of the server's own."""
    cursor.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {query}")
    while rows := _fetch(cursor, name):
        yield from rows
    cursor.execute(f"CLOSE {name}")


def _fetch(cursor: CursorWrapper, name: str) -> Iterable[Sequence[Any]]:
    cursor.execute(f"FETCH {BATCH} FROM {name}")
    return list(cursor.fetchall())
