"""A line of somebody's old copy, held against what the register shows today."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec


class State(StrEnum):
    """How a line of a copy stands today; everything but ``current`` is stale."""

    CURRENT = "current"
    WAS_WRONG = "was-wrong"
    STOP_USING = "stop-using"
    CORRECTED = "corrected"
    ENDED = "ended"
    NOT_PUBLIC = "not-public"


class CopyLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy says: ``version`` and ``not_after`` are none where its line does not.

    ``notice``: the line itself says that the record was withdrawn.
    """

    number: int
    record: str
    version: int | None = None
    not_after: date | None = None
    position: int | None = None
    notice: bool = False


class Fell(msgspec.Struct, frozen=True, kw_only=True):
    """How a version fell, and on which day."""

    kind: str
    on: date


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What strangers may know today of a record or designation.

    ``version`` and ``last_day`` of what is shown whole, none where nothing is; ``fell`` by version.
    """

    version: int | None = None
    last_day: date | None = None
    fell: Mapping[int, Fell] = {}


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A line with how it stands, since when, and what holds now."""

    line: CopyLine
    state: State
    since: date | None = None
    version: int | None = None
    not_after: date | None = None


def judge(line: CopyLine, known: Known, *, on: date) -> Judged:
    """How a line stands on a day; what is public no more is never told apart from what never was."""
    fell = _fall(line, known)
    if line.notice and (fell is not None or known.version is None):
        return Judged(line=line, state=State.CURRENT)
    if fell is not None:
        return _judged(line, State(fell.kind), known, since=fell.on)
    if known.version is None:
        ended = line.not_after is not None and line.not_after < on
        return _judged(line, State.ENDED if ended else State.NOT_PUBLIC, known)
    held = line.version in (None, known.version)
    return _judged(line, State.CURRENT if held else State.NOT_PUBLIC, known)


def _fall(line: CopyLine, known: Known) -> Fell | None:
    """How the version of the line fell; a line without one is read as the last version."""
    if line.version is not None:
        return known.fell.get(line.version)
    return known.fell[max(known.fell)] if known.fell and known.version is None else None


def _judged(line: CopyLine, state: State, known: Known, since: date | None = None) -> Judged:
    since = line.not_after if state is State.ENDED else since
    return Judged(
        line=line, state=state, since=since, version=known.version, not_after=known.last_day
    )
