"""The working set: the states a step may look at, and nothing else."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from goodstanding.rules.aside.states import KeptOutcome, OfferedEntry
from goodstanding.rules.consent.state import Consent
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.states import (
    Application,
    Commitment,
    Designation,
    Distinction,
    InspectionPlan,
    Measure,
    Objection,
    Organisation,
    Proceeding,
    Record,
    Removal,
    Repair,
    State,
)

One = TypeVar(
    "One",
    Organisation,
    Record,
    Designation,
    Measure,
    Objection,
    KeptOutcome,
    OfferedEntry,
    Distinction,
    Repair,
    Removal,
    Proceeding,
    Commitment,
    Consent,
    InspectionPlan,
    Application,
)


class AggregateUnknown(NotFound):
    """Nothing of this kind has the id {id}; look it up again from its organisation's page."""


class WorkingSet(msgspec.Struct, frozen=True):
    """States by aggregate id: the organisation, what is open about it, and what the step names."""

    states: dict[str, State]

    def find(self, kind: type[One], aggregate: str) -> One | None:
        """The state of that kind and id, or None."""
        state = self.states.get(aggregate)
        return state if isinstance(state, kind) else None

    def one(self, kind: type[One], aggregate: str) -> One:
        """The state of that kind and id; `AggregateUnknown` if there is none."""
        found = self.find(kind, aggregate)
        if found is None:
            refuse(AggregateUnknown(id=aggregate))
        return found

    def all(self, kind: type[One]) -> list[One]:
        """Every state of that kind."""
        return [state for state in self.states.values() if isinstance(state, kind)]

    def measures_under(self, designation: str) -> list[Measure]:
        """The measures that rest, among others, on one designation."""
        return [
            measure
            for measure in self.all(Measure)
            if any(resting.designation == designation for resting in measure.rests_on)
        ]

    def designations_on(self, record: str) -> list[Designation]:
        """The designations that rest, among others, on one record."""
        return [each for each in self.all(Designation) if record in each.records]

    def records(self, ids: Iterable[str]) -> list[Record]:
        """The records with these ids that are in the set."""
        return [found for each in ids if (found := self.find(Record, each)) is not None]
