"""The one ending: by withdrawal, revocation or repair, with everything that rests on it."""

from datetime import date

from goodstanding.rules.acts.designation import DesignationEnded
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureReleased
from goodstanding.rules.designation.hear import step
from goodstanding.rules.law import Law
from goodstanding.rules.states import Designation, Measure
from goodstanding.rules.working_set import WorkingSet


def would_end(case: Designation, *, fallen: frozenset[str]) -> bool:
    """True if the designation falls once ``fallen`` records are gone.

    Where nothing says that each record suffices alone, the fall of one ends it.
    """
    gone = fallen.intersection(case.records)
    return bool(gone) and (not case.each_suffices or len(gone) == len(set(case.records)))


def end(
    case: Designation, *, cause: str, from_start: bool, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The designation ends and each of its measures is released, in one breath."""
    ended = DesignationEnded(cause=cause, from_start=from_start, from_day=on)
    measures = work.measures_under(case.id)
    released = [_release(m, case, from_start=from_start, law=law, on=on) for m in measures]
    return [step(case, ended, on=on), *released]


def _release(
    measure: Measure, case: Designation, *, from_start: bool, law: Law, on: date
) -> Decided:
    due = law.deadline("lift", start=on) if _last_one(measure, case.id, on) else None
    effect = MeasureReleased(designation=case.id, from_start=from_start, from_day=on, lift=due)
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )


def _last_one(measure: Measure, designation: str, on: date) -> bool:
    """A lift is due where the department acted and nothing else still carries the measure."""
    others = [each for each in measure.rests_on if each.designation != designation]
    carried = any(each.span.base(on) for each in others)
    return measure.applied and not carried
