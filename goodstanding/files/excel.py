"""Workbooks (.xlsx): measured and cleaned first, then read by a library, then made plain text."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from goodstanding.files import archive, sheet_xml
from goodstanding.files.refusals import (
    DigitsLost,
    FormulaInCell,
    HeaderNotFound,
    NotASpreadsheet,
    SeveralSheets,
)
from goodstanding.files.rows import Line, under_header
from goodstanding.files.sheet import Limits, Recogniser, Sheet
from goodstanding.rules.errors import Refusal, Refused

EXACT = 10**15  # a spreadsheet number keeps 15 digits; what is longer has lost its last ones
FINAL = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)


def read(data: bytes, *, known: Recogniser | None, limits: Limits) -> Sheet:
    """The one visible sheet that holds a table.

    ``data``: the bytes of the file. Dates come as ISO text, numbers as plain decimal text of up to
    15 digits; a formula and a longer number are flaws of their cell. Raises, besides what
    `archive.parts` and `header.find` raise, `SeveralSheets` and `NotASpreadsheet`.
    """
    parts = archive.parts(data, limits=limits)
    places = sheet_xml.part_names(parts)
    for name in places.values():
        sheet_xml.refuse_far_cells(parts.get(name, b""), limits=limits)
    found = _tables(_open(archive.pack(parts)), parts, places, known, limits)
    if not found:
        raise Refused([HeaderNotFound(rows=limits.header)])
    if len(found) > 1:
        raise Refused([SeveralSheets(sheets=sorted(found))])
    return next(iter(found.values()))


def _tables(
    book: CalamineWorkbook,
    parts: dict[str, bytes],
    places: dict[str, str],
    known: Recogniser | None,
    limits: Limits,
) -> dict[str, Sheet]:
    found: dict[str, Sheet] = {}
    others: list[Refusal] = []
    for name in _visible(book):
        try:
            text = parts.get(places.get(name, ""), b"")
            found[name] = _table(_sheet(book, name), text, known=known, limits=limits)
        except Refused as refused:
            others += refused.refusals
        if known is None and found:  # nobody says what a table looks like: the first one is meant
            break
    telling = [refusal for refusal in others if not isinstance(refusal, HeaderNotFound)]
    if telling and not found:
        raise Refused(telling)
    return found


def _visible(book: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _table(sheet: CalamineSheet, text: bytes, *, known: Recogniser | None, limits: Limits) -> Sheet:
    by_row = _by_row(sheet_xml.formulas(text))
    lost: dict[int, dict[int, Refusal]] = {}

    def flaws_of(number: int, _: Sequence[str]) -> dict[int, Refusal]:
        flaws = lost.pop(number, {})
        return flaws | {at: FormulaInCell() for at in by_row.get(number, ())}

    lines = chain(_lines(sheet, lost), _lines_beyond(sheet, by_row))
    return under_header(lines, known=known, limits=limits, flaws_of=flaws_of)


def _by_row(places: frozenset[sheet_xml.Place]) -> dict[int, list[int]]:
    by_row: dict[int, list[int]] = {}
    for row, column in places:
        by_row.setdefault(row, []).append(column - 1)
    return by_row


def _lines(sheet: CalamineSheet, lost: dict[int, dict[int, Refusal]]) -> Iterator[Line]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        for at, cell in enumerate(cells):
            if type(cell) is float and abs(cell) >= EXACT:
                lost.setdefault(number, {})[at] = DigitsLost()
        yield number, [cell.strip() if type(cell) is str else plain(cell) for cell in cells]


def _lines_beyond(sheet: CalamineSheet, by_row: dict[int, list[int]]) -> Iterator[Line]:
    # Formulas that were never computed have no value, and the reader stops at the last value.
    last = sheet.end[0] + 1 if sheet.end else 0
    for number in sorted(row for row in by_row if row > last):
        yield number, ()


def plain(cell: Any) -> str:
    """A cell as text: dates in ISO form, numbers without exponent, at most 15 digits of them."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if _midnight(cell) else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second or moment.microsecond)


def _number(number: float) -> str:
    if abs(number) < EXACT and number == int(number):
        return str(int(number))
    return format(Decimal(format(number, ".15g")), "f")


def _open(clean: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(clean))
    except FINAL:
        raise
    except BaseException as error:  # the reader, written in Rust, panics with no plain Exception
        raise Refused([NotASpreadsheet(found="xlsx")]) from error


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except FINAL:
        raise
    except BaseException as error:
        raise Refused([NotASpreadsheet(found="xlsx")]) from error
