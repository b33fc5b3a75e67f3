"""Letters as PDF: those of a case, an objection, a repair, a record; for both sides of the letter."""

from typing import Any

from ninja import Router

from goodstanding.api.entering import Asked
from goodstanding.api.fields import Id
from goodstanding.api.file_answer import FileAnswer
from goodstanding.flow.write_letter import write_letter
from goodstanding.letters.printing import pdf
from goodstanding.rules.letters.words import language_of

router = Router(tags=["Letters"])
PDF = "application/pdf"
#: What the description says of the answer: a file, not JSON.
AS_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The letter",
            "content": {PDF: {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


@router.get("/designations/{id}/letter", openapi_extra=AS_FILE)
def of_case(request: Asked, id: str, letter: Id = "decision", lang: Id = "zh") -> FileAnswer:
    """A letter about a case: `notice`, `decision`, `lifted`, `ask-again`; `lang` is `zh` or `en`."""
    return _file(request, id, letter, lang)


@router.get("/objections/{id}/letter", openapi_extra=AS_FILE)
def of_objection(request: Asked, id: str, lang: Id = "zh") -> FileAnswer:
    """The outcome of an objection; `lang` is `zh` or `en`."""
    return _file(request, id, "outcome", lang)


@router.get("/repairs/{id}/letter", openapi_extra=AS_FILE)
def of_repair(
    request: Asked, id: str, letter: Id = "repair-outcome", lang: Id = "zh"
) -> FileAnswer:
    """A letter about a repair: `repair-accepted`, `repair-outcome`, `revocation-notice` …"""
    return _file(request, id, letter, lang)


@router.get("/records/{id}/letter", openapi_extra=AS_FILE)
def of_record(request: Asked, id: str, letter: Id = "withdrawal", lang: Id = "zh") -> FileAnswer:
    """A letter about a record: `correction`, `withdrawal`, `ask-again`; `lang` is `zh` or `en`."""
    return _file(request, id, letter, lang)


def _file(request: Asked, id: str, letter: str, lang: str) -> FileAnswer:
    written = write_letter(request.call, letter=letter, of=id, language=language_of(lang))
    name = f"{letter}-{id}-{written.language}.pdf"
    return FileAnswer(pdf(written), media=PDF, name=name)
