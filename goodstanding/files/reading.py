"""One door for every kind of file: what it is, is told by its bytes, never by its name."""

from pathlib import Path

from goodstanding.files import delimited, excel, json_lines
from goodstanding.files.refusals import (
    EncryptedWorkbook,
    FileTooLarge,
    NotASpreadsheet,
    OldWorkbookFormat,
)
from goodstanding.files.sheet import Limits, Recogniser, Sheet
from goodstanding.rules.errors import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEALED = "EncryptedPackage".encode("utf-16-le")
NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<", b"\x1f\x8b", b"Rar!", b"7z")


def read(
    source: Path | bytes, *, limits: Limits | None = None, known: Recogniser | None = None
) -> Sheet:
    """The table in a workbook, a CSV file or JSON lines.

    ``source``: the file's path or its bytes. ``known``: whether a text is one of the column names
    expected; it finds the header below titles. Raises `Refused` with a refusal of
    `files.refusals`; those that need the whole file are raised while the rows are walked.
    """
    limits = limits or Limits()
    data = _bytes(source, limits)
    if data.startswith(b"PK\x03\x04"):
        return excel.read(data, known=known, limits=limits)
    if data.startswith(OLE):
        raise Refused([EncryptedWorkbook() if SEALED in data else OldWorkbookFormat()])
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start or start.startswith(NOT_TABLES):
        raise Refused([NotASpreadsheet(found=_found(start))])
    if start.startswith(b"{"):
        return json_lines.read(data, known=known, limits=limits)
    return delimited.read(data, known=known, limits=limits)


def _bytes(source: Path | bytes, limits: Limits) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.size:
        raise Refused([FileTooLarge(size=size, limit=limits.size)])
    return source if isinstance(source, bytes) else source.read_bytes()


def _found(start: bytes) -> str:
    return "markup" if start.startswith(b"<") else "empty" if not start else "another format"
