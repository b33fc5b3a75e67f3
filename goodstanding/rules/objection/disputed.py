"""A stay follows from what stands: when a record falls or counts again, it is asked for anew."""

from collections.abc import Iterable
from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.designation import stays
from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.law import Law
from goodstanding.rules.proceeding import masks
from goodstanding.rules.states import Designation, Objection, Stage
from goodstanding.rules.working_set import WorkingSet


def settle(cases: Iterable[str], *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Stays begin where a dispute now carries the case alone, and end where it does no more.

    ``work``: the states as they are once the step is done.
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
    acts = [*begun, *stays.finish(over, work=work, law=law, on=on)]
    for case, each in over:
        work = _ended(work, case, each, on)
    return [*acts, *masks.settle([case.id for case in found], work=work, law=law, on=on)]


def must_stay(case: Designation, work: WorkingSet, *, settled: str = "") -> bool:
    """True if the case is disputed itself, or would end if the disputed records under it fell.

    ``settled``: an objection decided just now, which counts no more.
    """
    disputes = [o for o in work.all(Objection) if o.accepted_on and o.is_open and o.id != settled]
    if any(each.target == case.id for each in disputes):
        return True
    records = work.records(case.records)
    disputed = {r.id for r in records if set(r.marks) - {settled} and r.stands}
    gone = {r.id for r in records if not r.stands} | masks.stayed_decisions(work)
    return bool(disputed) and would_end(case, fallen=frozenset(disputed | gone))


def _open(case: Designation) -> list[str]:
    return case.span.disputes if case.span else []


def _ended(work: WorkingSet, case: Designation, dispute: str, on: date) -> WorkingSet:
    """The set once a stay has ended: the next act sees what runs again."""
    states = dict(work.states)
    for measure in work.measures_under(case.id):
        states[measure.id] = stays.finished(measure, case.id, dispute, on)
    return WorkingSet(states)


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
            states[measure.id] = stays.begun(measure, case.id, dispute, on, None)
    return WorkingSet(states)
