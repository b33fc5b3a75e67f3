"""The empty workbook of a kind of file: columns, drop-downs, and its version on a hidden sheet."""

import io
from collections.abc import Sequence
from typing import Protocol

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from goodstanding.files.writing import OPTIONS, write_header

ROWS = 10_000  # as far as drop-downs reach
VERSION_SHEET = "_version"


class TemplateColumn(Protocol):
    """One column of a template."""

    @property
    def code(self) -> str:
        """Its field code."""

    @property
    def title(self) -> str:
        """Its printed header."""

    @property
    def required(self) -> bool:
        """Whether every row needs it."""

    @property
    def form(self) -> str:
        """``date``, ``amount``, ``code`` or ``text``."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What to choose from; several may be joined with a semicolon."""


HINTS = {"date": "2026-03-01", "amount": "0.2 = 2000 元", "code": "18"}


def template_bytes(columns: Sequence[TemplateColumn], *, kind: str, version: str) -> bytes:
    """The workbook to fill in: needed columns marked with a star, all cells text, choices offered.

    ``kind`` and ``version`` stand on a hidden sheet, so that an old template is recognised.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {**OPTIONS, "constant_memory": False, "in_memory": True}) as book:
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"bold": True, "num_format": "@", "text_wrap": True})
        page = book.add_worksheet(kind)
        names = [column.title + (" *" if column.required else "") for column in columns]
        write_header(page, names, bold, text)
        for at, column in enumerate(columns):
            _help(page, at, column)
        hidden = book.add_worksheet(VERSION_SHEET)
        hidden.write_row(0, 0, ["kind", kind])
        hidden.write_row(1, 0, ["version", version])
        hidden.hide()
    return out.getvalue()


def _help(page: Worksheet, at: int, column: TemplateColumn) -> None:
    if column.choices:
        # A warning, not a stop: several choices may stand in one cell.
        rule = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
        page.data_validation(1, at, ROWS, at, rule)
    elif hint := HINTS.get(str(column.form)):
        rule = {"validate": "any", "input_title": column.code, "input_message": hint}
        page.data_validation(1, at, ROWS, at, rule)
