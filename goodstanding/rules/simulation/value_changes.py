"""Last days that a version resolves again, and publications that reach their last day by it."""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.acts.transition import NewLastDay
from goodstanding.rules.publicity import Publicity, publicity
from goodstanding.rules.simulation.change import Change, Kind
from goodstanding.rules.simulation.reasons import why_of
from goodstanding.rules.simulation.seen import Seen
from goodstanding.rules.states import Designation, Measure, Record, State


def value_changes(seen: Seen) -> Iterator[Change]:
    """Each value as activation would write it; of a record also what it means for its publication."""
    for (id, of), value in seen.values.items():
        state = seen.states[id]
        if isinstance(state, Record):
            yield _change(seen, _publication(seen, state), state, of, value)
        yield _change(seen, Kind.VALUE, state, of, value)


def _publication(seen: Seen, old: Record) -> Kind:
    new = seen.then[old.id]
    assert isinstance(new, Record)
    over = publicity(new, on=seen.on) == Publicity.NONE != publicity(old, on=seen.on)
    return Kind.PUBLICATION_ENDS if over else Kind.PUBLICATION_SHORTER


def _change(seen: Seen, kind: Kind, state: State, of: str, value: NewLastDay) -> Change:
    ground, measure, was = _held(state, of)
    return Change(
        kind=kind,
        organisation=state.organisation,
        aggregate=state.id,
        of=of,
        rule=value.rule,
        why=why_of(value, seen.new, ground=ground, measure=measure),
        was=was,
        now=value.last_day,
    )


def _held(state: State, of: str) -> tuple[str, str, date | None]:
    """The ground, the measure (empty for the case or record itself) and the last day held now."""
    match state:
        case Record():
            return "", "", state.public_until
        case Designation() if not of:
            return state.ground, "", state.span.last_day if state.span else None
        case Designation():
            line = next(each for each in state.measures if each.measure == of)
            return state.ground, of, line.last_day
        case Measure():
            resting = next(each for each in state.rests_on if each.designation == of)
            return resting.ground, state.measure, resting.span.last_day
    raise TypeError(state)
