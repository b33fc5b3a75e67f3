"""The text layer of a PDF, and what else is written in it; nothing of it is run or followed."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from goodstanding.rules.errors import refuse
from goodstanding.rules.evidence.refusals import (
    EvidenceEncrypted,
    EvidenceTooManyPages,
    EvidenceUnreadable,
)

MOST_PAGES = 100


def texts_of(data: bytes) -> list[str]:
    """What is written in a PDF: page by page, the values of its forms, its remarks and its title.

    Raises `Refused` with `EvidenceEncrypted`, `EvidenceTooManyPages` or `EvidenceUnreadable`.
    """
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            refuse(EvidenceEncrypted())
        if len(reader.pages) > MOST_PAGES:
            refuse(EvidenceTooManyPages(pages=MOST_PAGES))
        return list(_texts(reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        refuse(EvidenceUnreadable())
    except (RecursionError, MemoryError, NotImplementedError):
        refuse(EvidenceUnreadable())


def _texts(reader: PdfReader) -> Iterator[str]:
    yield from (str(each) for each in (reader.metadata or {}).values())
    yield from (str(each) for each in (reader.get_form_text_fields() or {}).values())
    for page in islice(reader.pages, MOST_PAGES):
        yield page.extract_text() or ""
        for each in page.annotations or ():
            yield str(each.get_object().get("/Contents", ""))
