"""Reading the register: states as they are, or as they were known at a moment or a position."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connections
from django.db.backends.utils import CursorWrapper

from goodstanding.register import storing
from goodstanding.register.streams import share_lock
from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import SYSTEM, Act, Content
from goodstanding.rules.chain import GENESIS
from goodstanding.rules.evolve import fold
from goodstanding.rules.states import Designation, State

__all__ = [
    "acts",
    "acts_at",
    "content",
    "contents_of",
    "decoded",
    "digest_at",
    "fold",
    "head",
    "in_use_since",
    "leaf",
    "named_states",
    "position_at",
    "share_lock",
    "states",
    "states_then",
    "stored",
    "stream_of",
    "working_states",
    "working_states_of",
]


class HeadRow(NamedTuple):
    """The last act's position, the moment it was recorded, and the digest of the whole chain."""

    position: int
    recorded_at: datetime
    digest: bytes


def head() -> HeadRow:
    """The end of the chain as it is now."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT position, recorded_at, digest FROM register_head")
        position, recorded_at, digest = cursor.fetchone()
    return HeadRow(position, recorded_at, bytes(digest))


def digest_at(position: int) -> bytes:
    """The digest of the whole chain up to a position; before the first act, that of nothing."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT head FROM register_act WHERE position = %s", [position])
        row = cursor.fetchone()
    return bytes(row[0]) if row else GENESIS


def states(stream: str, *, known_at: datetime | int | None = None) -> dict[str, State]:
    """The states of a stream by aggregate: the stored ones, or folded from what was known then."""
    if known_at is not None:
        return fold(acts(stream, known_at=known_at))
    with connections["default"].cursor() as cursor:
        return storing.load_all(cursor, stream)


def named_states(aggregates: Iterable[str]) -> dict[str, State]:
    """The states of these aggregates, of whatever stream, as far as they exist."""
    with connections["default"].cursor() as cursor:
        return storing.load(cursor, list(aggregates))


def working_states(stream: str) -> dict[str, State]:
    """The organisation, what is open about it, and the records its designations rest on.

    Does not grow with the number of records held.
    """
    return working_states_of([stream])


def working_states_of(streams: Sequence[str]) -> dict[str, State]:
    """The same of several organisations at once, by aggregate; two queries however many."""
    with connections["default"].cursor() as cursor:
        found = storing.load_open_of(cursor, streams)
        rested = (each.records for each in found.values() if isinstance(each, Designation))
        found.update(storing.load(cursor, [record for records in rested for record in records]))
        return found


def stored(aggregates: Iterable[str]) -> dict[str, State]:
    """The states of these aggregates, whatever stream they are of, as far as they exist."""
    with connections["default"].cursor() as cursor:
        return storing.load(cursor, sorted(set(aggregates)))


def states_then(aggregates: Iterable[str], *, position: int) -> dict[str, State]:
    """The states of these aggregates as they were at a position; one query, folded."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT header, effect, kind FROM register_act"
            " WHERE aggregate = ANY(%s) AND position <= %s ORDER BY position",
            [sorted(set(aggregates)), position],
        )
        return fold(decoded(*row) for row in cursor.fetchall())


def in_use_since() -> datetime | None:
    """When the register first learned anything about an organisation; None while it has not."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT recorded_at FROM register_act WHERE stream <> %s ORDER BY position LIMIT 1",
            [SYSTEM],
        )
        row = cursor.fetchone()
    return row[0] if row else None


def acts(
    stream: str, *, known_at: datetime | int | None = None, with_content: bool = False
) -> list[Act]:
    """The acts of a stream in order.

    Args:
        stream: an organisation's code, or ``system``.
        known_at: only those recorded until this moment, or up to this position; None for all.
        with_content: also their content, as far as it was not removed; empty otherwise.
    """
    until = position_at(known_at) if isinstance(known_at, datetime) else known_at
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT header, effect, kind FROM register_act"
            " WHERE stream = %s AND (%s::bigint IS NULL OR position <= %s) ORDER BY position",
            [stream, until, until],
        )
        found = [decoded(*row) for row in cursor.fetchall()]
        return _filled(cursor, found) if with_content else found


def content(positions: Iterable[int]) -> dict[int, Content]:
    """The content of acts by position; what was removed is missing."""
    with connections["default"].cursor() as cursor:
        return _content(cursor, list(positions))


def contents_of(aggregates: Iterable[str]) -> tuple[int, ...]:
    """The positions of the acts of these aggregates that still have content, in order."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT position FROM register_act JOIN register_content USING (position)"
            " WHERE aggregate = ANY(%s) AND content <> '{}'::bytea ORDER BY position",
            [sorted(set(aggregates))],
        )
        return tuple(position for (position,) in cursor.fetchall())


def acts_at(positions: Iterable[int]) -> dict[int, Act]:
    """The acts at these positions, with their content as far as it was not removed."""
    wanted = list(positions)
    if not wanted:
        return {}
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT header, effect, kind FROM register_act WHERE position = ANY(%s)",
            [wanted],
        )
        found = _filled(cursor, [decoded(*row) for row in cursor.fetchall()])
    return {act.header.position: act for act in found}


def leaf(position: int) -> bytes:
    """The digest of the act at a position, as the chain holds it."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT leaf FROM register_act WHERE position = %s", [position])
        return bytes(cursor.fetchone()[0])


def stream_of(aggregate: str) -> str | None:
    """The stream an aggregate belongs to; None if no act ever named it."""
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT stream FROM {storing.TABLE} WHERE aggregate = %s", [aggregate])
        row = cursor.fetchone()
    return row[0] if row else None


def position_at(moment: datetime) -> int:
    """The position of the last act recorded at ``moment`` or before; 0 before the first.

    Asked twice it answers once: acts on their way are waited for, and none is recorded at or
    before an answered moment afterwards. A moment still to come binds nobody.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_SEAL, [moment] * 4)
        cursor.execute(_LAST, [moment, moment])
        return int(cursor.fetchone()[0])


# Waits for whoever holds the head. The clock asked is only whether the moment is past: for an
# instance that lives in the past (a story), the seal is never beyond the moment asked about.
_SEAL = """
    UPDATE register_head SET sealed_until = %s
     WHERE sealed_until < %s AND recorded_at < %s AND %s <= clock_timestamp()
"""

# Positions have no gaps and moments rise with them, so no index on moments is needed.
_LAST = """
    WITH RECURSIVE search (low, high) AS (
        SELECT 0::bigint, (SELECT position FROM register_head)
        UNION ALL
        SELECT CASE WHEN recorded_at <= %s THEN position ELSE low END,
               CASE WHEN recorded_at <= %s THEN high ELSE position - 1 END
          FROM search JOIN register_act ON position = (low + high + 1) / 2
         WHERE low < high
    )
    SELECT low FROM search WHERE low = high
"""


def decoded(header: bytes, effect: bytes, kind: str) -> Act:
    """An act from its columns, without its content."""
    found = codec.decode_effect(effect, kind=kind)
    return Act(header=codec.decode_header(header), effect=found, content={})


def _filled(cursor: CursorWrapper, found: list[Act]) -> list[Act]:
    contents = _content(cursor, [act.header.position for act in found])
    return [
        Act(
            header=act.header,
            effect=act.effect,
            content=contents.get(act.header.position, {}),
        )
        for act in found
    ]


def _content(cursor: CursorWrapper, positions: list[int]) -> dict[int, Content]:
    if not positions:
        return {}
    cursor.execute(
        "SELECT position, content FROM register_content WHERE position = ANY(%s)", [positions]
    )
    return {position: codec.decode_content(raw) for position, raw in cursor.fetchall()}
