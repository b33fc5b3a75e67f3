"""A workbook is an archive from a stranger: it is measured and copied clean before it is read.

The reader behind us is given only parts that were inflated here, under a limit, and searched for
declarations; so neither a bomb, nor a size that lies, nor macros or links to elsewhere reach it.
"""

import io
import re
import struct
import zipfile
import zlib

from goodstanding.files.refusals import (
    ArchiveTooLarge,
    ArchiveTooManyParts,
    EncryptedWorkbook,
    NotASpreadsheet,
    UnsafeMarkup,
)
from goodstanding.files.sheet import Limits
from goodstanding.rules.errors import Refused

PARTS = {"[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
FOLDERS = re.compile(r"xl/(?:worksheets/)?[^/]+\.xml")
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
OTHER_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", re.IGNORECASE)
LOCAL_HEADER = struct.Struct("<4s22xHH")
STORED, DEFLATED = 0, 8
CHUNK = 1 << 20


def parts(data: bytes, *, limits: Limits) -> dict[str, bytes]:
    """The parts of a workbook that hold cells, inflated under the limit and free of declarations.

    ``data``: the bytes of the archive. Raises `NotASpreadsheet`, `EncryptedWorkbook`,
    `ArchiveTooManyParts`, `ArchiveTooLarge`, `UnsafeMarkup`.
    """
    members = _members(data, limits)
    room = limits.inflated
    kept: dict[str, bytes] = {}
    for member in members:
        if not _holds_cells(member.filename):
            continue
        text = _inflate(data, member, room, limits)
        room -= len(text)
        kept[member.filename] = _safe(text)
    if not any(name.lower() == "xl/workbook.xml" for name in kept):
        raise Refused([NotASpreadsheet(found="zip")])
    return kept


def pack(kept: dict[str, bytes]) -> bytes:
    """The same parts as a plain archive, nothing else in it."""
    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as archive:
        for name, text in kept.items():
            archive.writestr(name, text)
    return clean.getvalue()


def _members(data: bytes, limits: Limits) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
        raise Refused([NotASpreadsheet(found="zip")]) from error
    if len(members) > limits.parts:
        raise Refused([ArchiveTooManyParts(parts=len(members), limit=limits.parts)])
    if sum(member.file_size for member in members) > limits.inflated:
        raise Refused([ArchiveTooLarge(limit=limits.inflated)])
    if any(member.flag_bits & 1 for member in members):
        raise Refused([EncryptedWorkbook()])
    names = {member.filename.lower() for member in members}
    if len(names) < len(members):  # two readers could each take another of the two
        raise Refused([NotASpreadsheet(found="zip")])
    return members


def _holds_cells(name: str) -> bool:
    lower = name.lower()
    return lower in PARTS or FOLDERS.fullmatch(lower) is not None


def _inflate(data: bytes, member: zipfile.ZipInfo, room: int, limits: Limits) -> bytes:
    raw = _raw(data, member)
    if member.compress_type == STORED:
        text = raw
    elif member.compress_type == DEFLATED:
        text = _deflated(raw, room + 1)
    else:
        raise Refused([NotASpreadsheet(found="zip")])
    if len(text) > room:
        raise Refused([ArchiveTooLarge(limit=limits.inflated)])
    return text


def _raw(data: bytes, member: zipfile.ZipInfo) -> bytes:
    at = member.header_offset
    if at < 0 or at + 30 > len(data) or data[at : at + 4] != b"PK\x03\x04":
        raise Refused([NotASpreadsheet(found="zip")])
    _, name, extra = LOCAL_HEADER.unpack_from(data, at)
    start = at + 30 + name + extra
    return data[start : start + member.compress_size]


def _deflated(raw: bytes, most: int) -> bytes:
    # The size written in the archive may lie, so what comes out is what is counted.
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    out = bytearray()
    try:
        while raw and len(out) < most and not engine.eof:
            out += engine.decompress(raw, min(CHUNK, most - len(out)))
            raw = engine.unconsumed_tail
    except zlib.error as error:
        raise Refused([NotASpreadsheet(found="zip")]) from error
    return bytes(out)


def _safe(text: bytes) -> bytes:
    text = text.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in WIDE_TEXT or OTHER_ENCODING.search(text[:200]):
        raise Refused([NotASpreadsheet(found="XML")])
    if DECLARATION.search(text):
        raise Refused([UnsafeMarkup()])
    return text
