"""A stay follows from what stands: when a repair begins or ends, it is asked for anew."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.designation import stays
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.law import Law
from goodstanding.rules.objection.decide import must_stay
from goodstanding.rules.states import Designation, Measure, Objection, Stage
from goodstanding.rules.working_set import WorkingSet


def settle(cases: Iterable[str], *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Stays begin where a dispute now carries the case alone, and end where it does no more.

    ``work``: the states as they are once the repair ended, or counts no more.
    """
    found = [work.one(Designation, each) for each in cases]
    listed = [case for case in found if case.stage is Stage.LISTED and case.span]
    over = [(case, each) for case in listed if not must_stay(case, work) for each in _open(case)]
    begun: list[Decided] = []
    for case in listed:
        if must_stay(case, work) and not _open(case):
            dispute = _dispute(case, work)
            begun += stays.begin([case], objection=dispute, work=work, law=law, on=on)
            work = _stayed(work, case, dispute, on)
    return [*begun, *stays.finish(over, work=work, law=law, on=on)]


def _open(case: Designation) -> list[str]:
    return [stay.objection for stay in (case.span.stays if case.span else ()) if stay.open]


def _dispute(case: Designation, work: WorkingSet) -> str:
    """The objection the case is stayed for: to itself, or the first to a record that stands."""
    own = [o for o in work.all(Objection) if o.target == case.id and o.accepted_on and o.is_open]
    marks = [mark for r in work.records(case.records) if r.stands for mark in r.marks]
    return next(iter([*(each.id for each in own), *marks]))


def _stayed(work: WorkingSet, case: Designation, dispute: str, on: date) -> WorkingSet:
    """The set once the case is stayed: the next stay sees what this one left running."""
    states = dict(work.states)
    for measure in work.measures_under(case.id):
        if measure.stay_exempt is None:
            states[measure.id] = _masked(measure, case.id, dispute, on)
    return WorkingSet(states)


def _masked(measure: Measure, case: str, dispute: str, on: date) -> Measure:
    rests_on = tuple(
        replace(each, span=spans.stay(each.span, objection=dispute, first_day=on))
        if each.designation == case
        else each
        for each in measure.rests_on
    )
    return replace(measure, rests_on=rests_on)
