"""Records arrive as a file or as rows."""

from ninja import Router
from pydantic import ValidationError

from goodstanding.api import rendering
from goodstanding.api.entering import Asked
from goodstanding.api.invalid import invalid_item
from goodstanding.api.officer_schemas import BatchReportOut
from goodstanding.api.refusals import OneFileNeeded
from goodstanding.api.requests import Rows, RowsIn
from goodstanding.api.texts import parsed, require_storable
from goodstanding.api.uploads import files_of
from goodstanding.flow import policy
from goodstanding.flow.judge_file import right_to_send
from goodstanding.flow.receive import receive, receive_rows
from goodstanding.rules.errors import Refused, refuse

router = Router(tags=["Intake"])

_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": RowsIn.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                }
            },
        },
    }
}


@router.post("/intake/{kind}", response=BatchReportOut, openapi_extra=_BODY)
def intake(request: Asked, kind: str, dry_run: bool = False) -> rendering.Rendered:
    """Send records of a kind: a workbook, CSV or JSON lines as a file, or rows as JSON.

    Good rows become records; the others come back with the cure. ``dry_run`` (files only) judges
    and keeps nothing.
    """
    call = request.call
    department = call.actor.department
    # Asked before a stranger's file is read at all.
    policy.require(call.actor, right_to_send(kind), department=department)
    if request.content_type == "multipart/form-data":
        files = files_of(request)
        if len(files) != 1:
            refuse(OneFileNeeded())
        [(_, source)] = files
        report = receive(call, kind=kind, department=department, source=source, dry_run=dry_run)
    else:
        rows = _rows(request.body)
        report = receive_rows(call, kind=kind, department=department, rows=rows)
    return rendering.batch(report)


def _rows(body: bytes) -> Rows:
    """The rows of a body; its texts are judged as cells, row by row, not refused as a whole."""
    sent = parsed(body)
    require_storable(sent)
    try:
        return RowsIn.model_validate(sent).rows
    except ValidationError as error:
        raise Refused(invalid_item(error, "")) from None
