"""A stay begins with the acceptance of an objection and ends with its outcome."""

from datetime import date

from goodstanding.rules.acts.designation import StayBegun, StayEnded
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureResumed, MeasureStayed
from goodstanding.rules.designation.hear import step
from goodstanding.rules.law import Law
from goodstanding.rules.states import Designation, Measure
from goodstanding.rules.working_set import WorkingSet


def begin(
    case: Designation, *, objection: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """From today the designation's measures are stayed, but for listed safety exceptions."""
    begun = step(case, StayBegun(objection=objection, first_day=on), on=on)
    measures = [m for m in work.measures_under(case.id) if m.stay_exempt is None]
    return [begun, *(_stay(m, case.id, objection, law, on) for m in measures)]


def _stay(measure: Measure, case: str, objection: str, law: Law, on: date) -> Decided:
    suspended = measure.applied and not _carried_by_others(measure, case, on)
    effect = MeasureStayed(
        designation=case,
        objection=objection,
        first_day=on,
        suspend=law.deadline("lift", start=on) if suspended else None,
    )
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )


def finish(
    case: Designation, *, objection: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Today is the last stayed day; from tomorrow exactly what was in force before is again."""
    ended = step(case, StayEnded(objection=objection, last_day=on), on=on)
    measures = [m for m in work.measures_under(case.id) if m.stay_exempt is None]
    return [ended, *(_resume(m, case.id, objection, law, on) for m in measures)]


def _resume(measure: Measure, case: str, objection: str, law: Law, on: date) -> Decided:
    resumes = _suspended(measure) and not _carried_by_others(measure, case, on)
    effect = MeasureResumed(
        designation=case,
        objection=objection,
        last_day=on,
        resume=law.deadline("lift", start=on) if resumes else None,
    )
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )


def _suspended(measure: Measure) -> bool:
    """True if the department reported that it suspended, and not since that it resumed."""
    done = [task.kind for task in measure.tasks if task.done_on and task.kind != "apply"]
    return bool(done) and done[-1] == "suspend"


def _carried_by_others(measure: Measure, case: str, on: date) -> bool:
    others = [each.span for each in measure.rests_on if each.designation != case]
    return any(span.base(on) and not span.stayed(on) for span in others)
