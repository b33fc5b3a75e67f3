"""A review or a court case is entered, its stay honoured, its outcome entered and carried out."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.officer_schemas import ProceedingOut
from goodstanding.api.requests import (
    CarriedOutIn,
    OrderEndIn,
    OrderIn,
    ProceedingIn,
    ProceedingOutcomeIn,
    ShieldEndIn,
    ShieldIn,
)
from goodstanding.flow import proceed
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Proceeding

router = Router(tags=["Records and remedies"])


@router.post("/records/{id}/proceedings", response={201: ProceedingOut})
def opened(request: Asked, id: str, body: ProceedingIn) -> Proceeding | None:
    """Enter a review or a court case against a record, designation, or outcome of an objection."""
    entered = proceed.open_proceeding(
        request.call,
        subject=id,
        kind=body.kind,
        body=body.body,
        document=body.document,
        opened_on=body.opened_on,
    )
    return remedies.proceeding(id=entered)


@router.post("/organisations/{code}/shield", response={201: ProceedingOut})
def shielded(request: Asked, code: str, body: ShieldIn) -> Proceeding | None:
    """Enter the ruling that approves a plan or a settlement: the organisation is shielded from now."""
    entered = proceed.open_shield(
        request.call,
        organisation=code,
        court=body.court,
        document=body.document,
        plan=body.plan,
        ruled_on=body.ruled_on,
        last_day=body.last_day,
    )
    return remedies.proceeding(id=entered)


@router.post("/proceedings/{id}/shield-end", response=ProceedingOut)
def shield_end(request: Asked, id: str, body: ShieldEndIn) -> Proceeding | None:
    """Enter that the plan was completed or failed; today is the last shielded day."""
    proceed.end_shield(
        request.call,
        shield=id,
        outcome=body.outcome,
        document=body.document,
        reasons=body.reasons,
        decided_on=body.decided_on,
    )
    return remedies.proceeding(id=id)


@router.post("/proceedings/{id}/stay", response=ProceedingOut)
def stay(request: Asked, id: str, body: OrderIn) -> Proceeding | None:
    """Honour a stay that was ordered: what it covers is stayed from now on."""
    proceed.order_stay(
        request.call,
        proceeding=id,
        document=body.document,
        ordered_on=body.ordered_on,
        last_day=body.last_day,
        whole=body.whole,
    )
    return remedies.proceeding(id=id)


@router.post("/proceedings/{id}/stay-end", response=ProceedingOut)
def stay_end(request: Asked, id: str, body: OrderEndIn) -> Proceeding | None:
    """Enter that the stay was lifted; today is its last day."""
    proceed.end_ordered_stay(
        request.call, proceeding=id, document=body.document, reasons=body.reasons
    )
    return remedies.proceeding(id=id)


@router.post("/proceedings/{id}/outcome", response=ProceedingOut)
def outcome(request: Asked, id: str, body: ProceedingOutcomeIn) -> Proceeding | None:
    """Enter the outcome; what did not stand is stayed until it is taken back."""
    proceed.decide_proceeding(
        request.call,
        proceeding=id,
        outcome=body.outcome,
        document=body.document,
        reasons=body.reasons,
        decided_on=body.decided_on,
        effect_from=body.effect_from,
    )
    return remedies.proceeding(id=id)


@router.post("/proceedings/{id}/carried-out", response=ProceedingOut)
def carried_out(request: Asked, id: str, body: CarriedOutIn) -> Proceeding | None:
    """Say how the outcome was carried out, where taking back did not say so itself."""
    proceed.carry_out(request.call, proceeding=id, how=body.how, reasons=body.reasons)
    return remedies.proceeding(id=id)
