"""The checks about some organisations asked again, one organisation after the other."""

from collections.abc import Iterable

from goodstanding.rules.replay.asking import asked_twice
from goodstanding.rules.replay.flips import Flips
from goodstanding.rules.replay.laws import Laws
from goodstanding.rules.replay.told import History


def flips_of(laws: Laws, examples: int, histories: Iterable[History]) -> Flips:
    """What asking again comes to over these histories. `laws`, `examples`: as for `Flips`."""
    found = Flips(examples=examples)
    for history in histories:
        found.organisations += 1
        for twice in asked_twice(history, laws):
            found.add(twice)
    return found
