"""A decision turns into one task per measure and implementing department."""

from datetime import date

from goodstanding.rules.acts.designation import DesignationListed, DesignationTranscribed
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureTasked
from goodstanding.rules.acts.values import MeasureLine
from goodstanding.rules.designation.lines import last_day_under
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import running
from goodstanding.rules.states import Designation, Measure
from goodstanding.rules.working_set import WorkingSet

Listing = DesignationListed | DesignationTranscribed


def task_measures(
    case: Designation | Decided, effect: Listing, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """One task per measure and department; a measure already carried gains one more designation."""
    identity = (case.id, case.ground) if isinstance(case, Designation) else _opened(case)
    stream = case.organisation if isinstance(case, Designation) else case.stream
    return [
        Decided(
            stream=stream,
            aggregate=_aggregate(work, identity[0], line.measure, department, on),
            effective_on=on,
            effect=_tasked(identity, effect, line, department, law, on),
        )
        for line in effect.measures
        for department in line.departments
    ]


def _opened(case: Decided) -> tuple[str, str]:
    assert isinstance(case.effect, DesignationTranscribed)
    return case.aggregate, case.effect.ground


def _aggregate(work: WorkingSet, case: str, measure: str, department: str, on: date) -> str:
    carried = [
        each.id
        for each in work.all(Measure)
        if each.measure == measure and each.department == department and _joinable(each, on)
    ]
    return carried[0] if carried else f"{case}.{measure}.{department}"


def _joinable(measure: Measure, on: date) -> bool:
    """A measure in force today: one refused, suspended or over is asked for anew."""
    return measure.answer != "not_applied" and running(measure, on=on)


def _tasked(
    identity: tuple[str, str],
    effect: Listing,
    line: MeasureLine,
    department: str,
    law: Law,
    on: date,
) -> MeasureTasked:
    last_day = last_day_under(line, first_day=effect.first_day, last_day=effect.last_day)
    return MeasureTasked(
        designation=identity[0],
        ground=identity[1],
        measure=line.measure,
        department=department,
        procedures=line.procedures,
        kind=line.kind,
        sense=line.sense,
        basis=line.basis,
        first_day=effect.first_day,
        last_day=last_day,
        response=law.deadline("response", start=on),
        lift=law.deadline("lift", start=last_day),
        stay_exempt=line.stay_exempt,
    )
