"""A stay begins with the acceptance of an objection and ends with its outcome."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts.designation import StayBegun, StayEnded
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureResumed, MeasureStayed
from goodstanding.rules.designation.hear import step
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import running, stopped
from goodstanding.rules.states import Designation, Measure, Span
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)


def begin(
    cases: Sequence[Designation], *, objection: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """From today the measures of these cases are stayed, but for listed safety exceptions.

    All cases at once: a measure that rests on several is suspended if none is left to carry it.
    """
    begun = [step(case, StayBegun(objection=objection, first_day=on), on=on) for case in cases]
    stayed: list[Decided] = []
    for measure in _stayable(work, cases):
        now = measure
        for case in _under(measure, cases):
            before, now = now, _changed(now, case.id, objection, on, begins=True)
            stops = measure.applied and _runs(before, on) and not _runs(now, on)
            due = law.deadline("lift", start=on) if stops else None
            effect = MeasureStayed(
                designation=case.id, objection=objection, first_day=on, suspend=due
            )
            stayed.append(_act(measure, effect, on))
    return [*begun, *stayed]


def finish(
    stays: Sequence[tuple[Designation, str]], *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Today is the last stayed day; from tomorrow exactly what was in force before is again.

    ``stays``: the cases, each with the objection whose open stay ends; all of them at once.
    """
    ended = [step(case, StayEnded(objection=each, last_day=on), on=on) for case, each in stays]
    resumed: list[Decided] = []
    for measure in _stayable(work, [case for case, _ in stays]):
        now = measure
        for case, objection in stays:
            if not _under(measure, [case]):
                continue
            before, now = now, _changed(now, case.id, objection, on, begins=False)
            goes_on = stopped(measure) and _runs(now, on) and not _runs(before, on)
            due = law.deadline("lift", start=on) if goes_on else None
            effect = MeasureResumed(
                designation=case.id, objection=objection, last_day=on, resume=due
            )
            resumed.append(_act(measure, effect, on))
    return [*ended, *resumed]


def _stayable(work: WorkingSet, cases: Sequence[Designation]) -> list[Measure]:
    found = {m.id: m for case in cases for m in work.measures_under(case.id)}
    return [measure for measure in found.values() if measure.stay_exempt is None]


def _under(measure: Measure, cases: Sequence[Designation]) -> list[Designation]:
    rests_on = {resting.designation for resting in measure.rests_on}
    return [case for case in cases if case.id in rests_on]


def _runs(measure: Measure, on: date) -> bool:
    # What is told to a department is for the days to come: today's stay or end is settled.
    return running(measure, on=on + _DAY)


def _changed(measure: Measure, case: str, objection: str, on: date, *, begins: bool) -> Measure:
    """The measure once a stay of one case under it has begun or ended."""

    def change(span: Span) -> Span:
        if begins:
            return spans.stay(span, objection=objection, first_day=on)
        return spans.resume(span, objection=objection, last_day=on)

    changed = (
        replace(each, span=change(each.span)) if each.designation == case else each
        for each in measure.rests_on
    )
    return replace(measure, rests_on=tuple(changed))


def _act(measure: Measure, effect: MeasureStayed | MeasureResumed, on: date) -> Decided:
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )
