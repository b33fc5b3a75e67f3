"""Applications: received, told once what is missing, accepted, papers that follow, decided."""

from ninja import Router

from goodstanding.api.desk_schemas import (
    AcceptanceIn,
    ApplicationDecisionIn,
    ApplicationIn,
    ApplicationOut,
    ConsequenceIn,
    PapersIn,
)
from goodstanding.api.entering import Asked
from goodstanding.applications import queries
from goodstanding.applications.models import Application
from goodstanding.flow import apply

router = Router(tags=["Applications"])


@router.post("/applications", response={201: ApplicationOut})
def received(request: Asked, body: ApplicationIn) -> Application | None:
    """Receive an application; what is open to the organisation is asked under the case number."""
    id = apply.receive_application(
        request.call,
        organisation=body.organisation,
        item=body.item,
        case_number=body.case_number,
        papers=tuple(body.papers),
    )
    return queries.application(id=id)


@router.get("/applications/{id}", response=ApplicationOut)
def one(request: Asked, id: str) -> Application:
    """An application, for its department, its organisation and oversight."""
    return apply.read_application(request.call, application=id)


@router.post("/applications/{id}/missing-list", response=ApplicationOut)
def missing(request: Asked, id: str) -> Application | None:
    """Tell the organisation, once, everything that is missing."""
    apply.tell_missing_papers(request.call, application=id)
    return queries.application(id=id)


@router.post("/applications/{id}/papers", response=ApplicationOut)
def papers(request: Asked, id: str, body: PapersIn) -> Application | None:
    """Papers that were missing or promised have come."""
    apply.supply_application_papers(request.call, application=id, papers=tuple(body.papers))
    return queries.application(id=id)


@router.post("/applications/{id}/acceptance", response=ApplicationOut)
def acceptance(request: Asked, id: str, body: AcceptanceIn) -> Application | None:
    """Accept it: with every paper, or with secondary ones to follow on a written promise."""
    apply.accept_application(
        request.call, application=id, promise=body.promise, due=body.due, read=body.read
    )
    return queries.application(id=id)


@router.post("/applications/{id}/decision", response=ApplicationOut)
def decision(request: Asked, id: str, body: ApplicationDecisionIn) -> Application | None:
    """Record how it ended; the working days are counted by the official calendar."""
    apply.decide_application(
        request.call,
        application=id,
        outcome=body.outcome,
        document=body.document,
        reasons=body.reasons,
        decided_on=body.decided_on,
    )
    return queries.application(id=id)


@router.post("/applications/{id}/not-supplied", response=ApplicationOut)
def not_supplied(request: Asked, id: str) -> Application | None:
    """Record that promised papers did not come by their day; nothing follows by itself."""
    apply.record_papers_not_supplied(request.call, application=id)
    return queries.application(id=id)


@router.post("/applications/{id}/consequence", response=ApplicationOut)
def consequence(request: Asked, id: str, body: ConsequenceIn) -> Application | None:
    """Note what the department decided, after notice, because papers never came."""
    apply.note_consequence(
        request.call,
        application=id,
        consequence=body.consequence,
        document=body.document,
        reasons=body.reasons,
        noticed_on=body.noticed_on,
        decided_on=body.decided_on,
    )
    return queries.application(id=id)
