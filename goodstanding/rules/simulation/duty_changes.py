"""Duties that a version would bring or make moot on one day."""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.acts.transition import NewLastDay
from goodstanding.rules.measure.carried import held
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.simulation.change import Change, Kind
from goodstanding.rules.simulation.reasons import why_of
from goodstanding.rules.simulation.seen import Seen
from goodstanding.rules.states import Measure


def duty_changes(seen: Seen) -> Iterator[Change]:
    """Lifts that would be there, and answers nobody would wait for any more."""
    for old in seen.measures():
        new = seen.then[old.id]
        if isinstance(new, Measure) and new is not old:
            yield from _lift(seen, old, new)
            yield from _answer(seen, old, new)


def _lift(seen: Seen, old: Measure, new: Measure) -> Iterator[Change]:
    duty = lift_duty(new, on=seen.on)
    if duty is not None and lift_duty(old, on=seen.on) is None:
        yield _change(seen, Kind.LIFT_DUE, old, duty.due.due or duty.due.not_before)


def _answer(seen: Seen, old: Measure, new: Measure) -> Iterator[Change]:
    if old.answered_on is None and held(old, on=seen.on) and not held(new, on=seen.on):
        yield _change(seen, Kind.ANSWER_MOOT, old, None)


def _change(seen: Seen, kind: Kind, state: Measure, due: date | None) -> Change:
    value, ground = _latest(seen, state)
    return Change(
        kind=kind,
        organisation=state.organisation,
        aggregate=state.id,
        of=value.of,
        rule=value.rule,
        why=why_of(value, seen.new, ground=ground, measure=state.measure),
        now=due,
    )


def _latest(seen: Seen, state: Measure) -> tuple[NewLastDay, str]:
    """What carried the measure longest of all that is resolved again, and its ground."""
    found = [
        (value, each.ground)
        for each in state.rests_on
        if (value := seen.values.get((state.id, each.designation)))
    ]
    return max(found, key=lambda pair: pair[0].last_day)
