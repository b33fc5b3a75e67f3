"""What a change of the law means for what was written down before: shorter, never longer."""

from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.transition import NewLastDay, ValuesReResolved
from goodstanding.rules.acts.values import MeasureLine
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Designation, Measure, Record, Resting, Span

_DAY = timedelta(days=1)
_Shortened = Record | Designation | Measure


def _re_resolved(state: _Shortened, effect: ValuesReResolved, header: Header) -> _Shortened:
    found = {each.of: each for each in effect.values}
    first = header.effective_on
    match state:
        case Record():
            return _record(state, found[""], first)
        case Designation():
            return _designation(state, found, first)
        case Measure():
            rests_on = tuple(_resting(each, found, first) for each in state.rests_on)
            return replace(state, rests_on=rests_on)


def _record(state: Record, value: NewLastDay, first: date) -> Record:
    assert state.public_until is not None
    return replace(state, public_until=_shorter(state.public_until, value, first))


def _designation(state: Designation, found: dict[str, NewLastDay], first: date) -> Designation:
    assert state.span is not None
    lines = tuple(_line(each, found.get(each.measure), first) for each in state.measures)
    return replace(state, span=_span(state.span, found.get(""), first), measures=lines)


def _line(line: MeasureLine, value: NewLastDay | None, first: date) -> MeasureLine:
    if value is None:
        return line
    return replace(line, last_day=_shorter(line.last_day or date.max, value, first))


def _resting(resting: Resting, found: dict[str, NewLastDay], first: date) -> Resting:
    value = found.get(resting.designation)
    if value is None:
        return resting
    span = _span(resting.span, value, first)
    return replace(resting, span=span, lift=value.lift or resting.lift)


def _span(span: Span, value: NewLastDay | None, first: date) -> Span:
    if value is None or span.last_day < first - _DAY:
        return span
    return replace(span, last_day=_shorter(span.last_day, value, first))


def _shorter(held: date, value: NewLastDay, first: date) -> date:
    """Whatever the act says: no day before its own is changed, and nothing becomes longer."""
    return min(held, max(value.last_day, first - _DAY))


MEANING: Meaning = {ValuesReResolved: _re_resolved}
