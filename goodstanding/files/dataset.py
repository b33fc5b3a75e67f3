"""Rows to CSV and JSON lines at once, each row with its hash: one pass, one row in memory."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from goodstanding.files.writing import guarded

Value = str | int | bool | date | None
#: Bytes a spreadsheet knows UTF-8 by.
BOM = b"\xef\xbb\xbf"
HASH = "hash"
_WORDS = {True: "true", False: "false", None: ""}
#: Written to the disk in pieces of about this size.
_PIECE = 1 << 20
_encode = msgspec.json.Encoder().encode


class Written(NamedTuple):
    """How many rows, and the hash over the hashes of the rows in their order."""

    rows: int
    digest: str


def write(
    rows: Iterable[Sequence[Value]], columns: Sequence[str], *, lines: Path, table: Path
) -> Written:
    """Write the rows as JSON lines and as CSV (UTF-8 with BOM), a hash at the end of each.

    A cell of the CSV file that a spreadsheet could compute begins with an apostrophe, as in
    `writing.csv_bytes`; nothing is lost, since a text that begins with one gets another.

    Args:
        rows: the values in the order of the columns, an empty text as None.
        columns: the names; the hash comes behind them.
        lines: the JSON-lines file.
        table: the CSV file.
    """
    count, over = 0, sha256()
    with lines.open("wb", _PIECE) as whole, _table(table) as sheet:
        csv.writer(sheet).writerow([*columns, HASH])
        writer = csv.writer(sheet)
        for values in rows:
            body = _encode(dict(zip(columns, values, strict=True)))
            digest = sha256(body).hexdigest()
            over.update(digest.encode())
            whole.write(b'%s,"hash":"%s"}\n' % (body[:-1], digest.encode()))
            writer.writerow([*map(_cell, values), digest])
            count += 1
    return Written(count, over.hexdigest())


@contextmanager
def _table(file: Path) -> Iterator[IO[str]]:
    with file.open("wb", _PIECE) as raw:
        raw.write(BOM)
        with io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
            yield text


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return guarded(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return str(value)


def digest_of(file: Path) -> str:
    """SHA-256 of a file in hex, read in pieces."""
    found = sha256()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
