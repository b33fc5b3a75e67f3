"""`evolve`: the only interpretation of an act; `fold` is nothing but evolving in order."""

from collections.abc import Iterable

from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.evolving import (
    application,
    aside,
    commitment,
    consent,
    designation,
    distinction,
    draft,
    evidence,
    exemplar,
    inspection,
    measure,
    objection,
    organisation,
    proceeding,
    record,
    removal,
    repair,
    returns,
    service,
    setting,
    transition,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import State

MEANING: Meaning = {
    **setting.MEANING,
    **organisation.MEANING,
    **draft.MEANING,
    **returns.MEANING,
    **record.MEANING,
    **designation.MEANING,
    **measure.MEANING,
    **objection.MEANING,
    **distinction.MEANING,
    **repair.MEANING,
    **service.MEANING,
    **proceeding.MEANING,
    **transition.MEANING,
    **aside.MEANING,
    **removal.MEANING,
    **inspection.MEANING,
    **evidence.MEANING,
    **commitment.MEANING,
    **consent.MEANING,
    **exemplar.MEANING,
    **application.MEANING,
}


def evolve(state: State | None, act: Act) -> State:
    """The state after ``act``; total over every act the register ever stored.

    Args:
        state: what the earlier acts of this aggregate add up to; None before its first.
        act: the next act of the same aggregate.
    """
    return MEANING[type(act.effect)](state, act.effect, act.header)


def fold(acts: Iterable[Act]) -> dict[str, State]:
    """The states of every aggregate that ``acts``, in order of position, add up to."""
    states: dict[str, State] = {}
    for act in acts:
        aggregate = act.header.aggregate
        states[aggregate] = evolve(states.get(aggregate), act)
    return states
