"""Orphan measures: a consequence with no designation alive to carry it."""

from collections.abc import Iterable, Mapping

from goodstanding.rules.states import Designation, Measure, Resting, State


def orphans(states: Mapping[str, State]) -> list[tuple[str, str]]:
    """The measures among one organisation's states that still rest on a designation that fell.

    Returns:
        pairs of measure and designation.
    """
    measures = (state for state in states.values() if isinstance(state, Measure))
    return [
        (each.id, resting.designation)
        for each, resting in _alive(measures)
        if not _carries(states.get(resting.designation))
    ]


def _alive(measures: Iterable[Measure]) -> list[tuple[Measure, Resting]]:
    return [
        (each, resting)
        for each in measures
        for resting in each.rests_on
        if resting.span.ending is None
    ]


def _carries(state: State | None) -> bool:
    return isinstance(state, Designation) and state.span is not None and state.span.ending is None
