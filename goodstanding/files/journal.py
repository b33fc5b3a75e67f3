"""A journal: a file that only grows, one line an entry, each bound to the one before it.

A line is on the disk before `append` returns. What a crash cut off in the middle of the last line
was never answered for: it is told apart from a line that was altered.
"""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from goodstanding.files.refusals import JournalTorn
from goodstanding.rules.errors import refuse

BEGINNING = "0" * 64
_ENCODER = msgspec.json.Encoder(order="sorted")


class Journal(NamedTuple):
    """The whole lines of a journal in order, the digest of the last, and whether its end is cut."""

    entries: tuple[dict[str, Any], ...]
    last: str
    length: int
    cut: bool


def read(path: Path) -> Journal | None:
    """The journal at a path, or None if there is none; refuses `JournalTorn`."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    whole, _, rest = raw.rpartition(b"\n")
    entries, last = [], BEGINNING
    for number, line in enumerate(whole.split(b"\n") if whole else (), start=1):
        entry, last = _entry(line, last, number, path)
        entries.append(entry)
    length = len(whole) + 1 if whole else 0
    return Journal(tuple(entries), last, length, bool(rest))


def append(path: Path, entry: dict[str, Any], *, after: Journal | None) -> Journal:
    """Write an entry after those that were read, and have it on the disk.

    The cut-off end of a line that was never whole is overwritten.
    """
    before = after or Journal((), BEGINNING, 0, cut=False)
    digest = _digest(entry, before.last)
    line = _ENCODER.encode({"before": before.last, "digest": digest, "entry": entry}) + b"\n"
    _written(path, line, at=before.length)
    return Journal((*before.entries, entry), digest, before.length + len(line), cut=False)


def _written(path: Path, line: bytes, *, at: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        os.ftruncate(descriptor, at)
        os.pwrite(descriptor, line, at)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if at == 0:
        _known_to_its_folder(path.parent)


def _known_to_its_folder(folder: Path) -> None:
    """A new file is lost with its folder's entry, unless that is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _entry(line: bytes, before: str, number: int, path: Path) -> tuple[dict[str, Any], str]:
    try:
        found = msgspec.json.decode(line)
        entry, digest = found["entry"], found["digest"]
        sound = found["before"] == before and digest == _digest(entry, before)
    except (msgspec.MsgspecError, KeyError, TypeError):
        sound = False
    if not sound:
        refuse(JournalTorn(path=str(path), line=number))
    return entry, digest


def _digest(entry: dict[str, Any], before: str) -> str:
    return sha256(before.encode() + _ENCODER.encode(entry)).hexdigest()
