"""How long something took, told by three figures."""

from collections.abc import Mapping
from decimal import Decimal

import msgspec


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Median, the day within which nine of ten were done, and the longest, of ``count`` times."""

    count: int
    median: Decimal | None
    nine_tenths: int | None
    worst: int | None


def spread(times: Mapping[int, int]) -> Spread:
    """The three figures of some times; of none there are none.

    The median of an even number is the mean of the two in the middle; nine tenths is by nearest
    rank: the smallest time within which at least nine of ten were done.

    Args:
        times: how often each time occurs, in whole days.
    """
    ordered = sorted((time, often) for time, often in times.items() if often > 0)
    count = sum(often for _, often in ordered)
    if not count:
        return Spread(count=0, median=None, nine_tenths=None, worst=None)
    middle = _ranked(ordered, (count + 1) // 2) + _ranked(ordered, count // 2 + 1)
    return Spread(
        count=count,
        median=Decimal(middle) / 2,
        nine_tenths=_ranked(ordered, -(-count * 9 // 10)),
        worst=ordered[-1][0],
    )


def share(part: int, whole: int) -> Decimal | None:
    """A share in per cent with one decimal; of nothing there is no share.

    Rounded down: what was not wholly kept is never shown as kept.
    """
    return Decimal(part * 1000 // whole) / 10 if whole else None


def _ranked(ordered: list[tuple[int, int]], rank: int) -> int:
    """The time at a rank, counted from one."""
    passed = 0
    for time, often in ordered:
        passed += often
        if passed >= rank:
            return time
    raise IndexError(rank)
