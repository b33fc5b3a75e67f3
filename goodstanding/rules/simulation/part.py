"""A dry run over some organisations after the other."""

from collections.abc import Iterable

from goodstanding.rules.simulation.seen import States
from goodstanding.rules.simulation.simulating import Simulation
from goodstanding.rules.simulation.tally import Tally


def tally_of(
    simulation: Simulation, examples: int, keep_values: bool, organisations: Iterable[States]
) -> Tally:
    """What the dry run comes to over these organisations.

    Args:
        simulation: the version, the law and the day.
        examples, keep_values: as for `Tally`.
        organisations: the states of each.
    """
    tally = Tally(examples=examples, keep_values=keep_values)
    for states in organisations:
        tally.add(simulation.of(states))
    return tally
