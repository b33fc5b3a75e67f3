"""A file of codes: a workbook or table with a column of them, or one code a line."""

import re
from pathlib import Path

from goodstanding.files.reading import read
from goodstanding.files.refusals import HeaderNotFound
from goodstanding.files.text import decode
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.official_columns import BY_NAME, plain
from goodstanding.rules.older_columns import BY_OLDER_NAME

CODE_COLUMNS = tuple(
    "CF_XDR_SHXYM XK_XDR_SHXYM ED_CODE AO_CODE SL_CODE HO_CODE CP_CODE IR_CODE".split()
)
NAMES = {"CODE", "统一社会信用代码"} | {
    name
    for table in BY_NAME.values()
    for name, column in table.items()
    if column.code in CODE_COLUMNS
}
KNOWN = NAMES.union(*BY_NAME.values(), *BY_OLDER_NAME.values())
WORKBOOK = b"PK"
SEPARATOR = re.compile("[,;\t，；、|]")


def codes_in(source: Path | bytes) -> list[tuple[int, str]]:
    """Every row's number and code; an empty row is none.

    The column is the one named as a code; without such a name, the file is read line by line.
    Raises `Refused` as `files.reading.read` does.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        sheet = read(data, known=lambda name: plain(name) in KNOWN)
        named = next((name for name in sheet.columns if _is_code_column(name)), None)
        if named is not None:
            found = [(row.number, row.cells.get(named, "")) for row in sheet.rows]
            return [(number, code) for number, code in found if code]
    except Refused as refused:
        if data.startswith(WORKBOOK) or not _is_plain(refused):
            raise
    return codes_of_text(decode(data))


def _is_code_column(name: str) -> bool:
    return plain(name) in NAMES


def _is_plain(refused: Refused) -> bool:
    return any(isinstance(each, HeaderNotFound) for each in refused.refusals)


def codes_of_text(text: str) -> list[tuple[int, str]]:
    """Every line's number and code, the first that is one; else the first cell of the line.

    A first line with the name of a column says instead which cell it is.
    """
    lines = [(n, _cells(line)) for n, line in enumerate(text.splitlines(), start=1)]
    at = None
    if lines and any(_is_named(cell) for cell in lines[0][1]):
        at = [_is_named(cell) for cell in lines.pop(0)[1]].index(True)
    found = [(number, _code(cells, at)) for number, cells in lines]
    return [(number, code) for number, code in found if code]


def _cells(line: str) -> list[str]:
    return [cell.strip(" \"'\u3000") for cell in SEPARATOR.split(line)]


def _code(cells: list[str], at: int | None) -> str:
    if at is not None:
        return cells[at] if at < len(cells) else ""
    words = (word for cell in cells for word in (cell, *cell.split()))
    return next((word for word in words if judge(word).valid), cells[0])


def _is_named(cell: str) -> bool:
    return _is_code_column(cell) and not judge(cell).valid
