"""Rebuild: every table from the acts, by the same two functions as the writer, and compared."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

import msgspec
from django.db.backends.utils import CursorWrapper

from goodstanding.register.reading import decoded
from goodstanding.register.shadow import Difference, Shadows
from goodstanding.register.snapshot import snapshot, stream
from goodstanding.rules.acts.envelope import SYSTEM, Act
from goodstanding.rules.evolve import fold
from goodstanding.rules.states import State

States = dict[str, State]
Progress = Callable[[int], None]
Inspect = Callable[[str, States], None]


class RebuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """How much was folded, and in how many rows the tables differ from it."""

    acts: int
    organisations: int
    differences: int
    found: tuple[Difference, ...]


def rebuild(
    *,
    verify: bool = True,
    progress: Progress = lambda done: None,
    inspect: Inspect = lambda stream, states: None,
    using: str = "default",
) -> RebuildReport:
    """Fold all acts into shadow tables and compare; without ``verify`` also replace the tables.

    Args:
        verify: only compare.
        progress: told now and then how many acts are done.
        inspect: shown every stream's states.
        using: the connection.
    """
    with snapshot(using, exclusive=not verify) as cursor:
        return _rebuilt(cursor, verify=verify, progress=progress, inspect=inspect)


def _rebuilt(
    cursor: CursorWrapper, *, verify: bool, progress: Progress, inspect: Inspect
) -> RebuildReport:
    shadows, done, organisations = Shadows(cursor), 0, 0
    for name, acts in _streams(cursor):
        states = fold(acts)
        shadows.add(states, {act.header.aggregate: act.header.position for act in acts})
        inspect(name, states)
        done, organisations = done + len(acts), organisations + (name != SYSTEM)
        progress(done)
    filled = shadows.complete()
    found = [each for shadow in filled for each in shadow.differences()]
    for shadow in filled:
        if not verify:
            shadow.replace()
        shadow.close()
    return RebuildReport(
        acts=done,
        organisations=organisations,
        differences=sum(each.rows for each in found),
        found=tuple(found),
    )


def _streams(cursor: CursorWrapper) -> Iterator[tuple[str, list[Act]]]:
    """Every stream with its acts in order; one stream is in memory at a time."""
    query = "SELECT stream, header, effect, kind FROM register_act ORDER BY stream, position"
    for name, rows in groupby(stream(cursor, "all_acts", query), key=itemgetter(0)):
        yield name, [decoded(header, effect, kind) for _, header, effect, kind in rows]
