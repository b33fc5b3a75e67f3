"""What a file of the folder is, and how tables become files."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.files.workbooks import saved
from tests.rules.penalty_rows import TITLES, penalty

Cells = dict[str, Any]
PARTY_AND_ALL = tuple(penalty(1))


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file and its report: either the codes it is refused with, or the four counts.

    ``expected``: ``HeaderNotFound``, or ``accepted/duplicates/rejected/quarantined`` and the codes
    told of the rows, in alphabetical order.
    """

    name: str
    make: Callable[[], bytes]
    expected: str
    kind: str = "penalty"


def files(*table: tuple[str, Callable[[], bytes], str], kind: str = "penalty") -> tuple[File, ...]:
    """The files of a table: name, how it is made, what is expected."""
    return tuple(File(name=n, make=make, expected=said, kind=kind) for n, make, said in table)


def grid(rows: Sequence[Cells], columns: Sequence[str] | None = None) -> list[list[Any]]:
    """Header and rows; the columns are those of the rows where none are given."""
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    return [list(columns), *([row.get(name) for name in columns] for row in rows)]


def printed(rows: Sequence[Cells]) -> list[Cells]:
    """The rows under the printed headers."""
    return [{TITLES.get(name, name): text for name, text in row.items()} for row in rows]


def book(
    *rows: Cells,
    above: Sequence[Sequence[Any]] = (),
    shape: Callable[[Worksheet], None] | None = None,
    change: Callable[[openpyxl.Workbook], None] | None = None,
) -> bytes:
    """A workbook of the rows: lines ``above`` first, then the sheet and the book are changed."""
    made = openpyxl.Workbook()
    page = made.active
    for line in (*above, *grid(rows)):
        page.append(line)
    if shape:
        shape(page)
    if change:
        change(made)
    return saved(made)


def text(
    *rows: Cells, separator: str = ",", end: str = "\r\n", above: str = "", encoding: str = "utf-8"
) -> bytes:
    """The rows as a text table."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(grid(rows))
    return (above + out.getvalue()).encode(encoding)
