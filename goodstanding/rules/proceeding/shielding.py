"""Which measures does a bankruptcy shield pause? What the rulebook says impedes carrying a plan out."""

from collections.abc import Iterator
from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.designation.stays import begun, finished, mask, unmask
from goodstanding.rules.law import Law
from goodstanding.rules.proceeding.state import BANKRUPTCY, COMPLETED, Order, Proceeding
from goodstanding.rules.states import Designation, Measure
from goodstanding.rules.working_set import WorkingSet


def shield_on(work: WorkingSet, on: date) -> Proceeding | None:
    """The shield that runs on a day, if one does."""
    return next((each for each in work.all(Proceeding) if each.shields(on)), None)


def cited(work: WorkingSet, on: date) -> str:
    """The ruling by which an organisation is shielded on a day: court and number; empty without one."""
    found = shield_on(work, on)
    return f"{found.body} {found.document}" if found else ""


def completed_on(work: WorkingSet, decided_on: date) -> date | None:
    """The day on which a plan was completed that covers a decision of that day.

    A plan covers what was decided until it was approved; what came later is none of its debts.
    """
    mine = [each for each in work.all(Proceeding) if each.kind == BANKRUPTCY]
    days = [
        each.decided_on
        for each in mine
        if each.outcome == COMPLETED and each.decided_on and decided_on <= each.opened_on
    ]
    return min(days, default=None)


def impedes(measure: Measure, law: Law, on: date) -> bool:
    """True for a burden at a procedure that the rulebook lists; what a law keeps running runs on."""
    if measure.sense != "burden" or measure.stay_exempt is not None:
        return False
    rules = (law.rulebook.procedures.get(each) for each in measure.procedures)
    return any(each.shielded.holds_on(on) for each in rules if each and each.shielded)


def begin(
    shield: str, *, ruled_on: date, until: date | None, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """From today every such measure is paused, and departments that acted are told to suspend.

    ``shield``: its id; ``until``: the last day of the execution, where the ruling states one.
    """
    order = Order(first_day=on, last_day=until, whole=False)
    acts: list[Decided] = []
    for measure in work.all(Measure):
        now = measure
        caught = list(_caught(measure, shield, law, on))
        for case in (each for each in caught if covered(each, work, ruled_on)):
            before, now = now, begun(now, case, shield, on, order)
            acts.append(mask(before, now, case, cause=shield, order=order, law=law, on=on))
    return acts


def follow(*, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """What comes into force while a shield runs is paused by it too, where its ruling covers it.

    ``work``: the states as they are once the step is done.
    """
    found = shield_on(work, on)
    if found is None or not found.ruling:
        return []
    until = found.ruling.last_day
    return begin(found.id, ruled_on=found.opened_on, until=until, work=work, law=law, on=on)


def finish(shield: str, *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Today is the last paused day of every measure that the shield pauses; who stopped resumes."""
    acts: list[Decided] = []
    for measure in work.all(Measure):
        now = measure
        for case in _paused(measure, shield, on):
            before, now = now, finished(now, case, shield, on)
            acts.append(unmask(measure, before, now, case, cause=shield, law=law, on=on))
    return acts


def _caught(measure: Measure, shield: str, law: Law, on: date) -> Iterator[str]:
    if not impedes(measure, law, on):
        return
    for resting in measure.rests_on:
        masked = any(each.objection == shield for each in resting.span.stays if each.runs_on(on))
        alive = resting.span.ending is None and on <= resting.span.last_day
        fixed = any(
            each.fixed_term for each in law.rulebook.paired(resting.ground, measure.measure)
        )
        if alive and not masked and not fixed:
            yield resting.designation


def covered(case: str, work: WorkingSet, ruled_on: date) -> bool:
    """True if what a designation rests on was decided until the ruling; doubt counts so."""
    state = work.find(Designation, case)
    records = work.records(state.records) if state else []
    return not records or any(each.decided_on <= ruled_on for each in records)


def _paused(measure: Measure, shield: str, on: date) -> Iterator[str]:
    for resting in measure.rests_on:
        if any(each.objection == shield and each.runs_on(on) for each in resting.span.stays):
            yield resting.designation
