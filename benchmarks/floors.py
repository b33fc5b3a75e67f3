"""What COPY alone takes for the bytes of a load: of its file's columns, and of every row it wrote."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.db import connections
from django.db.backends.utils import CursorWrapper

from benchmarks.spending import Spent, spending

BLOCK = 1 << 20
_TABLES = """
    SELECT relname, pg_get_constraintdef(pg_constraint.oid)
      FROM pg_class JOIN pg_constraint ON conrelid = pg_class.oid AND contype = 'p'
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
# The rows that transactions since one have left; a bench never lets their numbers wrap.
_SINCE = "SELECT * FROM {table} WHERE xmin::text::bigint >= {first}"


class Written(NamedTuple):
    """The rows of one table that a load wrote, in a file as binary COPY has them."""

    table: str
    key: str
    rows: int
    file: Path


def transaction_now() -> int:
    """The number below which every transaction has begun already."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


def written_since(first: int, folder: Path) -> list[Written]:
    """All that was inserted or changed by transactions from this one on, table by table."""
    found = []
    with connections["owner"].cursor() as cursor:
        cursor.execute(_TABLES)
        for table, key in cursor.fetchall():
            file = folder / f"{table}.copy"
            query = _SINCE.format(table=table, first=first)
            with file.open("wb") as out, cursor.copy(f"COPY ({query}) TO STDOUT BINARY") as copy:
                for block in copy:
                    out.write(block)
            if cursor.rowcount > 0:
                found.append(Written(table, key, cursor.rowcount, file))
    return found


def columns(file: Path, names: Sequence[str], key: str) -> Spent:
    """COPY of the columns of a CSV file into one table of texts with a key."""
    of_text = ", ".join(f"{name} text" for name in names)
    with _table(f"floor_row ({of_text}, PRIMARY KEY ({key}))", "floor_row") as cursor:
        return _copied(cursor, "COPY floor_row FROM STDIN (FORMAT csv, HEADER)", file)


def bare(written: Sequence[Written]) -> list[Spent]:
    """Binary COPY of each table's rows into a copy of it that has its key and nothing else."""
    return [_again(each, f"LIKE {each.table}, {each.key}") for each in written]


def indexed(written: Sequence[Written]) -> list[Spent]:
    """The same into copies with all indexes and checks of the tables."""
    return [_again(each, f"LIKE {each.table} INCLUDING ALL") for each in written]


def _again(written: Written, definition: str) -> Spent:
    name = f"floor_{written.table}"
    with _table(f"{name} ({definition})", name) as cursor:
        return _copied(cursor, f"COPY {name} FROM STDIN BINARY", written.file)


@contextmanager
def _table(definition: str, name: str) -> Iterator[CursorWrapper]:
    """A table of the floor: made and committed before COPY, so that all of it is in the WAL."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"CREATE TABLE {definition}")
        try:
            yield cursor
        finally:
            cursor.execute(f"DROP TABLE {name}")


def _copied(cursor: CursorWrapper, statement: str, file: Path) -> Spent:
    with spending("owner") as spent, file.open("rb") as source, cursor.copy(statement) as copy:
        while block := source.read(BLOCK):
            copy.write(block)
    return spent
