"""Text tables: CSV with comma, semicolon or tab, in UTF-8 (with or without BOM) or GB18030."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from goodstanding.files.refusals import (
    CellTooLong,
    EncodingUnknown,
    HeaderNotFound,
    NotASpreadsheet,
)
from goodstanding.files.rows import Line, under_header
from goodstanding.files.sheet import Limits, Recogniser, Sheet
from goodstanding.rules.errors import Refused

SEPARATORS = ",;\t"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")
AS_TEXT = re.compile(r'="([^"]*)"')  # how people keep a spreadsheet from eating long codes
WRAPPED = ("'", "=")
GUARDED = "=+-@\t\r'"


def read(data: bytes, *, known: Recogniser | None, limits: Limits) -> Sheet:
    """The table in a text file; a row's number is the one a spreadsheet gives it.

    ``data``: the bytes of the file. Raises `EncodingUnknown`, `NotASpreadsheet` and what
    `header.find` raises.
    """
    text = decode(data)
    separator = _separator(text, known, limits)
    if separator is None:
        raise Refused([HeaderNotFound(rows=limits.header)])
    lines = _lines(text, separator, limits)
    return under_header(lines, known=known, limits=limits, flaws_of=lambda _, __: {})


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 if it can be, else GB18030; raises `EncodingUnknown`."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if CONTROL.search(text):
            raise Refused([NotASpreadsheet(found="binary")])
        return text
    raise Refused([EncodingUnknown()])


def unguarded(text: str) -> str:
    """A cell without the apostrophe or ``="…"`` that kept it from being read as a formula."""
    if text[:1] == "'" and text[1:2] and text[1] in GUARDED:
        return text[1:]
    found = AS_TEXT.fullmatch(text) if text[:1] == "=" else None
    return found[1] if found else text


def _separator(text: str, known: Recogniser | None, limits: Limits) -> str | None:
    best, most = None, 0
    for separator in SEPARATORS:
        top = islice(_lines(text, separator, limits), limits.header)
        hits = max((sum(1 for t in cells if _hit(t, known)) for _, cells in top), default=0)
        if hits > max(most, 1):
            best, most = separator, hits
    return best


def _hit(text: str, known: Recogniser | None) -> bool:
    return bool(text) and (known is None or known(text))


def _lines(text: str, separator: str, limits: Limits) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield (
                number,
                [
                    unguarded(cell).strip() if cell[:1] in WRAPPED else cell
                    for cell in map(str.strip, cells)
                ],
            )
    except csv.Error as error:
        raise Refused([CellTooLong(row=number + 1, limit=limits.cell)]) from error
