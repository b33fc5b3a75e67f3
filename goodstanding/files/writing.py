"""Rows of text to a workbook or CSV file that a spreadsheet neither alters nor executes."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goodstanding.files.delimited import GUARDED

Cells = Mapping[str, str]
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}
WIDTH = 24


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet of a workbook: its name, its columns, and its rows by column."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Cells]


def workbook_bytes(
    rows: Iterable[Cells], columns: Sequence[str], *, sheet: str = "Sheet1"
) -> bytes:
    """A workbook of the rows under the columns, on one sheet; else as `tables_bytes`."""
    return tables_bytes([Table(name=sheet, columns=columns, rows=rows)])


def tables_bytes(tables: Iterable[Table]) -> bytes:
    """A workbook with a sheet for each table; every cell is text, so that codes keep each digit.

    Nothing in it is a formula or a link, whatever a text begins with.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {**OPTIONS, "in_memory": True}) as book:
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"bold": True, "num_format": "@"})
        for table in tables:
            page = book.add_worksheet(table.name)
            write_header(page, table.columns, bold, text)
            _write_rows(page, table, text)
    return out.getvalue()


def _write_rows(page: Worksheet, table: Table, text: Format) -> None:
    for at, cells in enumerate(table.rows, start=1):
        for column, name in enumerate(table.columns):
            if cells.get(name):
                page.write_string(at, column, cells[name], text)


def write_header(page: Worksheet, columns: Sequence[str], bold: Format, text: Format) -> None:
    """The first row, kept in sight, over columns whose cells are text from the start."""
    page.set_column(0, max(len(columns) - 1, 0), WIDTH, text)
    page.freeze_panes(1, 0)
    for at, name in enumerate(columns):
        page.write_string(0, at, name, bold)


def csv_bytes(rows: Iterable[Cells], columns: Sequence[str]) -> bytes:
    """A CSV file (UTF-8 with BOM) of the rows under the columns.

    A cell that begins with ``= + - @``, a tab, a carriage return or an apostrophe gets an
    apostrophe before it, so that no spreadsheet computes it; our reader takes it away again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(name) for name in columns])
    for cells in rows:
        writer.writerow([guarded(cells.get(name, "")) for name in columns])
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{text}" if text[:1] and text[0] in GUARDED else text
