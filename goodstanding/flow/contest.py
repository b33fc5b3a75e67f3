"""An organisation objects: filed, accepted with an immediate stay, decided."""

from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.register.reading import states
from goodstanding.rules.acts.record import RecordCorrected
from goodstanding.rules.objection import decide as deciding
from goodstanding.rules.objection import file as filing
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection, Record
from goodstanding.rules.working_set import WorkingSet


def file_objection(
    call: Call, *, target: str, reason: str, text: str, new_evidence: bool = False
) -> str:
    """Object to a record or a designation; returns the id of the objection, its receipt."""
    with bench_of(call, target) as held:
        found = _target(held.set(target), target)
        policy.require(
            call.actor,
            Action.FILE_OBJECTION,
            department=found.department,
            organisation=found.organisation,
            matter=target,
        )
        new = filing.Filing(
            id=new_id("o"), target=found, reason=reason, text=text, new_evidence=new_evidence
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Objection)]
        held.append(filing.file(new, earlier=earlier, on=call.on))
    return new.id


def _target(work: WorkingSet, target: str) -> Record | Designation:
    return work.find(Record, target) or work.one(Designation, target)


def accept_objection(call: Call, *, objection: str) -> None:
    """Take an objection up: the record is marked and what rests on it stayed, at once."""
    with bench_of(call, objection) as held:
        found, work = _objection(held, objection)
        policy.require(
            call.actor,
            Action.ACCEPT_OBJECTION,
            department=found.department,
            organisation=found.organisation,
            matter=objection,
        )
        held.append(filing.accept(found, work=work, law=held.law, on=call.on))


def decide_objection(
    call: Call,
    *,
    objection: str,
    outcome: str,
    reasons: str,
    document: str | None = None,
    decided_on: date | None = None,
) -> None:
    """End an objection: corrected (with the right values), withdrawn, or dismissed."""
    with bench_of(call, objection) as held:
        found, work = _objection(held, objection)
        policy.require(
            call.actor,
            Action.DECIDE_OBJECTION,
            department=found.department,
            organisation=found.organisation,
            first=found.accepted_by,
            matter=objection,
        )
        record = work.find(Record, found.target)
        correction = _correction(record, document, decided_on)
        ended = deciding.Outcome(outcome=outcome, reasons=reasons, correction=correction)
        held.append(deciding.decide(found, ended, work=work, law=held.law, on=call.on))


def _objection(held: Bench, objection: str) -> tuple[Objection, WorkingSet]:
    found = held.one(Objection, objection)
    return found, held.set(objection, found.target)


def _correction(
    record: Record | None, document: str | None, decided_on: date | None
) -> RecordCorrected | None:
    if record is None or (document is None and decided_on is None):
        return None
    values = (document or record.document, decided_on or record.decided_on)
    return RecordCorrected(
        document=values[0],
        decided_on=values[1],
        digest=f"{record.version.digest}+{len(record.versions)}",
        public_until=record.public_until,
    )


def withdraw_record(call: Call, *, record: str, as_wrong: bool, reasons: str) -> None:
    """The source department takes a record back, by another person than entered it."""
    with bench_of(call, record) as held:
        work = held.set(record)
        found = work.one(Record, record)
        policy.require(
            call.actor,
            Action.WITHDRAW_RECORD,
            department=found.department,
            organisation=found.organisation,
            first=found.entered_by,
            matter=record,
        )
        acts = deciding.withdraw(
            found, as_wrong=as_wrong, reasons=reasons, work=work, law=held.law, on=call.on
        )
        held.append(acts)
