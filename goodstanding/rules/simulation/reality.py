"""What a version was expected to change, beside what it really did."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

#: An organisation, an aggregate of it, and what of the aggregate: as `NewLastDay.of`.
Where = tuple[str, str, str]


class Cause(StrEnum):
    """Why the two differ."""

    WAITING = "waiting"
    ACTS_BETWEEN = "acts-between"
    LAW_BETWEEN = "law-between"
    UNEXPLAINED = "unexplained"


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A last day that a version wrote, by the act at a position."""

    last_day: date
    position: int


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One last day that is not as expected; None where it was not expected, or not written.

    ``acts``: the positions of the acts on the organisation in between, which explain it.
    """

    organisation: str
    aggregate: str
    of: str
    expected: date | None
    found: date | None
    cause: Cause
    acts: tuple[int, ...] = ()


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """What happened between the dry run and the writing.

    ``acts``: positions by organisation; ``law``: another version came; ``waiting``: what is still
    to be written; ``until``: up to which position what was not written could have been.
    """

    acts: Mapping[str, Sequence[int]]
    law: bool
    waiting: frozenset[Where]
    until: int


def differing(expected: Mapping[Where, date], found: Mapping[Where, Written]) -> list[Where]:
    """Where the two are not the same, in order."""
    days = {where: each.last_day for where, each in found.items()}
    return sorted(
        where for where in expected.keys() | days.keys() if expected.get(where) != days.get(where)
    )


def difference(
    where: Where, expected: date | None, found: Written | None, between: Between
) -> Difference:
    """One difference with its cause; an act on the organisation in between explains it."""
    until = found.position if found else between.until
    acts = tuple(each for each in between.acts.get(where[0], ()) if each < until)
    return Difference(
        organisation=where[0],
        aggregate=where[1],
        of=where[2],
        expected=expected,
        found=found.last_day if found else None,
        cause=_cause(where, found, acts, between),
        acts=acts,
    )


def _cause(where: Where, found: Written | None, acts: Sequence[int], between: Between) -> Cause:
    if found is None and where in between.waiting:
        return Cause.WAITING
    if acts:
        return Cause.ACTS_BETWEEN
    return Cause.LAW_BETWEEN if between.law else Cause.UNEXPLAINED
