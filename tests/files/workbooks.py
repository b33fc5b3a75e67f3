"""Workbooks and archives for tests, the hostile ones too, built anew each time."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

NAMES = frozenset("abcdefgh")


def known(text: str) -> bool:
    """Column names of the tests: single letters."""
    return text in NAMES


def workbook(*rows: Sequence[Any], shape: Callable[[Worksheet], None] | None = None) -> bytes:
    """A workbook with these rows on its first sheet."""
    book = openpyxl.Workbook()
    page = book.active
    for row in rows:
        page.append(row)
    if shape:
        shape(page)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The archive with each part passed through ``change`` (none leaves it out)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = change(name, old.read(name))
            if text is not None:
                new.writestr(name, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def with_parts(data: bytes, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive with more parts in it."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)
    return out.getvalue()


def lying_about(data: bytes, name: str, size: int) -> bytes:
    """The archive whose directory says that a part is ``size`` bytes when inflated."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        local = archive.getinfo(name).header_offset
    raw = bytearray(data)
    struct.pack_into("<I", raw, local + 22, size)
    entry = raw.find(b"PK\x01\x02")
    while entry >= 0:
        length = struct.unpack_from("<H", raw, entry + 28)[0]
        if raw[entry + 46 : entry + 46 + length] == name.encode():
            struct.pack_into("<I", raw, entry + 24, size)
        entry = raw.find(b"PK\x01\x02", entry + 4)
    return bytes(raw)
