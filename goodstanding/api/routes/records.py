"""A record is confirmed, objected to, corrected, or taken back."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.officer_schemas import CaseOut, ObjectionOut, RecordOut
from goodstanding.api.requests import (
    ConfirmationIn,
    CorrectionIn,
    DismissalIn,
    ErrorIn,
    ExtensionIn,
    ObjectionDecisionIn,
    ObjectionIn,
    TextIn,
    WithdrawalIn,
)
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow import contest, correct, known_error, read_text, transcribe
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Objection

router = Router(tags=["Records and remedies"])


@router.post("/records/{id}/confirmation", response={201: CaseOut})
def confirmation(request: Asked, id: str, body: ConfirmationIn) -> Case | None:
    """Confirm a listing decided elsewhere; this opens the designation."""
    case = transcribe.confirm_transcription(
        request.call, record=id, ground=body.ground, last_day=body.last_day
    )
    return designations.case(id=case)


@router.post("/records/{id}/objections", response={201: ObjectionOut})
def objection(request: Asked, id: str, body: ObjectionIn) -> Objection | None:
    """Object to a record or a designation."""
    filed = contest.file_objection(
        request.call,
        target=id,
        reason=body.reason,
        text=body.text,
        new_evidence=body.new_evidence,
    )
    return remedies.objection(id=filed)


@router.post("/records/{id}/correction", response=RecordOut)
def correction(request: Asked, id: str, body: CorrectionIn) -> Entry | None:
    """Put wrong values of a record right, with a public reason; recipients get a notice."""
    correct.correct_record(
        request.call,
        record=id,
        values=body.values,
        reasons=body.reasons,
        version=body.version,
        learned_on=body.learned_on,
    )
    return publication.entry(record=id)


@router.post("/records/{id}/withdrawal", response=RecordOut)
def withdrawal(request: Asked, id: str, body: WithdrawalIn) -> Entry | None:
    """Take a record back, by another person than entered it."""
    contest.withdraw_record(
        request.call,
        record=id,
        as_wrong=body.as_wrong,
        reasons=body.reasons,
        learned_on=body.learned_on,
    )
    return publication.entry(record=id)


@router.post("/records/{id}/text", response=RecordOut)
def text(request: Asked, id: str, body: TextIn) -> Entry | None:
    """Settle texts that may name persons: fit to publish, or withheld; a person read them."""
    read_text.settle_text(request.call, record=id, outcome=body.outcome, version=body.version)
    return publication.entry(record=id)


@router.post("/records/{id}/error", response=RecordOut)
def error(request: Asked, id: str, body: ErrorIn) -> Entry | None:
    """Note that a record is wrong; the time to put it right runs from the day it was learned."""
    known_error.note_error(
        request.call, record=id, learned_on=body.learned_on, through=body.through, text=body.text
    )
    return publication.entry(record=id)


@router.post("/records/{id}/error/dismissal", response=RecordOut)
def error_dismissal(request: Asked, id: str, body: DismissalIn) -> Entry | None:
    """The record is right after all; said by another person than who noted the error."""
    known_error.dismiss_error(request.call, record=id, reasons=body.reasons)
    return publication.entry(record=id)


@router.post("/objections/{id}/acceptance", response=ObjectionOut)
def acceptance(request: Asked, id: str) -> Objection | None:
    """Take an objection up: what rests on its target is stayed at once."""
    contest.accept_objection(request.call, objection=id)
    return remedies.objection(id=id)


@router.post("/objections/{id}/extension", response=ObjectionOut)
def extension(request: Asked, id: str, body: ExtensionIn) -> Objection | None:
    """Extend the time to verify, once and in time, with reasons."""
    contest.extend_objection(request.call, objection=id, reasons=body.reasons)
    return remedies.objection(id=id)


@router.post("/objections/{id}/decision", response=ObjectionOut)
def decision(request: Asked, id: str, body: ObjectionDecisionIn) -> Objection | None:
    """End an objection: corrected, withdrawn or dismissed."""
    contest.decide_objection(
        request.call,
        objection=id,
        outcome=body.outcome,
        reasons=body.reasons,
        document=body.document,
        decided_on=body.decided_on,
    )
    return remedies.objection(id=id)
