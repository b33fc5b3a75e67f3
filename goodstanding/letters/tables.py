"""A sheet of facts and tables as a PDF, in the words it is given: accessible, its fonts within."""

from datetime import date

import msgspec

from goodstanding.letters.printing import printed


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table with what stands above it; one without rows is left out."""

    heading: str
    about: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet in one language (``zh`` or ``en``): facts as name and value, tables, and a last line."""

    language: str
    title: str
    on: date
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    foot: str


def sheet_pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF. Its texts are handed over as data: nothing in them is ever markup."""
    return printed("tables.typ", {"sheet": msgspec.json.encode(sheet).decode()})
