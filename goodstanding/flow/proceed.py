"""A review or a court case is entered, a stay it orders honoured, its outcome entered and done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.register.reading import states
from goodstanding.rules.proceeding import open as opening
from goodstanding.rules.proceeding import order as ordering
from goodstanding.rules.proceeding import outcome as deciding
from goodstanding.rules.proceeding import shield as shielded
from goodstanding.rules.proceeding.state import Proceeding
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection, Record, Repair
from goodstanding.rules.working_set import WorkingSet


def open_proceeding(
    call: Call, *, subject: str, kind: str, body: str, document: str, opened_on: date | None = None
) -> str:
    """Note a review or a court case against a record, a designation, or the outcome of an objection
    or a repair; returns its id.
    """
    with bench_of(call, subject) as held:
        challenged, target = _challenged(held, subject)
        policy.require(
            call.actor,
            Action.ENTER_PROCEEDING,
            department=target.department,
            organisation=target.organisation,
            matter=target.id,
        )
        entry = opening.Entry(
            id=new_id("v"),
            kind=kind,
            body=body,
            document=document,
            opened_on=opened_on or call.on,
            subject=challenged,
            target=target,
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Proceeding)]
        held.append(opening.open_proceeding(entry, earlier=earlier, on=call.on))
    return entry.id


def _challenged(held: Bench, subject: str) -> tuple[opening.Subject, Record | Designation]:
    work = held.set(subject)
    answer = work.find(Objection, subject) or work.find(Repair, subject)
    if answer is not None:
        work = held.set(subject, answer.target)
    target = answer.target if answer is not None else subject
    found = work.find(Record, target) or work.one(Designation, target)
    return answer or found, found


def open_shield(
    call: Call,
    *,
    organisation: str,
    court: str,
    document: str,
    plan: str,
    ruled_on: date | None = None,
    last_day: date | None = None,
) -> str:
    """Enter the ruling that approves a reorganisation plan or a settlement; returns the shield's id."""
    with bench_of(call, organisation) as held:
        policy.require(
            call.actor,
            Action.ENTER_SHIELD,
            department=call.actor.department,
            organisation=held.stream,
            matter=held.stream,
        )
        found = shielded.Approved(
            id=new_id("v"),
            organisation=held.stream,
            department=call.actor.department,
            court=court,
            document=document,
            ruled_on=ruled_on or call.on,
            plan=plan,
            last_day=last_day,
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Proceeding)]
        acts = shielded.open_shield(
            found, earlier=earlier, work=held.set(found.id), law=held.law, on=call.on
        )
        held.append(acts)
    return found.id


def end_shield(
    call: Call,
    *,
    shield: str,
    outcome: str,
    document: str,
    reasons: str,
    decided_on: date | None = None,
) -> None:
    """The plan was completed, or it failed; entered by another person than entered the ruling."""
    with _held(call, shield, Action.END_SHIELD) as (held, found, work):
        day = decided_on or call.on
        judged = deciding.Judgement(
            outcome=outcome,
            document=document,
            decided_on=day,
            effect_from=day,
            reasons=reasons,
        )
        held.append(shielded.end_shield(found, judged, work=work, law=held.law, on=call.on))


def order_stay(
    call: Call,
    *,
    proceeding: str,
    document: str,
    ordered_on: date | None = None,
    last_day: date | None = None,
    whole: bool = True,
) -> None:
    """Honour a stay ordered by the review body or court, from now on."""
    with _held(call, proceeding, Action.ORDER_STAY) as (held, found, work):
        acts = ordering.order_stay(
            found,
            document=document,
            ordered_on=ordered_on or call.on,
            last_day=last_day,
            whole=whole,
            work=work,
            law=held.law,
            on=call.on,
        )
        held.append(acts)


def end_ordered_stay(call: Call, *, proceeding: str, document: str, reasons: str) -> None:
    """The order is lifted; by another person than entered it."""
    with _held(call, proceeding, Action.END_ORDERED_STAY) as (held, found, work):
        acts = ordering.end_stay(
            found, document=document, reasons=reasons, work=work, law=held.law, on=call.on
        )
        held.append(acts)


def decide_proceeding(
    call: Call,
    *,
    proceeding: str,
    outcome: str,
    document: str,
    reasons: str,
    decided_on: date | None = None,
    effect_from: date | None = None,
) -> None:
    """Enter the outcome, by another person than entered the proceeding."""
    with _held(call, proceeding, Action.DECIDE_PROCEEDING) as (held, found, work):
        day = decided_on or call.on
        judged = deciding.Judgement(
            outcome=outcome,
            document=document,
            decided_on=day,
            effect_from=effect_from or day,
            reasons=reasons,
        )
        held.append(deciding.decide(found, judged, work=work, law=held.law, on=call.on))


def carry_out(call: Call, *, proceeding: str, how: str, reasons: str) -> None:
    """Say how the outcome was carried out, where taking back or ending did not say so itself."""
    with _held(call, proceeding, Action.CARRY_OUT) as (held, found, work):
        acts = deciding.carry_out(
            found, how=how, reasons=reasons, work=work, law=held.law, on=call.on
        )
        held.append(acts)


@contextmanager
def _held(
    call: Call, proceeding: str, action: Action
) -> Iterator[tuple[Bench, Proceeding, WorkingSet]]:
    """The organisation held, and the proceeding, by somebody who may take the step."""
    with bench_of(call, proceeding) as held:
        found = held.one(Proceeding, proceeding)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            first=opening.first_of(found, action),
            matter=proceeding,
        )
        yield held, found, held.set(proceeding, found.target)
