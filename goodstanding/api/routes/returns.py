"""Monthly returns: which are owed, the list of one, and confirming it, empty or not."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Limit
from goodstanding.api.paging import page
from goodstanding.api.rendering import Rendered
from goodstanding.api.requests import ReturnIn
from goodstanding.api.returned import ReturnListOut, ReturnOut, ReturnsOut, told, told_whole
from goodstanding.flow import returns as flow

router = Router(tags=["Returns"])


@router.get("/returns", response=ReturnsOut)
def returns(
    request: Asked, department: str | None = None, cursor: str | None = None, limit: Limit = 50
) -> Rendered:
    """The returns of a department for the last year, latest month first; of all for oversight."""
    call = request.call
    found = flow.read_owed(call, department=department)
    owed = [told(each, on=call.on) for each in found]
    return page(owed, cursor=cursor, limit=limit)._asdict()


@router.get("/returns/{month}", response=ReturnListOut)
def one(request: Asked, month: str, department: str | None = None) -> Rendered:
    """The list of a month, drawn up from the register; ``seen`` is sent to confirm it."""
    call = request.call
    owed = flow.read_return(call, department=department, month=month)
    return told_whole(owed, flow.reconciled(owed), on=call.on)


@router.post("/returns/{month}", response=ReturnOut)
def confirm(request: Asked, month: str, body: ReturnIn) -> Rendered:
    """Confirm the list of a month. ``nil`` says that it is empty, and is refused if it is not."""
    call = request.call
    owner = body.department or call.actor.department
    seen = flow.NOTHING if body.nil else body.seen
    flow.file_return(call, month=month, department=owner, seen=seen)
    return told(flow.owed_for(department=owner, month=month, on=call.on), on=call.on)
