"""A file that is handed out."""

from collections.abc import Iterable, Mapping
from itertools import islice

from django.http import HttpResponse
from django.utils.functional import Promise

from goodstanding.files.writing import csv_bytes, workbook_bytes
from goodstanding.rules.errors import refuse
from goodstanding.web.refusals import PageUnknown

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
JSON = "application/json"
MARKDOWN = "text/markdown; charset=utf-8"
PDF = "application/pdf"
CALENDAR = "text/calendar; charset=utf-8"
#: A spreadsheet holds more, a reader does not.
MOST_ROWS = 50_000


def download(data: bytes, *, name: str, type: str) -> HttpResponse:
    """The bytes as a file of that name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=type, headers=headers)


def sheet(
    rows: Iterable[Mapping[str, str]],
    columns: Mapping[str, Promise | str],
    *,
    name: str,
    suffix: str,
) -> HttpResponse:
    """The rows of a list as a workbook or CSV file, no cell of which is ever computed.

    Args:
        rows: cells by the key of their column; at most `MOST_ROWS` are written.
        columns: what stands above each column, in order.
        name: of the file, without its suffix.
        suffix: ``xlsx`` or ``csv``; there is nothing at the address of another.
    """
    if suffix not in ("xlsx", "csv"):
        refuse(PageUnknown())
    words = {key: str(word) for key, word in columns.items()}
    named = (
        {word: row[key] for key, word in words.items() if row.get(key)}
        for row in islice(rows, MOST_ROWS)
    )
    write, type = (csv_bytes, CSV) if suffix == "csv" else (workbook_bytes, WORKBOOK)
    return download(write(named, list(words.values())), name=f"{name}.{suffix}", type=type)
