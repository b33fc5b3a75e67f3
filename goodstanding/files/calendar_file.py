"""All-day events as a calendar file (RFC 5545) that may be read in again and again.

An event keeps its id, and each file a higher sequence and a later stamp: a calendar that has read
an earlier one replaces what it has. Days need no time zone: they are the legal days as they are.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import msgspec

#: RFC 5545, 3.1: no line is longer than this, its end not counted.
_LONGEST = 75
_LINE_END = "\r\n"
# 3.3.11: these have a meaning of their own in a text. The backslash goes first.
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n"))


class Standing(StrEnum):
    """How sure an event is; the words are those of RFC 5545, 3.8.1.11."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a day; ``id`` is the same in every file, ``url`` an address to read on."""

    id: str
    day: date
    standing: Standing
    title: str
    text: str
    url: str


def calendar_bytes(
    events: Iterable[Event], *, name: str, language: str, sequence: int, at: datetime
) -> bytes:
    """The events as one calendar called ``name``.

    Args:
        language: of the texts, as in ``zh-Hans``.
        sequence: never lower than in an earlier file (RFC 5545, 3.8.7.4).
        at: aware; when the file was made.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Goodstanding//Days of an organisation//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Asia/Shanghai",
    ]
    for event in events:
        lines += _lines(event, sequence=sequence, at=at)
    return "".join(map(folded, [*lines, "END:VCALENDAR"])).encode()


def _lines(event: Event, *, sequence: int, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"STATUS:{event.standing}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(event.text)}",
        f"URL:{event.url}",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """The text as a value: what would end it or begin another is escaped, control signs are gone."""
    for sign, instead in _ESCAPES:
        text = text.replace(sign, instead)
    return "".join(each for each in text if each >= " " and each != "\x7f")


def folded(line: str) -> str:
    """The line with its end, in pieces of at most 75 octets; no character is torn."""
    pieces, piece, room = [], bytearray(), _LONGEST
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece.decode())
            # The blank that a later piece begins with counts too.
            piece, room = bytearray(), _LONGEST - 1
        piece += octets
    return (_LINE_END + " ").join([*pieces, piece.decode()]) + _LINE_END
