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
    top = _top(source, limits)
    if top.startswith(b"PK\x03\x04"):
        return excel.read(_bytes(source), known=known, limits=limits)
    if top.startswith(OLE):
        sealed = SEALED in _bytes(source)
        raise Refused([EncryptedWorkbook() if sealed else OldWorkbookFormat()])
    start = top.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start or start.startswith(NOT_TABLES):
        raise Refused([NotASpreadsheet(found=_found(start))])
    if start.startswith(b"{"):
        return json_lines.read(source, known=known, limits=limits)
    return delimited.read(source, known=known, limits=limits)


def _top(source: Path | bytes, limits: Limits) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.size:
        raise Refused([FileTooLarge(size=size, limit=limits.size)])
    if isinstance(source, bytes):
        return source[:64]
    with source.open("rb") as file:
        return file.read(64)


def _bytes(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _found(start: bytes) -> str:
    return "markup" if start.startswith(b"<") else "empty" if not start else "another format"
