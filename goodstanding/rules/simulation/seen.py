"""One organisation twice: as it is, and as a version of the law would leave it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

import msgspec

from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.acts.transition import NewLastDay, ValuesReResolved
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.evolve import evolve
from goodstanding.rules.states import Measure, State

States = Mapping[str, State]
#: An aggregate, and what of it: as `NewLastDay.of`.
Place = tuple[str, str]


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """States without a version and with it, the values it re-resolves, and the law of both.

    ``new``: the version; ``before`` and ``after``: the rulebook of the day without it and with it.
    """

    states: States
    then: States
    values: Mapping[Place, NewLastDay]
    new: Rulebook
    before: Rulebook
    after: Rulebook
    on: date

    def measures(self) -> list[Measure]:
        """The measures as they are."""
        return [each for each in self.states.values() if isinstance(each, Measure)]


def evolved(states: States, decided: Iterable[Decided]) -> dict[str, State]:
    """The states once acts are written that never will be, by the one meaning of an act."""
    return {**states, **{each.aggregate: _evolved(states, each) for each in decided}}


def values(decided: Iterable[Decided]) -> dict[Place, NewLastDay]:
    """Every value that is resolved again, by where it stands."""
    return {
        (each.aggregate, value.of): value
        for each in decided
        if isinstance(each.effect, ValuesReResolved)
        for value in each.effect.values
    }


def _evolved(states: States, decided: Decided) -> State:
    header = Header(
        act_id="",
        position=0,
        recorded_at=datetime.min.replace(tzinfo=UTC),
        effective_on=decided.effective_on,
        stream=decided.stream,
        aggregate=decided.aggregate,
        kind="",
        by="",
        department="",
        rulebook="",
        calendar="",
        cause="",
    )
    act = Act(header=header, effect=decided.effect, content={})
    return evolve(states[decided.aggregate], act)
