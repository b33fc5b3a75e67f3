"""What was told to whom: the receipt of a check and the lines of the disclosure ledger."""

from collections.abc import Iterable

from msgspec.structs import replace

from goodstanding.disclosure.ledger import Told, note
from goodstanding.enquiries.receipts import NewReceipt, keep
from goodstanding.flow.answers import Answered, Question
from goodstanding.flow.bench import Call
from goodstanding.rules.effects import Effect, RecordVersion


def told_of(call: Call, question: Question, answered: Answered, *, receipt: str) -> Answered:
    """Keep the receipt of an answer and note every record version it told; the same transaction.

    What kept a condition from being met is kept with the receipt and was told to nobody.
    """
    records = relied_on(answered.checked.effects)
    behind = (*records, *answered.checked.against)
    keep(_receipt(call, question, answered, behind, receipt))
    note_told(
        call,
        (*records, *decided_on(answered.checked.effects)),
        position=answered.position,
        case_number=question.case_number,
        receipt=receipt,
    )
    return replace(answered, receipt=receipt)


def note_told(
    call: Call,
    records: Iterable[RecordVersion],
    *,
    position: int,
    case_number: str = "",
    receipt: str = "",
) -> None:
    """Note that versions of records, and designations, were told to the caller, if no visitor."""
    actor = call.actor
    points = [
        Told(
            recipient=actor.recipient,
            record=each.record,
            version=each.version,
            position=position,
            department=actor.department,
            client=actor.client or "",
            case_number=case_number,
            receipt=receipt,
        )
        for each in records
    ]
    note(points, at=call.at)


def relied_on(effects: Iterable[Effect]) -> tuple[RecordVersion, ...]:
    """The record versions some effects rest on, each once."""
    return tuple(dict.fromkeys(each for effect in effects for each in effect.records))


def decided_on(effects: Iterable[Effect]) -> tuple[RecordVersion, ...]:
    """The designations behind some effects, each once; a designation has one version."""
    ids = dict.fromkeys(
        effect.decision.designation for effect in effects if effect.decision.designation
    )
    return tuple(RecordVersion(record=each, version=1) for each in ids)


def _receipt(
    call: Call,
    question: Question,
    answered: Answered,
    records: tuple[RecordVersion, ...],
    receipt: str,
) -> NewReceipt:
    checked = answered.checked
    return NewReceipt(
        id=receipt,
        organisation=answered.organisation,
        procedure=question.procedure,
        case_number=question.case_number,
        on_day=checked.on,
        position=answered.position,
        answer=str(checked.answer),
        act_as=str(checked.act_as),
        known=checked.known,
        rulebook=answered.rulebook,
        calendar=answered.calendar,
        effects=checked.effects,
        records=[(each.record, each.version) for each in records],
        asked_by=call.actor.id,
        department=call.actor.department,
        recipient=call.actor.recipient,
        at=call.at,
    )
