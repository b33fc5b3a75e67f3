"""An old copy as its lines: our files as CSV, JSON lines or Parquet, or a list of ids and versions."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from goodstanding.files import parquet
from goodstanding.files.reading import read
from goodstanding.files.refusals import FileTooLarge, TooManyRows
from goodstanding.files.sheet import Limits
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.rules.opendata.copies import CopyLine

COLUMNS = ("record", "version", "not_after", "position", "withdrawn_on")
LIMITS = Limits(size=16_000_000, rows=200_000)
_PARQUET = b"PAR1"
_ID = re.compile(r"[a-z]-[0-9a-f-]{1,40}\b")
_LISTED = re.compile(rf"\s*({_ID.pattern})[\s,;]*(\d{{1,6}})?\s*", re.ASCII)
_LONGEST_TOP = 4_096


class NoLineOfOurs(Refusal):
    """No line names a record of this register. Send a file of the open data, or record numbers."""


def copied(data: bytes) -> list[CopyLine]:
    """The lines of a copy, in order; raises `Refused` for what is none, or too large.

    Nothing of it is kept anywhere.
    """
    if len(data) > LIMITS.size:
        raise Refused([FileTooLarge(size=len(data), limit=LIMITS.size)])
    lines = list(_listed(data) if _is_list(data) else _table(data))
    if not lines:
        raise Refused([NoLineOfOurs()])
    return lines


def _is_list(data: bytes) -> bool:
    top = data[:_LONGEST_TOP].decode("utf-8-sig", errors="replace").lstrip()
    return bool(_LISTED.match(top)) and not data.startswith(_PARQUET)


def _listed(data: bytes) -> Iterator[CopyLine]:
    rows = data.decode("utf-8-sig", errors="replace").splitlines()
    if len(rows) > LIMITS.rows:
        raise Refused([TooManyRows(limit=LIMITS.rows)])
    for number, text in enumerate(rows, start=1):
        if found := _LISTED.fullmatch(text):
            version = found[2]
            yield CopyLine(
                number=number, record=found[1], version=int(version) if version else None
            )


def _table(data: bytes) -> Iterator[CopyLine]:
    if data.startswith(_PARQUET):
        rows = enumerate(parquet.rows(data, COLUMNS, limits=LIMITS), start=1)
    else:
        sheet = read(data, limits=LIMITS, known=COLUMNS.__contains__)
        rows = ((row.number, row.cells) for row in sheet.rows)
    for number, cells in rows:
        if _ID.fullmatch(cells.get("record", "")):
            yield _line(number, cells)


def _line(number: int, cells: Mapping[str, str]) -> CopyLine:
    return CopyLine(
        number=number,
        record=cells["record"],
        version=_number(cells.get("version", "")),
        not_after=_day(cells.get("not_after", "")),
        position=_number(cells.get("position", "")),
        notice=bool(cells.get("withdrawn_on")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
