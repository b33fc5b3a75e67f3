"""A table as read: its columns and, one after another, its rows of text."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from goodstanding.rules.errors import Refusal

Recogniser = Callable[[str], bool]
NO_FLAWS: Mapping[str, Refusal] = {}


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a file is read before it is refused.

    ``size`` and ``inflated`` in bytes (the file, and what it unpacks to), ``cell`` in characters,
    ``header`` is the number of top rows in which the header is looked for.
    """

    size: int = 40_000_000
    inflated: int = 400_000_000
    parts: int = 1_000
    columns: int = 200
    rows: int = 200_000
    cells: int = 8_000_000
    cell: int = 32_767
    header: int = 20


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its number as the spreadsheet shows it, its cells by column name, and their flaws.

    Empty cells are left out. ``flaws`` names the cells whose text cannot be trusted
    (a formula, lost digits) with the refusal that says so.
    """

    number: int
    cells: Mapping[str, str]
    flaws: Mapping[str, Refusal] = NO_FLAWS


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a table, and its rows in order; the rows can be walked once."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
