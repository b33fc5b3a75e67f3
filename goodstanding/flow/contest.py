"""An organisation objects: filed, accepted with an immediate stay, decided."""

from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.flow.correct import before, holder_of
from goodstanding.register.reading import states
from goodstanding.rules.correction.objected import Made, correction_on_objection
from goodstanding.rules.objection import decide as deciding
from goodstanding.rules.objection import extend as extending
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
            id=new_id("o"),
            target=found,
            reason=reason,
            text=text,
            new_evidence=new_evidence,
            at_counter=call.actor.department != "",
        )
        earlier = [each for each in states(held.stream).values() if isinstance(each, Objection)]
        held.append(filing.file(new, earlier=earlier, law=held.law, on=call.on))
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


def extend_objection(call: Call, *, objection: str, reasons: str) -> None:
    """The named approver, another than took it up, extends the verification once."""
    with bench_of(call, objection) as held:
        found = held.one(Objection, objection)
        policy.require(
            call.actor,
            Action.EXTEND_OBJECTION,
            department=found.department,
            organisation=found.organisation,
            first=found.accepted_by,
            matter=objection,
        )
        held.append(extending.extend(found, reasons=reasons, law=held.law, on=call.on))


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
        made = None
        if outcome == deciding.CORRECTED:
            made = _correction(call, held, work, found, document=document, decided_on=decided_on)
        ended = _ended(outcome, reasons, made)
        held.append(deciding.decide(found, ended, work=work, law=held.law, on=call.on))


def _ended(outcome: str, reasons: str, made: Made | None) -> deciding.Outcome:
    if made is None:
        return deciding.Outcome(outcome=outcome, reasons=reasons)
    effect, content = made
    restated = {**content, "reasons": reasons}
    return deciding.Outcome(outcome=outcome, reasons=reasons, correction=effect, content=restated)


def _objection(held: Bench, objection: str) -> tuple[Objection, WorkingSet]:
    found = held.one(Objection, objection)
    return found, held.set(objection, found.target)


def _correction(
    call: Call,
    held: Bench,
    work: WorkingSet,
    objection: Objection,
    *,
    document: str | None,
    decided_on: date | None,
) -> Made | None:
    record = work.find(Record, objection.target)
    if record is None:
        return None
    return correction_on_objection(
        before(work, record),
        document=document,
        decided_on=decided_on,
        holder_of=holder_of,
        law=held.law,
        on=call.on,
    )


def withdraw_record(
    call: Call, *, record: str, as_wrong: bool, reasons: str, learned_on: date | None = None
) -> None:
    """The source department takes a record back, by another person than entered it.

    ``learned_on``: the day the department learned why, where it was not noted before.
    """
    with bench_of(call, record) as held:
        take_back(call, held, record, as_wrong=as_wrong, reasons=reasons, learned_on=learned_on)


def take_back(
    call: Call,
    held: Bench,
    record: str,
    *,
    as_wrong: bool,
    reasons: str,
    learned_on: date | None = None,
) -> None:
    """The same for a record whose organisation is held already. Raises `Refused`."""
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
        found,
        as_wrong=as_wrong,
        reasons=reasons,
        work=work,
        law=held.law,
        on=call.on,
        learned_on=learned_on,
    )
    held.append(acts)
