"""Contents are destroyed: proposed, approved by another person, or dropped."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.removal_schemas import DropIn, RemovalIn, RemovalOut, RemovalsOut
from goodstanding.api.rendering import Rendered
from goodstanding.flow import destroy, inbox
from goodstanding.removals import queries
from goodstanding.removals.models import Removal

router = Router(tags=["Destruction of contents"])


@router.get("/removals", response=RemovalsOut)
def removals(
    request: Asked, department: str | None = None, cursor: str | None = None, limit: Limit = 50
) -> Rendered:
    """The destructions of a department: those that wait first, then the latest."""
    found = inbox.read_removals(request.call, department=department)
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/records/{id}/removals", response={201: RemovalOut})
def proposal(request: Asked, id: str, body: RemovalIn) -> Removal | None:
    """Propose that the contents of a record or a designation be destroyed."""
    proposed = destroy.propose_removal(
        request.call,
        target=id,
        basis=body.basis,
        reasons=body.reasons,
        cited=body.cited,
        document=body.document,
    )
    return queries.removal(id=proposed)


@router.post("/removals/{id}/approval", response=RemovalOut)
def approval(request: Asked, id: str) -> Removal | None:
    """Approve it, as another person than proposed it: the contents are gone with this step."""
    destroy.approve_removal(request.call, removal=id)
    return queries.removal(id=id)


@router.post("/removals/{id}/drop", response=RemovalOut)
def drop(request: Asked, id: str, body: DropIn) -> Removal | None:
    """Drop the proposal, with reasons: the contents stay."""
    destroy.drop_removal(request.call, removal=id, reasons=body.reasons)
    return queries.removal(id=id)
