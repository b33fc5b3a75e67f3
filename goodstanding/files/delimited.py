"""Text tables: CSV with comma, semicolon or tab, in UTF-8 (with or without BOM) or GB18030."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from goodstanding.files.refusals import CellTooLong, HeaderNotFound
from goodstanding.files.rows import Line, under_header
from goodstanding.files.sheet import Limits, Recogniser, Sheet
from goodstanding.files.text import Text, text_of
from goodstanding.rules.errors import Refused

SEPARATORS = ",;\t"
AS_TEXT = re.compile(r'="([^"]*)"')  # how people keep a spreadsheet from eating long codes
WRAPPED = ("'", "=")
GUARDED = "=+-@\t\r'"


def read(source: Path | bytes, *, known: Recogniser | None, limits: Limits) -> Sheet:
    """The table in a text file; a row's number is the one a spreadsheet gives it.

    ``source``: the file's path or its bytes. Raises `EncodingUnknown`, `NotASpreadsheet` and what
    `header.find` raises.
    """
    text = text_of(source)
    separator = _separator(text, known, limits)
    if separator is None:
        raise Refused([HeaderNotFound(rows=limits.header)])
    lines = _lines(text, separator, limits)
    return under_header(lines, known=known, limits=limits, flaws_of=lambda _, __: {})


def unguarded(text: str) -> str:
    """A cell without the apostrophe or ``="…"`` that kept it from being read as a formula."""
    if text[:1] == "'" and text[1:2] and text[1] in GUARDED:
        return text[1:]
    found = AS_TEXT.fullmatch(text) if text[:1] == "=" else None
    return found[1] if found else text


def _separator(text: Text, known: Recogniser | None, limits: Limits) -> str | None:
    best, most = None, 0
    for separator in SEPARATORS:
        top = islice(_lines(text, separator, limits), limits.header)
        hits = max((sum(1 for t in cells if _hit(t, known)) for _, cells in top), default=0)
        if hits > max(most, 1):
            best, most = separator, hits
    return best


def _hit(text: str, known: Recogniser | None) -> bool:
    return bool(text) and (known is None or known(text))


def _lines(text: Text, separator: str, limits: Limits) -> Iterator[Line]:
    number = 0
    with text.open() as file:
        try:
            for number, cells in enumerate(csv.reader(file, delimiter=separator), start=1):
                yield (
                    number,
                    [
                        _plain(cell) if cell[:1] in WRAPPED else cell
                        for cell in map(str.strip, cells)
                    ],
                )
        except csv.Error as error:
            raise Refused([CellTooLong(row=number + 1, limit=limits.cell)]) from error


def _plain(text: str) -> str:
    return unguarded(text).strip()
