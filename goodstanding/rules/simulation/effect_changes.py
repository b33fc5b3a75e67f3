"""The effects of an organisation on one day under two laws, and how they differ."""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.acts.transition import NewLastDay
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.effects import Effect, effects
from goodstanding.rules.simulation.change import Change, Kind, Why
from goodstanding.rules.simulation.reasons import ended, why_of
from goodstanding.rules.simulation.seen import Place, Seen, States
from goodstanding.rules.states import Measure
from goodstanding.rules.sunset import carried_until
from goodstanding.rules.working_set import WorkingSet


def effect_changes(seen: Seen) -> Iterator[Change]:
    """Effects that end, begin, or last shorter or longer, as the register itself reads them."""
    was = _in_force(seen.states, seen.on, seen.before)
    now = _in_force(seen.then, seen.on, seen.after)
    for place in sorted(was.keys() | now.keys()):
        old, new = was.get(place), now.get(place)
        kind = _compared(old, new)
        if kind is not None:
            yield _change(seen, kind, place, old, new)


def _in_force(states: States, on: date, rulebook: Rulebook) -> dict[Place, Effect]:
    ids = {
        (each.measure, each.department, resting.designation): each.id
        for each in states.values()
        if isinstance(each, Measure) and each.answer != "not_applied"
        for resting in each.rests_on
        if resting.span.base(on)
    }
    found = effects(WorkingSet(dict(states)), on=on, rulebook=rulebook) if ids else []
    return {_place(ids, each): each for each in found}


def _place(ids: dict[tuple[str, str, str], str], effect: Effect) -> Place:
    case = effect.decision.designation
    return ids[effect.measure, effect.department, case], case


def _compared(old: Effect | None, new: Effect | None) -> Kind | None:
    if old is None or new is None:
        return Kind.EFFECT_BEGINS if old is None else Kind.EFFECT_ENDS
    if old.last_day == new.last_day:
        return None
    return Kind.EFFECT_SHORTER if new.last_day < old.last_day else Kind.EFFECT_LONGER


def _change(seen: Seen, kind: Kind, place: Place, old: Effect | None, new: Effect | None) -> Change:
    effect, value = old or new, seen.values.get(place)
    assert effect is not None
    now = new.last_day if new else _last(seen, effect, value)
    return Change(
        kind=kind,
        organisation=seen.states[place[0]].organisation,
        aggregate=place[0],
        of=place[1],
        rule=value.rule if value else f"pairings/{effect.ground} with {effect.measure}",
        why=_why(seen, kind, effect, value, now),
        was=old.last_day if old else None,
        now=now,
    )


def _last(seen: Seen, effect: Effect, value: NewLastDay | None) -> date | None:
    if value is not None:
        return value.last_day
    return carried_until(seen.after, effect.ground, effect.measure, effect.first_day)


def _why(seen: Seen, kind: Kind, effect: Effect, value: NewLastDay | None, now: date | None) -> Why:
    if kind in (Kind.EFFECT_BEGINS, Kind.EFFECT_LONGER):
        return Why.CARRIED_LONGER
    if value is not None:
        return why_of(value, seen.new, ground=effect.ground, measure=effect.measure)
    return ended(seen.after, ground=effect.ground, measure=effect.measure, last_day=now or seen.on)
