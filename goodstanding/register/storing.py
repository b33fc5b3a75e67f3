"""States in their table: loaded by aggregate or by stream, stored with shelves and tallies."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.utils import CursorWrapper

from goodstanding.register import shelving, sql, tallying
from goodstanding.rules import codec
from goodstanding.rules.states import State

TABLE = "register_storedstate"
COLUMNS = ("aggregate", "stream", "type", "is_open", "position", "body")


def load(cursor: CursorWrapper, aggregates: Sequence[str]) -> dict[str, State]:
    """The states of these aggregates, as far as they exist."""
    query = f"SELECT aggregate, body FROM {TABLE} WHERE aggregate {sql.AMONG}"
    return _states(cursor, query, sql.written(aggregates))


def there(cursor: CursorWrapper, aggregates: Sequence[str]) -> set[str]:
    """Those of these aggregates that have a state."""
    query = f"SELECT aggregate FROM {TABLE} WHERE aggregate {sql.AMONG}"
    cursor.execute(query, [sql.written(aggregates)])
    return {aggregate for (aggregate,) in cursor.fetchall()}


def load_open(cursor: CursorWrapper, stream: str) -> dict[str, State]:
    """The states of a stream that are open: what a step on this organisation works with."""
    query = f"SELECT aggregate, body FROM {TABLE} WHERE stream = %s AND is_open"
    return _states(cursor, query, stream)


def load_open_of(cursor: CursorWrapper, streams: Sequence[str]) -> dict[str, State]:
    """The open states of several streams at once."""
    query = f"SELECT aggregate, body FROM {TABLE} WHERE stream = ANY(%s) AND is_open"
    return _states(cursor, query, list(streams))


def load_all(cursor: CursorWrapper, stream: str) -> dict[str, State]:
    """Every state of a stream."""
    query = f"SELECT aggregate, body FROM {TABLE} WHERE stream = %s ORDER BY aggregate"
    return _states(cursor, query, stream)


def _states(cursor: CursorWrapper, query: str, value: str | list[str]) -> dict[str, State]:
    cursor.execute(query, [value])
    return {aggregate: codec.decode_state(body) for aggregate, body in cursor.fetchall()}


def store(
    cursor: CursorWrapper,
    *,
    old: Mapping[str, State | None],
    new: Mapping[str, State],
    positions: Mapping[str, int],
) -> None:
    """Store changed states and what changes with them on the shelves.

    Args:
        cursor: of the transaction that appended the acts.
        old: the states before; None where the aggregate was opened just now.
        new: the states after.
        positions: of each aggregate's last act.
    """
    fresh = [id for id in new if old[id] is None]
    kept = [id for id in new if old[id] is not None]
    sql.insert(cursor, TABLE, COLUMNS, (row(id, new[id], positions[id]) for id in fresh))
    sql.update(cursor, TABLE, ("aggregate",), [_named(id, new[id], positions[id]) for id in kept])
    changes = [(old[id], state) for id, state in new.items()]
    shelving.store(cursor, changes)
    tallying.store(cursor, changes)


def row(aggregate: str, state: State, position: int) -> tuple[Any, ...]:
    """A state as a row of its table."""
    return (
        *(aggregate, state.organisation, codec.type_of(state), state.is_open),
        *(position, codec.encode_state(state)),
    )


def _named(aggregate: str, state: State, position: int) -> dict[str, Any]:
    return dict(zip(COLUMNS, row(aggregate, state, position), strict=True))


def rows(states: Mapping[str, State], positions: Mapping[str, int]) -> Iterable[tuple[Any, ...]]:
    """Many states as rows of their table."""
    return (row(id, state, positions[id]) for id, state in states.items())
