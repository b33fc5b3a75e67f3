"""A file of codes: a workbook or table with a column of them, or one code a line."""

import re
from pathlib import Path

from goodstanding.files.delimited import decode
from goodstanding.files.reading import read
from goodstanding.files.refusals import HeaderNotFound
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.official_columns import BY_NAME, plain

CODE_COLUMNS = ("CF_XDR_SHXYM", "XK_XDR_SHXYM", "ED_CODE")
NAMES = {"CODE", "统一社会信用代码"} | {
    name
    for table in BY_NAME.values()
    for name, column in table.items()
    if column.code in CODE_COLUMNS
}
KNOWN = NAMES.union(*BY_NAME.values())
WORKBOOK = b"PK"
SEPARATOR = re.compile("[,;\t]")


def codes_in(file: Path) -> list[tuple[int, str]]:
    """Every row's number and code; an empty row is none.

    The column is the one named as a code; without such a name, the file is read line by line.
    Raises `Refused` as `files.reading.read` does.
    """
    try:
        sheet = read(file, known=lambda name: plain(name) in KNOWN)
        named = next((name for name in sheet.columns if _is_code_column(name)), None)
        if named is not None:
            found = [(row.number, row.cells.get(named, "")) for row in sheet.rows]
            return [(number, code) for number, code in found if code]
    except Refused as refused:
        if file.read_bytes().startswith(WORKBOOK) or not _is_plain(refused):
            raise
    return _lines(file)


def _is_code_column(name: str) -> bool:
    return plain(name) in NAMES


def _is_plain(refused: Refused) -> bool:
    return any(isinstance(each, HeaderNotFound) for each in refused.refusals)


def _lines(file: Path) -> list[tuple[int, str]]:
    text = decode(file.read_bytes()).splitlines()
    cells = [
        (number, [cell.strip(" \"'") for cell in SEPARATOR.split(line)])
        for number, line in enumerate(text, start=1)
    ]
    at = 0
    if cells and any(_is_named(cell) for cell in cells[0][1]):
        at = [_is_named(cell) for cell in cells.pop(0)[1]].index(True)
    found = [(number, row[at] if at < len(row) else "") for number, row in cells]
    return [(number, code) for number, code in found if code]


def _is_named(cell: str) -> bool:
    return _is_code_column(cell) and not judge(cell).valid
