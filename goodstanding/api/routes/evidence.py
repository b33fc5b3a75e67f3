"""Evidence of an objection, a repair or a case: sent, taken back, handed in, read."""

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.evidence_schemas import EvidenceOut, HandedInOut
from goodstanding.api.file_answer import FileAnswer
from goodstanding.api.refusals import OneFileNeeded
from goodstanding.api.uploads import files_of
from goodstanding.evidence import queries
from goodstanding.evidence.models import File as Row
from goodstanding.flow import hand_in
from goodstanding.rules.errors import refuse
from goodstanding.rules.evidence.looking import Media

router = Router(tags=["Evidence"])

_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "label": {"type": "string"},
                    },
                    "required": ["file", "label"],
                }
            },
        },
    }
}


@router.get("/matters/{id}/evidence", response=list[EvidenceOut])
def listed(request: Asked, id: str) -> list[Row]:
    """The files of a matter; those that were deleted by date say so."""
    return hand_in.list_evidence(request.call, matter=id)


@router.post("/matters/{id}/evidence", response={201: EvidenceOut}, openapi_extra=_BODY)
def sent(request: Asked, id: str) -> Row | None:
    """Send one PDF, PNG or JPEG, identity numbers blackened; it is not handed in yet."""
    files = files_of(request) if request.content_type == "multipart/form-data" else []
    if len(files) > 1:
        refuse(OneFileNeeded())
    data, label = files[0][1] if files else b"", request.POST.get("label", "")
    found = hand_in.send_evidence(request.call, matter=id, label=label, data=data)
    return queries.file(id=found)


@router.post("/matters/{id}/evidence/hand-in", response=HandedInOut)
def whole(request: Asked, id: str) -> dict[str, int]:
    """Hand in every file sent so far: it is part of the matter from now on."""
    return {"files": hand_in.hand_in_evidence(request.call, matter=id)}


@router.delete("/evidence/{id}", response={204: None})
def taken_back(request: Asked, id: str) -> None:
    """Remove a file that was not handed in yet."""
    hand_in.take_back_evidence(request.call, file=id)


@router.get("/evidence/{id}/file", response={200: bytes})
def read(request: Asked, id: str) -> FileAnswer:
    """The file itself."""
    found, data = hand_in.read_evidence(request.call, file=id)
    name = f"evidence.{Media(found.media).suffix}"
    return FileAnswer(data, media=found.media, name=name)
