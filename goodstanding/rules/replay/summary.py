"""The flips of a version as a document: either way, from which answer to which, and by what."""

from collections import Counter
from datetime import date

import msgspec

from goodstanding.rules.check import Answer
from goodstanding.rules.replay.differing import Because
from goodstanding.rules.replay.flip import Direction, Flip, direction
from goodstanding.rules.replay.flips import Flips, Way


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many answers flip either way, of one procedure or at one department."""

    id: str
    stricter: int
    more_favourable: int


class FlippedBy(msgspec.Struct, frozen=True, kw_only=True):
    """How many answers one rule flips, in one way."""

    rule: str
    because: Because
    count: int


class Flipped(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that becomes another: how often, by which rules, with a few checks."""

    was: Answer
    now: Answer
    direction: Direction
    count: int
    rules: tuple[FlippedBy, ...]
    examples: tuple[Flip, ...]


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """The checks since a day, asked again under a version of the law.

    ``on``: the day whose rules of the version are taken, as if they had always been the law;
    ``unlike``: checks whose receipt says otherwise than asking again under the law it used, because
    its asker was told less; ``refused``: questions the version refuses, by code.
    """

    since: date
    on: date
    position: int
    organisations: int
    checks: int
    stricter: int
    more_favourable: int
    unlike: int
    refused: dict[str, int]
    flips: tuple[Flipped, ...]
    procedures: tuple[Share, ...]
    departments: tuple[Share, ...]


def summary(found: Flips, *, since: date, on: date, position: int) -> Replayed:
    """What the flips come to, most first."""
    ways = Counter[Way]()
    for (was, now, *_), count in found.counts.items():
        ways[was, now] += count
    return Replayed(
        since=since,
        on=on,
        position=position,
        organisations=found.organisations,
        checks=found.checks,
        unlike=found.unlike,
        refused=dict(sorted(found.refused.items())),
        stricter=_of(ways, Direction.STRICTER),
        more_favourable=_of(ways, Direction.FAVOURABLE),
        flips=tuple(_flipped(found, way) for way in sorted(ways, key=lambda x: (-ways[x], x))),
        procedures=_shares(found, 2),
        departments=_shares(found, 3),
    )


def _of(ways: Counter[Way], wanted: Direction) -> int:
    return sum(count for way, count in ways.items() if direction(*way) == wanted)


def _flipped(found: Flips, way: Way) -> Flipped:
    rules = Counter[tuple[str, Because]]()
    for (was, now, _, _, rule, because), count in found.counts.items():
        if (was, now) == way:
            rules[rule, because] += count
    return Flipped(
        was=way[0],
        now=way[1],
        direction=direction(*way),
        count=sum(rules.values()),
        rules=tuple(
            FlippedBy(rule=rule, because=because, count=count)
            for (rule, because), count in sorted(
                rules.items(), key=lambda each: (-each[1], each[0])
            )
        ),
        examples=tuple(found.examples[way]),
    )


def _shares(found: Flips, place: int) -> tuple[Share, ...]:
    """By procedure (2) or department (3), as `Group` names them."""
    sides: dict[str, Counter[Direction]] = {}
    for group, count in found.counts.items():
        sides.setdefault(str(group[place]), Counter())[direction(*group[:2])] += count
    shares = (
        Share(
            id=id,
            stricter=each[Direction.STRICTER],
            more_favourable=each[Direction.FAVOURABLE],
        )
        for id, each in sides.items()
    )
    return tuple(sorted(shares, key=lambda x: (-x.stricter - x.more_favourable, x.id)))
