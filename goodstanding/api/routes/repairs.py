"""A repair is asked for, its papers are named once, it is taken up, and decided."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.officer_schemas import RepairOut
from goodstanding.api.requests import (
    ExtensionIn,
    PapersIn,
    RepairDecisionIn,
    RepairIn,
    RepairRevocationIn,
    RevocationAnswerIn,
    RevocationNoticeIn,
    SupplementIn,
)
from goodstanding.flow import repair as repairing
from goodstanding.flow import revoke_repair as revoking
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Repair

router = Router(tags=["Records and remedies"])


@router.post("/records/{id}/repairs", response={201: RepairOut})
def application(request: Asked, id: str, body: RepairIn) -> Repair | None:
    """Ask for the repair of a record or a designation; free, and refused with everything at once."""
    filed = repairing.file_repair(
        request.call,
        target=id,
        performed_on=body.performed_on,
        commitment_on=body.commitment_on,
        text=body.text,
    )
    return remedies.repair(id=filed)


@router.post("/repairs/{id}/papers", response=RepairOut)
def papers(request: Asked, id: str, body: PapersIn) -> Repair | None:
    """Name everything that is missing, once."""
    repairing.ask_papers(request.call, repair=id, missing=body.missing)
    return remedies.repair(id=id)


@router.post("/repairs/{id}/supplement", response=RepairOut)
def supplement(request: Asked, id: str, body: SupplementIn) -> Repair | None:
    """Bring what was missing; the time to accept runs anew."""
    repairing.supply_papers(request.call, repair=id, text=body.text)
    return remedies.repair(id=id)


@router.post("/repairs/{id}/acceptance", response=RepairOut)
def acceptance(request: Asked, id: str) -> Repair | None:
    """Take a complete application up; the time to decide runs."""
    repairing.accept_repair(request.call, repair=id)
    return remedies.repair(id=id)


@router.post("/repairs/{id}/extension", response=RepairOut)
def extension(request: Asked, id: str, body: ExtensionIn) -> Repair | None:
    """Extend the time to decide, once, with reasons."""
    repairing.extend_repair(request.call, repair=id, reasons=body.reasons)
    return remedies.repair(id=id)


@router.post("/repairs/{id}/decision", response=RepairOut)
def decision(request: Asked, id: str, body: RepairDecisionIn) -> Repair | None:
    """Grant, refuse, or do not accept; a grant ends publication, sharing and measures at once."""
    repairing.decide_repair(
        request.call,
        repair=id,
        outcome=body.outcome,
        ground=body.ground or "",
        reasons=body.reasons,
    )
    return remedies.repair(id=id)


@router.post("/repairs/{id}/revocation-notice", response=RepairOut)
def revocation_notice(request: Asked, id: str, body: RevocationNoticeIn) -> Repair | None:
    """Tell the organisation that its repair shall be revoked, and on what."""
    revoking.notify_revocation(
        request.call,
        repair=id,
        ground=body.ground,
        facts=body.facts,
        method=body.method,
        proof=body.proof,
        served_on=body.served_on,
        witness=body.witness or "",
        consent=body.consent,
        through=body.through,
    )
    return remedies.repair(id=id)


@router.post("/repairs/{id}/revocation-answer", response=RepairOut)
def revocation_answer(request: Asked, id: str, body: RevocationAnswerIn) -> Repair | None:
    """The organisation states its case against the revocation, or gives its statement up."""
    revoking.answer_revocation(request.call, repair=id, text=body.text, waived=body.waived)
    return remedies.repair(id=id)


@router.post("/repairs/{id}/revocation", response=RepairOut)
def revocation(request: Asked, id: str, body: RepairRevocationIn) -> Repair | None:
    """Revoke a repair: what it ended counts again from today, for the rest of its term."""
    revoking.revoke_repair(request.call, repair=id, reasons=body.reasons)
    return remedies.repair(id=id)
