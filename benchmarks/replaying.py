"""What a process makes of its part of the register where it has nothing to find out: the floor."""

from collections.abc import Iterable

from goodstanding.rules.replay.told import History, Known
from goodstanding.rules.simulation.seen import States


def bare(organisations: Iterable[States]) -> int:
    """How many states there are, each read and decoded, and nothing done with them."""
    return sum(map(len, organisations))


def folded(histories: Iterable[History]) -> int:
    """How many checks there are, each found among the folded acts, and nothing asked."""
    return sum(_folded(each) for each in histories)


def _folded(history: History) -> int:
    known, count = Known(history), 0
    for each in history.asked:
        known.at(each.position)
        count += 1
    return count
