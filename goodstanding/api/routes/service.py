"""The service of letters: that one was served, that an attempt failed, that it was announced."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.officer_schemas import CaseOut, ObjectionOut, RepairOut
from goodstanding.api.requests import ServiceIn
from goodstanding.designations import queries as designations
from goodstanding.designations.models import Case
from goodstanding.flow import serve
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Objection, Repair

router = Router(tags=["Letters"])


@router.post("/designations/{id}/service", response=CaseOut)
def of_case(request: Asked, id: str, body: ServiceIn) -> Case | None:
    """Serve the decision on a case, or enter a failed attempt or public notice of a letter of it."""
    _entered(request, id, body)
    return designations.case(id=id)


@router.post("/objections/{id}/service", response=ObjectionOut)
def of_objection(request: Asked, id: str, body: ServiceIn) -> Objection | None:
    """The same for the outcome of an objection."""
    _entered(request, id, body)
    return remedies.objection(id=id)


@router.post("/repairs/{id}/service", response=RepairOut)
def of_repair(request: Asked, id: str, body: ServiceIn) -> Repair | None:
    """The same for the letters of a repair."""
    _entered(request, id, body)
    return remedies.repair(id=id)


def _entered(request: Asked, id: str, body: ServiceIn) -> None:
    """The one step that the body names."""
    letter, method = body.letter or "", body.method or ""
    if body.step == "served":
        serve.serve_letter(
            request.call,
            of=id,
            served_on=body.on,
            method=method,
            proof=body.proof,
            letter=letter,
            witness=body.witness or "",
            consent=body.consent,
            through=body.through,
        )
    elif body.step == "failed":
        serve.fail_service(
            request.call,
            of=id,
            method=method,
            attempted_on=body.on,
            reason=body.reason or "",
            proof=body.proof,
            letter=letter,
        )
    else:
        serve.announce_letter(
            request.call,
            of=id,
            document=body.document,
            published_on=body.on,
            proof=body.proof,
            letter=letter,
        )
