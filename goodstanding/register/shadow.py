"""Shadow tables: what the acts say the tables should hold, beside what they do hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Composed, Identifier

from goodstanding.register import shelving, sql, storing, tallying
from goodstanding.register.snapshot import BATCH
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import State

#: Of each difference, how many rows are shown.
EXAMPLES = 3


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one table that are there and should not be, or should be there and are not."""

    table: str
    kind: str
    rows: int
    examples: tuple[str, ...]


class Shadow:
    """A temporary copy of one table's columns, filled and compared."""

    def __init__(self, cursor: CursorWrapper, table: str, columns: Sequence[str]) -> None:
        self.table = table
        self._cursor = cursor
        self._columns = columns
        self._waiting: list[Sequence[Any]] = []
        self._name = f"shadow_{table}"
        self._run(
            "CREATE TEMPORARY TABLE {shadow} ON COMMIT DROP AS"
            " SELECT {columns} FROM {table} WITH NO DATA"
        )

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """More rows that the table should hold."""
        self._waiting += rows
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Have all rows added so far in the shadow table."""
        sql.copy(self._cursor, self._name, self._columns, self._waiting)
        self._waiting = []

    def differences(self) -> list[Difference]:
        """What the table and its shadow do not share."""
        self.flush()
        return [
            *self._only("surplus", self.table, self._name),
            *self._only("missing", self._name, self.table),
        ]

    def replace(self) -> None:
        """Put the shadow's rows into the table in place of its own."""
        self.flush()
        self._run("DELETE FROM {table}")
        self._run("INSERT INTO {table} ({columns}) SELECT {columns} FROM {shadow}")

    def close(self) -> None:
        """Remove the shadow before the transaction ends."""
        self._run("DROP TABLE {shadow}")

    def _only(self, kind: str, left: str, right: str) -> list[Difference]:
        names = {"left": Identifier(left), "right": Identifier(right)}
        self._run(
            "CREATE TEMPORARY TABLE only_here ON COMMIT DROP AS"
            " SELECT {columns} FROM {left} EXCEPT ALL SELECT {columns} FROM {right}",
            **names,
        )
        self._run("SELECT count(*) FROM only_here")
        (count,) = self._cursor.fetchone()
        self._run(
            "SELECT {first}::text FROM only_here ORDER BY 1 LIMIT {examples}",
            first=Identifier(self._columns[0]),
            examples=SQL(str(EXAMPLES)),
        )
        examples = tuple(str(value) for (value,) in self._cursor.fetchall())
        self._run("DROP TABLE only_here")
        found = Difference(table=self.table, kind=kind, rows=count, examples=examples)
        return [found] if count else []

    def _run(self, statement: str, **more: Identifier | SQL) -> None:
        names: dict[str, Identifier | SQL | Composed] = {
            "table": Identifier(self.table),
            "shadow": Identifier(self._name),
            "columns": sql.names(self._columns),
            **more,
        }
        self._cursor.execute(SQL(statement).format(**names))


class Shadows:
    """The shadows of the states' table, of every shelf and of every tally."""

    def __init__(self, cursor: CursorWrapper) -> None:
        self._states = Shadow(cursor, storing.TABLE, storing.COLUMNS)
        shelves = shelving.shelves()
        # Several types of state may fill one table: it has one shadow.
        self._tables = {
            table: Shadow(cursor, table, columns)
            for table, columns in {shelf.table: shelf.columns for shelf in shelves}.items()
        }
        self._shelves: list[tuple[Shelf, Shadow]] = [
            (shelf, self._tables[shelf.table]) for shelf in shelves
        ]
        self._counts: tallying.Found = defaultdict(Counter)
        self._tallies = {
            table: Shadow(cursor, table, columns)
            for table, columns in {each.table: each.columns for each in tallying.tallies()}.items()
        }

    def complete(self) -> list[Shadow]:
        """Every shadow, once no state is to come any more: only now is counted out."""
        for table, counts in self._counts.items():
            self._tallies[table].add(tallying.lines(counts))
        self._counts = defaultdict(Counter)
        return [self._states, *self._tables.values(), *self._tallies.values()]

    def add(self, states: Mapping[str, State], positions: Mapping[str, int]) -> None:
        """The states of one stream, and the rows they give."""
        self._states.add(storing.rows(states, positions))
        by_type: dict[type, list[State]] = {}
        for state in states.values():
            by_type.setdefault(type(state), []).append(state)
        for shelf, shadow in self._shelves:
            rows = [row for state in by_type.get(shelf.state, ()) for row in shelf.rows(state)]
            if rows:
                shadow.add(shelving.values(shelf, rows))
        tallying.count(self._counts, states.values())
