"""What would follow from the decisions on an organisation, had another law been in force for them.

The decisions stay what they are: ground, records, day, stays, endings, answers of departments. What
the law makes of them is derived anew, where the two laws differ for the ground.
"""

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from goodstanding.rules.acts.values import Deadline, MeasureLine
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.replay.as_on import EVER
from goodstanding.rules.replay.consequences import Consequences, consequences
from goodstanding.rules.states import Designation, Measure, Record, Resting, State

#: Nobody is asked to do anything by what is only supposed.
_NO_DUTY = Deadline(start=EVER, working_days=0, due=None, not_before=EVER, rule="")
Cases = Mapping[str, Consequences]


def supposed(
    states: Mapping[str, State], before: Rulebook, after: Rulebook, grounds: Collection[str]
) -> Mapping[str, State]:
    """The states of an organisation as decisions on these grounds would have left them.

    Args:
        states: as they were known.
        before, after: the law that was used and the other one, each as on one day (`as_on`).
        grounds: those for which the two differ.
    """
    cases = {
        each.id: consequences(each, each.span, _records(states, each), before, after)
        for each in states.values()
        if isinstance(each, Designation) and each.span and each.ground in grounds
    }
    if not cases:
        return states
    held = [each for each in states.values() if isinstance(each, Measure)]
    changed = [_measure(each, cases) for each in held]
    added = [each for case in cases.values() for each in _added(case)]
    return {**states, **{each.id: each for each in (*changed, *added)}}


def _records(states: Mapping[str, State], case: Designation) -> list[Record]:
    found = (states.get(each) for each in case.records)
    return [each for each in found if isinstance(each, Record)]


def _measure(state: Measure, cases: Cases) -> Measure:
    found = [cases[each.designation] for each in state.rests_on if each.designation in cases]
    line = next((x for case in found if (x := case.redefined(state.measure))), None)
    if line is not None:
        state = replace(state, procedures=line.procedures, sense=line.sense)
    return replace(state, rests_on=tuple(_resting(state, cases))) if found else state


def _resting(state: Measure, cases: Cases) -> Iterator[Resting]:
    for each in state.rests_on:
        case = cases.get(each.designation)
        if case is None:
            yield each
        elif not case.drops(state.measure, state.department):
            days = case.lasts(state.measure)
            # An ending, a stay or a repair of what is held stays with it.
            yield replace(each, span=replace(days, ending=each.span.ending)) if days else each


def _added(found: Consequences) -> Iterator[Measure]:
    for line in found.now.values():
        for department in line.departments:
            if found.adds(line, department):
                yield _new(found, line, department)


def _new(found: Consequences, line: MeasureLine, department: str) -> Measure:
    case = found.case
    resting = Resting(
        designation=case.id,
        ground=case.ground,
        basis=line.basis,
        span=found.days(line),
        lift=_NO_DUTY,
    )
    return Measure(
        id=f"{case.id}.{line.measure}.{department}",
        organisation=case.organisation,
        measure=line.measure,
        department=department,
        procedures=line.procedures,
        kind=line.kind,
        sense=line.sense,
        stay_exempt=line.stay_exempt,
        rests_on=(resting,),
        response=_NO_DUTY,
    )
