"""An organisation asks that what it has put right no longer counts: from application to decision."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.register.reading import states
from goodstanding.rules.repair import decide as deciding
from goodstanding.rules.repair import file as filing
from goodstanding.rules.repair.receive import Result, receive
from goodstanding.rules.repair.rule import Target
from goodstanding.rules.repair.state import NOT_ACCEPTED, Repair
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Record
from goodstanding.rules.working_set import WorkingSet


def file_repair(
    call: Call, *, target: str, performed_on: date, commitment_on: date, text: str = ""
) -> str:
    """Ask for the repair of a record or a designation; free. Returns its id, the receipt."""
    with bench_of(call, target) as held:
        work = held.set(target)
        found = target_of(work, target)
        policy.require(
            call.actor,
            Action.FILE_REPAIR,
            department=found.department,
            organisation=found.organisation,
            matter=target,
        )
        asked = filing.Application(
            id=new_id("s"),
            target=found,
            performed_on=performed_on,
            commitment_on=commitment_on,
            text=text,
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Repair)]
        held.append(filing.apply(asked, earlier=earlier, work=work, law=held.law, on=call.on))
    return asked.id


def ask_papers(call: Call, *, repair: str, missing: str) -> None:
    """Name everything that is missing, once; the organisation has it in one list."""
    with _held(call, repair, Action.ACCEPT_REPAIR) as (held, found):
        held.append(filing.ask_papers(found, missing=missing, on=call.on))


def supply_papers(call: Call, *, repair: str, text: str = "") -> None:
    """The organisation brings what was missing."""
    with _held(call, repair, Action.FILE_REPAIR) as (held, found):
        held.append(filing.supply_papers(found, text=text, law=held.law, on=call.on))


def take_back_repair(call: Call, *, repair: str) -> None:
    """The organisation takes its application back."""
    with _held(call, repair, Action.FILE_REPAIR) as (held, found):
        held.append(filing.take_back(found, on=call.on))


def accept_repair(call: Call, *, repair: str) -> None:
    """Take a complete application up; the time to decide runs."""
    with _held(call, repair, Action.ACCEPT_REPAIR) as (held, found):
        held.append(filing.accept(found, law=held.law, on=call.on))


def extend_repair(call: Call, *, repair: str, reasons: str) -> None:
    """The named approver extends the time to decide, once."""
    with _held(call, repair, Action.EXTEND_REPAIR) as (held, found):
        held.append(deciding.extend(found, reasons=reasons, law=held.law, on=call.on))


def decide_repair(
    call: Call, *, repair: str, outcome: str, ground: str = "", reasons: str = ""
) -> None:
    """Grant, refuse or do not accept; a grant ends publication, sharing and measures at once."""
    action = Action.ACCEPT_REPAIR if outcome == NOT_ACCEPTED else Action.DECIDE_REPAIR
    with _held(call, repair, action) as (held, found):
        work = held.set(repair, found.target)
        ended = deciding.RepairOutcome(outcome=outcome, ground=ground, reasons=reasons)
        target = target_of(work, found.target)
        acts = deciding.decide(found, target, ended, work=work, law=held.law, on=call.on)
        held.append(acts)


def receive_result(call: Call, held: Bench, record: str, result: Result) -> str:
    """Take what another body decided on the repair of a record; its organisation is held already.

    By a reviewer of its department or the credit office, other than who sent it. Raises `Refused`.
    """
    work = held.set(record)
    found = work.one(Record, record)
    policy.require(
        call.actor,
        Action.TAKE_REPAIR_RESULT,
        department=found.department,
        organisation=found.organisation,
        first=found.entered_by,
        matter=record,
    )
    repair = new_id("s")
    held.append(receive(found, result, id=repair, work=work, law=held.law, on=call.on))
    return repair


def target_of(work: WorkingSet, target: str) -> Target:
    """The record or the designation of that id; `AggregateUnknown` if there is neither."""
    return work.find(Record, target) or work.one(Designation, target)


@contextmanager
def _held(call: Call, repair: str, action: Action) -> Iterator[tuple[Bench, Repair]]:
    """The organisation held, and its application, by somebody who may take the step."""
    with bench_of(call, repair) as held:
        found = held.one(Repair, repair)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            first=found.accepted_by,
            matter=repair,
        )
        yield held, found
