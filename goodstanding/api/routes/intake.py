"""Records arrive as a file or as rows."""

from ninja import Router
from pydantic import ValidationError

from goodstanding.api import rendering
from goodstanding.api.entering import Asked
from goodstanding.api.invalid import invalid_item
from goodstanding.api.officer_schemas import BatchReportOut, ChangesOut
from goodstanding.api.refusals import OneFileNeeded
from goodstanding.api.requests import ReviewIn, Rows, RowsIn
from goodstanding.api.texts import parsed, require_storable
from goodstanding.api.uploads import files_of
from goodstanding.flow.commit import advance
from goodstanding.flow.commit_changes import commit_changes
from goodstanding.flow.going_live import require_sender
from goodstanding.flow.receive import receive, receive_rows
from goodstanding.intake import queries as intake_queries
from goodstanding.intake.models import Batch
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
def intake(
    request: Asked,
    kind: str,
    dry_run: bool = False,
    first_import: bool = False,
    department: str = "",
) -> rendering.Rendered:
    """Send records of a kind: a workbook, CSV or JSON lines as a file, or rows as JSON.

    Good rows become records; the others come back with the cure. ``dry_run`` (files only) judges
    and keeps nothing. ``first_import``: the credit office enters what a ``department`` held before
    the register went live. Rows of the kinds ``correction``, ``withdrawal``, ``repair-result`` and
    ``registration-correction``
    wait for a reviewer.
    """
    call = request.call
    department = department if first_import else call.actor.department
    # Asked before a stranger's file is read at all.
    require_sender(call, kind=kind, department=department, first_import=first_import)
    if request.content_type == "multipart/form-data":
        files = files_of(request)
        if len(files) != 1:
            refuse(OneFileNeeded())
        [(_, source)] = files
        report = receive(
            call,
            kind=kind,
            department=department,
            source=source,
            dry_run=dry_run,
            first_import=first_import,
        )
    else:
        rows = _rows(request.body)
        report = receive_rows(
            call, kind=kind, department=department, rows=rows, first_import=first_import
        )
    return rendering.batch(report)


@router.post("/batches/{id}/commit", response=ChangesOut)
def commit(request: Asked, id: str, body: ReviewIn) -> Batch | None:
    """Commit corrections or withdrawals that a colleague sent, but the rows sent back.

    By a reviewer of the department, signed in; each row becomes an act. Rows sent back need a note.
    """
    commit_changes(request.call, staged=id, sent_back=body.sent_back, note=body.note)
    while advance(staged=id, at=request.call.at):
        pass
    return intake_queries.batch(id=id)


def _rows(body: bytes) -> Rows:
    """The rows of a body; its texts are judged as cells, row by row, not refused as a whole."""
    sent = parsed(body)
    require_storable(sent)
    try:
        return RowsIn.model_validate(sent).rows
    except ValidationError as error:
        raise Refused(invalid_item(error, "")) from None
