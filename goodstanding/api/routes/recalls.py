"""What must no longer be used, and which checks to look at again."""

from ninja import Router

from goodstanding.api.agency_schemas import RecallOut, RecallsOut, ReopeningsOut
from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import AcknowledgementsIn, ConclusionIn
from goodstanding.disclosure.queries import Recall
from goodstanding.flow import inbox
from goodstanding.flow.acknowledge import acknowledge_recall, acknowledge_recalls
from goodstanding.flow.reopen import conclude_reopening

router = Router(tags=["Recalls"])


@router.get("/recalls", response=RecallsOut)
def recalls(
    request: Asked,
    recipient: str | None = None,
    done: bool = False,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The recalls told to the caller's department or client; with ``done`` also acknowledged ones."""
    found = inbox.read_recalls(request.call, recipient=recipient, open_only=not done)
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/recalls/{id}/acknowledgement", response=RecallOut)
def acknowledgement(request: Asked, id: str) -> Recall:
    """Say that what was recalled is no longer used; said twice, it is said once."""
    return acknowledge_recall(request.call, recall=id)


@router.post("/recalls/acknowledgements", response=list[RecallOut])
def acknowledgements(request: Asked, body: AcknowledgementsIn) -> list[Recall]:
    """Say of several recalls at once that they are no longer used: all of them, or none."""
    return acknowledge_recalls(request.call, recalls=body.recalls)


@router.get("/reopenings", response=ReopeningsOut)
def reopenings(
    request: Asked,
    recipient: str | None = None,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Rendered:
    """The checks that refused an organisation on a record since withdrawn as wrong."""
    found = inbox.read_reopenings(request.call, recipient=recipient)
    return page(found, cursor=cursor, limit=limit)._asdict()


@router.post("/reopenings/{receipt}/conclusion", response={204: None})
def conclusion(request: Asked, receipt: str, body: ConclusionIn) -> None:
    """Say what came of looking at a check again."""
    conclude_reopening(request.call, receipt=receipt, outcome=body.outcome, result=body.result)
