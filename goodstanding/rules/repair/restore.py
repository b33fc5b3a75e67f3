"""What comes back when a repair is revoked: from that day on, for the rest of its own term."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.evolving import record as records
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import running, stopped
from goodstanding.rules.objection.disputed import must_stay, settle
from goodstanding.rules.proceeding import masks
from goodstanding.rules.repair.state import Repair
from goodstanding.rules.repair.term import case_last_day, measure_last_day, over, own_span
from goodstanding.rules.states import Designation, Measure, Record, Stage
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)
#: A measure, the designation under it that comes back, and the last day of that.
Returning = tuple[Measure, Designation, date]


def restore(
    repair: Repair, ended: Sequence[Designation], *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The record, the designations and measures that count again, and the stays this calls for.

    ``ended``: as `kept_ended.ended_by` gives them. What came to its last day meanwhile stays over.
    """
    anew = bool(repair.rule) and law.rulebook.repair(repair.rule).restarts
    lasts = [(case, case_last_day(case, anew=anew, on=on)) for case in ended]
    living = [(case, last) for case, last in lasts if not over(case.span, on)]
    under = [each for case, _ in living for each in _under(case, anew, work, on)]
    after = _after(repair, living, under, work, on)
    affected = [case.id for case in after.all(Designation) if _touched(case, repair, living)]
    return [
        *_record(repair, work, on),
        *(_case(repair, case, last, on) for case, last in living),
        *_measures(repair, under, after, law, on),
        *settle(affected, work=after, law=law, on=on),
    ]


def _touched(case: Designation, repair: Repair, living: list[tuple[Designation, date]]) -> bool:
    return repair.target in case.records or case.id in [each.id for each, _ in living]


def _record(repair: Repair, work: WorkingSet, on: date) -> list[Decided]:
    record = work.find(Record, repair.target)
    if record is None or not record.repaired:
        return []
    return [_act(record, acts.RecordRestored(repair=repair.id), on)]


def _case(repair: Repair, case: Designation, last: date, on: date) -> Decided:
    return _act(case, acts.DesignationRestored(repair=repair.id, last_day=last), on)


def _under(case: Designation, anew: bool, work: WorkingSet, on: date) -> list[Returning]:
    measures = work.measures_under(case.id)
    found = [(each, case, measure_last_day(case, each, anew=anew, on=on)) for each in measures]
    return [each for each in found if not over(own_span(case, each[0]), on)]


def _after(
    repair: Repair,
    living: list[tuple[Designation, date]],
    under: list[Returning],
    work: WorkingSet,
    on: date,
) -> WorkingSet:
    """The states as they are once all of this counts again."""
    states = dict(work.states)
    record = work.find(Record, repair.target)
    if record is not None:
        states[record.id] = records.counts_again(record, repair=repair.id, from_day=on)
    for case, last in living:
        assert case.span is not None
        span = spans.restore(case.span, repair=repair.id, from_day=on, last_day=last)
        states[case.id] = replace(case, stage=Stage.LISTED, span=span)
    for measure, case, until in under:
        now = states[measure.id]
        assert isinstance(now, Measure)
        states[measure.id] = _carried(now, case.id, repair.id, until, on)
    return WorkingSet(states)


def _carried(measure: Measure, case: str, repair: str, until: date, on: date) -> Measure:
    rests_on = tuple(
        replace(each, span=spans.restore(each.span, repair=repair, from_day=on, last_day=until))
        if each.designation == case
        else each
        for each in measure.rests_on
    )
    return replace(measure, rests_on=rests_on)


def _measures(
    repair: Repair, under: list[Returning], after: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """A department that stopped is told to go on: once, and not where a stay begins at once."""
    masked = [case.id for case in after.all(Designation) if must_stay(case, after)]
    ordered = [case.id for case in after.all(Designation) if masks.by_order(case, after)]
    whole = [case.id for case in after.all(Designation) if masks.by_order(case, after, whole=True)]
    last_of = {measure.id: case.id for measure, case, _ in under}
    made = []
    for measure, case, until in under:
        but = whole if measure.stay_exempt else [*masked, *ordered]
        goes_on = stopped(measure) and running(
            after.one(Measure, measure.id), on=on + _DAY, but=but
        )
        asked = any(task.kind == "resume" and not task.done_on for task in measure.tasks)
        told = goes_on and not asked and last_of[measure.id] == case.id
        effect = acts.MeasureRestored(
            repair=repair.id,
            designation=case.id,
            last_day=until,
            lift=law.deadline("lift", start=until),
            resume=law.deadline("lift", start=on) if told else None,
        )
        made.append(_act(measure, effect, on))
    return made


def _act(state: Record | Designation | Measure, effect: Effect, on: date) -> Decided:
    return Decided(stream=state.organisation, aggregate=state.id, effective_on=on, effect=effect)
