"""What a version of the law would change about one organisation, without changing it."""

from datetime import date

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.governing.revision import Revision
from goodstanding.rules.simulation.change import Change
from goodstanding.rules.simulation.duty_changes import duty_changes
from goodstanding.rules.simulation.effect_changes import effect_changes
from goodstanding.rules.simulation.seen import Seen, States, evolved, values
from goodstanding.rules.simulation.value_changes import value_changes
from goodstanding.rules.states import Measure


class Simulation:
    """One day of the law without a version and with it; the values are those of its activation.

    Args:
        new: the version.
        revision: what its activation does; None where no other law goes before it.
        before, after: the rulebook of the day without the version, and with it.
        on: the day that is looked at.
    """

    def __init__(
        self,
        new: Rulebook,
        revision: Revision | None,
        *,
        before: Rulebook,
        after: Rulebook,
        on: date,
    ) -> None:
        self.new, self.revision = new, revision
        self.before, self.after, self.on = before, after, on

    def of(self, states: States) -> list[Change]:
        """Everything that would change about one organisation; empty where nothing does.

        Args:
            states: all that the register holds about it, by aggregate.
        """
        decided = self.revision.acts(states) if self.revision else []
        if not decided and not self._read_otherwise(states):
            return []
        seen = Seen(
            states=states,
            then=evolved(states, decided),
            values=values(decided),
            new=self.new,
            before=self.before,
            after=self.after,
            on=self.on,
        )
        return [*effect_changes(seen), *duty_changes(seen), *value_changes(seen)]

    def _read_otherwise(self, states: States) -> bool:
        """Whether the law that is read late, by date, may differ for what is held."""
        return self.before != self.after and any(isinstance(x, Measure) for x in states.values())
