"""A condition explained line by line: clean since when, what counts, from which day it will be met."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.condition.counting import decisions
from goodstanding.rules.condition.existing import established_on, existence
from goodstanding.rules.condition.told import Line, State, Told, Why
from goodstanding.rules.condition.window import looked_back_to
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)
#: Each step leaves at least one line behind; more lines than this are not followed.
_STEPS = 50
#: Whether a reader may see a line.
Seen = Callable[[Line], bool]


def _everything(line: Line) -> bool:
    return True


def holding(rulebook: Rulebook, on: date) -> list[Condition]:
    """The conditions that hold on a day, in the order of the rulebook."""
    return [each for each in rulebook.conditions.values() if each.in_force.holds_on(on)]


def opened(condition: Condition, rulebook: Rulebook, on: date) -> tuple[str, ...]:
    """The measures it opens that are in force on a day."""
    known = (rulebook.measures.get(each) for each in condition.opens)
    return tuple(each.id for each in known if each and each.in_force.holds_on(on))


def explained(
    work: WorkingSet, *, on: date, rulebook: Rulebook, seen: Seen = _everything
) -> tuple[Told, ...]:
    """Every condition that holds on a day, as it stands about one legal person.

    Args:
        work: all that is known under any of its codes.
        on: the legal day.
        rulebook: in force that day.
        seen: which lines the reader may see; what is not seen is left out of the answer as well.
    """
    asked = holding(rulebook, on)
    return tuple(explain(each, work, on=on, rulebook=rulebook, seen=seen) for each in asked)


def explain(
    condition: Condition,
    work: WorkingSet,
    *,
    on: date,
    rulebook: Rulebook,
    seen: Seen = _everything,
) -> Told:
    """One condition: met, not met, or not to be told, with every line that was looked at."""
    lines = _lines(condition, work, on, seen)
    state = state_of(lines)
    return Told(
        condition=condition.id,
        state=state,
        on=on,
        after=looked_back_to(on, condition.years) if condition.years else None,
        clean_since=_clean_since(work, lines) if state is State.MET else None,
        met_from=_met_from(condition, work, on, seen),
        opens=opened(condition, rulebook, on),
        lines=tuple(sorted(lines, key=_order)),
    )


def state_of(lines: Iterable[Line]) -> State:
    """What stands against it weighs more than what cannot be told."""
    seen = list(lines)
    if any(each.against for each in seen):
        return State.NOT_MET
    return State.CANNOT_BE_TOLD if any(each.open for each in seen) else State.MET


def _clean_since(work: WorkingSet, lines: Sequence[Line]) -> date | None:
    """The day after the last decision that is public still but too old to count; else the founding."""
    older = [each.day for each in lines if each.why is Why.DECIDED_BEFORE and each.day]
    return max(older) + _DAY if older else established_on(work)


def _lines(condition: Condition, work: WorkingSet, on: date, seen: Seen) -> list[Line]:
    found = (*existence(condition, work, on), *decisions(condition, work, on))
    return [each for each in found if seen(each)]


def _met_from(condition: Condition, work: WorkingSet, on: date, seen: Seen) -> date | None:
    """From day to day on which something no longer stands against it; none where no day is known."""
    day = on
    for _ in range(_STEPS):
        found = _lines(condition, work, day, seen)
        stops = [each.until for each in found if each.against or each.open]
        if not stops:
            return day if condition.in_force.holds_on(day) else None
        known = [each for each in stops if each is not None]
        if len(known) < len(stops):
            return None
        day = max(known) + _DAY
    return None


def _order(line: Line) -> tuple[bool, bool, date, str]:
    """What stands against it first, then what is open, then the rest, each from the latest day."""
    latest = date.max - (line.day or date.min)
    return not line.against, not line.open, date.min + latest, line.id
