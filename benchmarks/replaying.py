"""What a process makes of its part of the register where it has nothing to find out: the floor."""

from collections.abc import Iterable

from goodstanding.rules.simulation.seen import States


def bare(organisations: Iterable[States]) -> int:
    """How many states there are, each read and decoded, and nothing done with them."""
    return sum(map(len, organisations))
