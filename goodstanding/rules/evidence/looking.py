"""What a file is, by its own first bytes and never by its name; and the text hidden in a picture."""

import re
from collections.abc import Iterator
from enum import StrEnum

from goodstanding.rules.errors import Refusal
from goodstanding.rules.evidence import refusals as no
from goodstanding.rules.persons import IDENTITY_KINDS, findings

MEGABYTES = 10
LARGEST = MEGABYTES * 1024 * 1024
MOST_FILES = 20
LONGEST_LABEL = 100
_TEXT_CHUNKS = (b"tEXt", b"iTXt", b"zTXt", b"eXIf")
_PDF = re.compile(rb"%PDF-[12]\.\d")
_START_OF_SCAN = 0xDA


class Media(StrEnum):
    """The kinds of file that are taken."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}[self.value]


def media_of(data: bytes) -> Media | None:
    """The kind of a file by its signature; None for any other."""
    if _PDF.match(data):
        return Media.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Media.PNG
    return Media.JPEG if data.startswith(b"\xff\xd8\xff") else None


def size_refusals(data: bytes) -> list[Refusal]:
    """Whether there is anything in it, and not too much, of a kind that is taken."""
    if not data:
        return [no.EvidenceEmpty()]
    if len(data) > LARGEST:
        return [no.EvidenceTooLarge(megabytes=MEGABYTES)]
    return [] if media_of(data) else [no.EvidenceTypeUnknown()]


def label_refusals(label: str) -> list[Refusal]:
    """What a file shows is said in a few words, without anybody's number."""
    if not label.strip():
        return [no.EvidenceLabelMissing()]
    if len(label) > LONGEST_LABEL:
        return [no.EvidenceLabelTooLong(characters=LONGEST_LABEL)]
    return person_refusals([label])


def person_refusals(texts: list[str]) -> list[Refusal]:
    """One refusal if any of these texts holds a citizen's identity number; it never repeats it."""
    held = (found.kind in IDENTITY_KINDS for text in texts for found in findings(text))
    return [no.EvidenceNamesPerson()] if any(held) else []


def text_in_picture(media: Media, data: bytes) -> str:
    """What is written beside the pixels of a picture: comments and facts of the camera."""
    parts = _png(data) if media is Media.PNG else _jpeg(data)
    return "\n".join(part.decode("utf-8", "replace") for part in parts)


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] in _TEXT_CHUNKS:
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _START_OF_SCAN:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
