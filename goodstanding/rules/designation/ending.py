"""The one ending: by withdrawal, revocation or repair, with everything that rests on it."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts.designation import DesignationEnded
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureReleased
from goodstanding.rules.designation.hear import step
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import held, running
from goodstanding.rules.states import Designation, Ending, Measure
from goodstanding.rules.working_set import WorkingSet


def would_end(case: Designation, *, fallen: frozenset[str]) -> bool:
    """True if the designation falls once ``fallen`` records are gone.

    Where nothing says that each record suffices alone, the fall of one ends it.
    """
    gone = fallen.intersection(case.records)
    return bool(gone) and (not case.each_suffices or len(gone) == len(set(case.records)))


def end(
    cases: Sequence[Designation],
    *,
    cause: str,
    from_start: bool,
    work: WorkingSet,
    law: Law,
    on: date,
    but: Collection[str] = (),
) -> list[Decided]:
    """The designations end and each of their measures is released, in one breath.

    ``but``: ids of those that end from today only, because they were lawful for a while.
    """
    wrong = {case.id: from_start and case.id not in but for case in cases}
    ended = {
        id: DesignationEnded(cause=cause, from_start=start, from_day=on)
        for id, start in wrong.items()
    }
    pairs = [(measure, case.id) for case in cases for measure in work.measures_under(case.id)]
    together = [case.id for case in cases]
    last = {measure.id: case for measure, case in pairs}
    released = []
    for measure, case in pairs:
        effect = MeasureReleased(designation=case, from_start=wrong[case], from_day=on, lift=None)
        if last[measure.id] == case:
            effect = _with_duty(effect, measure, together, law=law, on=on)
        released.append(_act(measure, effect, on))
    return [*(step(case, ended[case.id], on=on) for case in cases), *released]


def once_ended(cases: Sequence[Designation], *, work: WorkingSet, on: date) -> WorkingSet:
    """The set once the designations have ended: what carries a measure then, and what does not."""
    gone = {case.id for case in cases}
    ending = Ending(cause="designation-ended", from_start=False, from_day=on, position=0)
    states = dict(work.states)
    for measure in (m for id in gone for m in work.measures_under(id)):
        rests_on = tuple(
            replace(each, span=spans.end(each.span, ending)) if each.designation in gone else each
            for each in measure.rests_on
        )
        states[measure.id] = replace(measure, rests_on=rests_on)
    return WorkingSet(states)


def _act(measure: Measure, effect: MeasureReleased, on: date) -> Decided:
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )


def _with_duty(
    effect: MeasureReleased, measure: Measure, ending: list[str], *, law: Law, on: date
) -> MeasureReleased:
    """What the department must do now: lift what nothing holds, suspend what is stayed in whole."""
    if _lifts(measure, ending, on):
        return replace(effect, lift=law.deadline("lift", start=on))
    if _stops(measure, ending, on):
        return replace(effect, suspend=law.deadline("lift", start=on))
    return effect


def _lifts(measure: Measure, ending: list[str], on: date) -> bool:
    """A lift is due where the department acted, until now, and nothing carries the measure on."""
    return measure.applied and held(measure, on=on) and not held(measure, on=on, but=ending)


def _stops(measure: Measure, ending: list[str], on: date) -> bool:
    """A suspension is due where the department acted and only stayed designations are left."""
    tomorrow = on + timedelta(days=1)
    left = running(measure, on=tomorrow, but=ending)
    return measure.applied and running(measure, on=tomorrow) and not left
