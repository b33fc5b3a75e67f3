"""A version of the law over the register of today: what it would change; nothing is written."""

from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.catalogue.queries import versions
from goodstanding.flow.upcoming import revision_to
from goodstanding.register.replaying import replay
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused
from goodstanding.rules.replay.summary import Replayed
from goodstanding.rules.simulation.change import Change, Kind
from goodstanding.rules.simulation.part import tally_of
from goodstanding.rules.simulation.simulating import Simulation
from goodstanding.rules.simulation.tally import Counted, Tally

#: Examples of each kind of change.
EXAMPLES = 5

Progress = Callable[[int, int], None]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a rulebook, by its name and its digest."""

    rulebook: str
    version: str
    digest: str
    in_force_from: date


class Simulated(msgspec.Struct, frozen=True, kw_only=True):
    """What a version would change in the register as it stood at a position.

    ``before``: the version in force on the day without it; None where there is none. ``acts``: how
    many acts its activation would append. ``changes``: by kind, those there are. ``checks``: those of
    the past asked again, where that was wanted.
    """

    new: Version
    before: Version | None
    on: date
    position: int
    organisations: int
    affected: int
    acts: int
    changes: tuple[Counted, ...]
    checks: Replayed | None = None

    def count(self, kind: Kind) -> int:
        """How many changes of a kind there would be."""
        return sum(each.count for each in self.changes if each.kind == kind)


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A dry run, and every value it would resolve again where that was asked for."""

    told: Simulated
    values: tuple[Change, ...]


def simulate(
    new: Rulebook,
    *,
    on: date | None = None,
    examples: int = EXAMPLES,
    keep_values: bool = False,
    progress: Progress = lambda done, total: None,
) -> Run:
    """Replay the whole register under a version; what activation would do, by its own function.

    Args:
        new: the version, whether the register knows it or not.
        on: the day whose effects are compared; the version's first if None.
        examples: of each kind of change, at most.
        keep_values: give every value that would be resolved again, too.
        progress: told how many organisations are done, of how many.
    """
    simulation = simulation_of(new, on or new.in_force_from)
    judge = partial(tally_of, simulation, examples, keep_values)
    replayed = replay(judge, progress=progress)
    tally = Tally(examples=examples, keep_values=keep_values)
    for part in replayed.parts:
        tally.merge(part)
    return Run(told=_told(simulation, tally, replayed.position), values=tuple(tally.values))


def simulation_of(new: Rulebook, on: date) -> Simulation:
    """The law of a day without a version and with it, as the register knows it."""
    before = _in_force(on)
    return Simulation(
        new, revision_to(new), before=before or new, after=_with(new, on, before), on=on
    )


def _with(new: Rulebook, on: date, before: Rulebook | None) -> Rulebook:
    """The version, unless the day is before its first, or a later one holds by then."""
    if before is None:
        return new
    later = any(new.in_force_from < first <= on for first, _ in versions())
    return before if later or on < new.in_force_from else new


def _in_force(on: date) -> Rulebook | None:
    try:
        return law_on(on=on).rulebook
    except Refused:
        return None


def _told(simulation: Simulation, tally: Tally, position: int) -> Simulated:
    before = _in_force(simulation.on)
    return Simulated(
        new=_version(simulation.new),
        before=_version(before) if before else None,
        on=simulation.on,
        position=position,
        organisations=tally.organisations,
        affected=tally.affected,
        acts=tally.acts,
        changes=tally.groups(),
    )


def _version(book: Rulebook) -> Version:
    return Version(
        rulebook=book.id,
        version=book.version,
        digest=book.digest,
        in_force_from=book.in_force_from,
    )
