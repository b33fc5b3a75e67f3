"""A repair got by untruth is revoked after notice; what it ended counts again from that day."""

from collections.abc import Sequence
from datetime import date

from goodstanding.rules.acts import repair as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.repair import refusals
from goodstanding.rules.repair.file import act, stage_refusals
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.states import Designation, Measure, Record
from goodstanding.rules.working_set import WorkingSet

GROUNDS = ("false-papers", "commitment-untrue", "commitment-broken")


def notify(
    repair: Repair, *, ground: str, method: str, proof: str, facts: str, law: Law, on: date
) -> list[Decided]:
    """The organisation is told what is said against its repair, and has the statement's time."""
    found = notice_refusals(repair)
    if ground not in GROUNDS:
        found.append(refusals.RevocationGroundUnknown(ground=ground, grounds=GROUNDS))
    if not facts.strip():
        found.append(refusals.RepairReasonsMissing())
    require_none(found)
    effect = acts.RevocationNotified(
        ground=ground,
        served_on=on,
        method=method,
        proof=proof,
        statement=law.deadline("statement", start=on),
    )
    return [act(repair, effect, on, {"facts": facts})]


def notice_refusals(repair: Repair) -> list[Refusal]:
    """What stands against a notice: nothing was granted, or it was told before."""
    found, told = stage_refusals(repair, GRANTED), repair.revocation
    if told is not None:
        found.append(refusals.RevocationAlreadyNotified(served_on=told.served_on))
    return found


def answer(repair: Repair, *, text: str, waived: bool, on: date) -> list[Decided]:
    """The organisation states its case, or gives its statement up in writing."""
    require_none(answer_refusals(repair))
    effect = acts.RevocationAnswered(answered_on=on, waived=waived)
    return [act(repair, effect, on, {"text": text})]


def answer_refusals(repair: Repair) -> list[Refusal]:
    """What stands against an answer: no notice, or answered before."""
    found, told = stage_refusals(repair, GRANTED), repair.revocation
    if told is None:
        found.append(refusals.RevocationNotNotified())
    elif told.answered_on is not None:
        found.append(refusals.RevocationAnsweredOnce(answered_on=told.answered_on))
    return found


def revoke(
    repair: Repair,
    *,
    reasons: str,
    ended: Sequence[Designation],
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    """From today what the repair ended counts again, for the unexpired rest of its term.

    ``ended``: the designations that this repair ended. Whether their term starts anew is the repair
    rule's; what had come to its last day meanwhile stays over.
    """
    unsaid = [] if reasons.strip() else [refusals.RepairReasonsMissing()]
    require_none([*window_refusals(repair, law, on), *unsaid])
    assert repair.revocation is not None
    effect = acts.RepairRevoked(ground=repair.revocation.ground, revoked_on=on)
    first = act(repair, effect, on, {"reasons": reasons})
    anew = law.rulebook.repair(repair.rule).restarts
    again = [(case, _last_day(case, anew, on)) for case in ended]
    living = [(case, last) for case, last in again if last >= on]
    restored = [_restored(repair, case, last, anew, work, law, on) for case, last in living]
    return [first, *_record(repair, work, on), *(one for each in restored for one in each)]


def window_refusals(repair: Repair, law: Law, on: date) -> list[Refusal]:
    """What stands against a revocation: no notice, or its window is open and unanswered."""
    found = stage_refusals(repair, GRANTED)
    told = repair.revocation
    if told is None:
        return [*found, refusals.RevocationNotNotified()]
    window = law.settled(told.statement)
    until = window.due or window.not_before
    if told.answered_on is None and (window.due is None or on <= window.due):
        found.append(refusals.RevocationWindowOpen(until=until))
    return found


def _last_day(case: Designation, anew: bool, on: date) -> date:
    assert case.span is not None
    return last_day_of(on, months=case.months) if anew and case.months else case.span.last_day


def _record(repair: Repair, work: WorkingSet, on: date) -> list[Decided]:
    record = work.find(Record, repair.target)
    if record is None or not record.repaired:
        return []
    effect = acts.RecordRestored(repair=repair.id)
    return [
        Decided(stream=record.organisation, aggregate=record.id, effective_on=on, effect=effect)
    ]


def _restored(
    repair: Repair,
    case: Designation,
    last: date,
    anew: bool,
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    effect = acts.DesignationRestored(repair=repair.id, last_day=last)
    first = Decided(stream=case.organisation, aggregate=case.id, effective_on=on, effect=effect)
    under = work.measures_under(case.id)
    days = [(each, last if anew else _own_last_day(each, case)) for each in under]
    measures = [_measure(repair, case, each, until, law, on) for each, until in days if until >= on]
    return [first, *measures]


def _own_last_day(measure: Measure, case: Designation) -> date:
    return next(each.span.last_day for each in measure.rests_on if each.designation == case.id)


def _measure(
    repair: Repair, case: Designation, measure: Measure, until: date, law: Law, on: date
) -> Decided:
    done = [task.kind for task in measure.tasks if task.done_on]
    effect = acts.MeasureRestored(
        repair=repair.id,
        designation=case.id,
        last_day=until,
        lift=law.deadline("lift", start=until),
        resume=law.deadline("lift", start=on) if done[-1:] == ["lift"] else None,
    )
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )
