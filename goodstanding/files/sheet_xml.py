"""What the sheets' own XML tells: which part is which sheet, how far cells reach, where formulas are.

The reader of cells answers none of this, and lays out a whole rectangle up to the last cell: one
cell in the far corner would ask for all the memory there is.
"""

import re
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree import ElementTree  # declarations were refused before: there is nothing to expand

from goodstanding.files.refusals import (
    FormulaUnplaced,
    NotASpreadsheet,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
)
from goodstanding.files.sheet import Limits
from goodstanding.rules.errors import Refused

RELATION = re.compile(r"\{[^}]*/relationships\}id")
# Addresses worth a look: beyond column Z, or beyond row 9999. The rest are within any limit. The
# first pattern is fast because it begins with a fixed text; odd spellings are left to the second.
FAR = re.compile(rb'r="(?:([A-Za-z]{2,})(\d+)|([A-Za-z])(\d{5,}))"[^>]*?(/?)>')
FAR_IN_ANY_SPELLING = re.compile(
    rb"""\br\s*=\s*["'](?:([A-Za-z]{2,})(\d+)|([A-Za-z])(\d{5,}))["'][^>]*?(/?)>"""
)
ODD = tuple(b"r" + odd for odd in (b" ", b"\t", b"\n", b"\r", b"='", b"= ", b"=\t", b"=\n", b"=\r"))
FORMULA = re.compile(rb"<(?:\w+:)?f(?=[\s>/])([^>]*)>")
CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["']""")
SPREAD = re.compile(rb"""\bref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']""")
NEAR_COLUMNS, NEAR_ROWS = 26, 9999
LOOK_BACK = 2_000

Place = tuple[int, int]


def part_names(parts: dict[str, bytes]) -> dict[str, str]:
    """The part of the archive behind each sheet name; raises `NotASpreadsheet`."""
    lower = {name.lower(): name for name in parts}
    try:
        book = ElementTree.fromstring(parts[lower["xl/workbook.xml"]])
        links = ElementTree.fromstring(parts[lower["xl/_rels/workbook.xml.rels"]])
    except (KeyError, ElementTree.ParseError) as error:
        raise Refused([NotASpreadsheet(found="XML")]) from error
    targets = {link.get("Id", ""): _part(link.get("Target", "")) for link in links}
    found = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            relation = next((v for k, v in sheet.items() if RELATION.fullmatch(k)), "")
            found[sheet.get("name", "")] = lower.get(targets.get(relation, "").lower(), "")
    return found


def _part(target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))


def refuse_far_cells(text: bytes, *, limits: Limits) -> None:
    """Refuse a sheet whose filled cells span more than the limits.

    ``text``: the XML of the sheet. Cells that are only formatted do not count. Raises
    `TooManyColumns`, `TooManyRows`, `TooManyCells`.
    """
    widest, longest = 0, 0
    start = max(text.find(b"sheetData"), 0)
    odd = any(text.find(odd, start) >= 0 for odd in ODD)
    for found in (FAR_IN_ANY_SPELLING if odd else FAR).finditer(text, start):
        letters, row = found[1] or found[3], found[2] or found[4]
        if not found[5]:
            widest = max(widest, column_number(letters))
            longest = max(longest, int(row[:9]))
    if widest > limits.columns + NEAR_COLUMNS:
        raise Refused([TooManyColumns(limit=limits.columns)])
    if longest > limits.rows + limits.header:
        raise Refused([TooManyRows(limit=limits.rows)])
    if max(widest, NEAR_COLUMNS) * max(longest, NEAR_ROWS) > limits.cells:
        raise Refused([TooManyCells(limit=limits.cells)])


def formulas(text: bytes) -> frozenset[Place]:
    """The places (row, column; both from 1) whose value a formula makes; `FormulaUnplaced`."""
    places: set[Place] = set()
    if b"<f" not in text and b":f" not in text:
        return frozenset()
    for found in FORMULA.finditer(text):
        places.update(_spread(found[1]))
        places.add(_cell_before(text, found.start()))
    return frozenset(places)


def _cell_before(text: bytes, at: int) -> Place:
    cell = text.rfind(b"<", max(0, at - LOOK_BACK), at)
    found = CELL.match(text, cell) if cell >= 0 else None
    if found is None:
        raise Refused([FormulaUnplaced()])
    return int(found[2]), column_number(found[1])


def _spread(attributes: bytes) -> Iterator[Place]:
    # An array formula fills the cells of its range, though only the first of them carries it.
    found = SPREAD.search(attributes)
    if found is None:
        return
    first, last = column_number(found[1]), column_number(found[3])
    top, bottom = int(found[2]), int(found[4])
    if (last - first + 1) * (bottom - top + 1) > 1_000_000:
        raise Refused([FormulaUnplaced()])
    for row in range(top, bottom + 1):
        for column in range(first, last + 1):
            yield row, column


def column_number(letters: bytes) -> int:
    """The number of a column, counted from 1: ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column, counted from 1: 27 is ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
