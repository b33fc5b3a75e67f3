"""Verify: the chain, the bytes, the head, the tables against the acts, and no orphan measure."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

import msgspec
from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string

from goodstanding.register import rebuilding, sequence
from goodstanding.register.removed import removals
from goodstanding.register.snapshot import snapshot, stream
from goodstanding.rules import chain, codec
from goodstanding.rules.orphans import orphans

Progress = Callable[[int], None]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One inconsistency: a stable code, where it is, and what it means."""

    code: str
    place: str
    sentence: str


class VerifyReport(msgspec.Struct, frozen=True, kw_only=True):
    """How many acts were verified, the head they lead to, and what is wrong."""

    acts: int
    head: str
    findings: tuple[Finding, ...]


class _Row(NamedTuple):
    position: int
    act_id: object
    recorded_at: datetime
    effective_on: object
    stream: str
    aggregate: str
    kind: str
    by: str
    department: str
    header: bytes
    effect: bytes
    inner: bytes
    leaf: bytes
    head: bytes
    salt: bytes | None
    content: bytes | None


class _Place(NamedTuple):
    position: int
    recorded_at: datetime | None
    digest: bytes


_START = _Place(0, None, chain.GENESIS)

_ACTS = f"""
    SELECT {", ".join("register_act." + name for name in sequence.ACT_COLUMNS)}, salt, content
      FROM register_act LEFT JOIN register_content USING (position) ORDER BY position
"""
_STRAY = """
    SELECT position FROM register_content
     WHERE position NOT IN (SELECT position FROM register_act) ORDER BY position
"""


def verify(*, progress: Progress = lambda done: None, using: str = "default") -> VerifyReport:
    """Everything that is inconsistent in the register, as one picture of it."""
    with snapshot(using) as cursor:
        found: list[Finding] = []
        place = _START
        removed = removals(cursor)
        for row in map(_Row._make, stream(cursor, "chain", _ACTS)):
            found += _wrong_with(row, place, removed.get(row.position, 0))
            place = _Place(row.position, row.recorded_at, bytes(row.head))
            progress(place.position)
        found += _wrong_with_head(cursor, place)
        found += _stray(cursor)
        found += _wrong_with_tables(using)
        found += _wrong_beside() if using == "default" else []
    return VerifyReport(acts=place.position, head=place.digest.hex(), findings=tuple(found))


def _wrong_with(row: _Row, before: _Place, removed_at: int) -> Iterator[Finding]:
    """What is wrong with one act, given the one before it and what removed its content, if anything."""
    at = f"act {row.position}"
    if row.position != before.position + 1:
        yield _finding("ActsMissing", at, f"the act before it is {before.position}")
    if before.recorded_at is not None and row.recorded_at <= before.recorded_at:
        yield _finding("MomentsOutOfOrder", at, "it was not recorded after the act before it")
    yield from _wrong_with_content(row, at, removed_at)
    leaf = chain.leaf(header=row.header, effect=row.effect, content_digest=row.inner)
    if leaf != row.leaf:
        yield _finding("ActAltered", at, "header or effect is not what was hashed")
    if chain.next_head(before.digest, row.leaf) != row.head:
        yield _finding("ChainBroken", at, "it does not follow from the act before it")
    if not _repeats_its_header(row):
        yield _finding("ColumnsDiffer", at, "its columns are not what its header says")


def _wrong_with_content(row: _Row, at: str, removed_at: int) -> Iterator[Finding]:
    """Content is there as it was hashed, or a later act removed it and it is gone."""
    removed = removed_at > row.position
    if row.content is None or row.salt is None:
        if not removed:
            yield _finding("ContentMissing", at, "its content is gone and no act removed it")
    elif removed:
        yield _finding(
            "ContentNotRemoved", at, f"act {removed_at} removed its content; it is there"
        )
    elif chain.content_digest(salt=row.salt, content=row.content) != row.inner:
        yield _finding("ContentAltered", at, "its content is not what was hashed")


def _repeats_its_header(row: _Row) -> bool:
    try:
        header = codec.decode_header(row.header)
    except msgspec.MsgspecError:
        return False
    return sequence.columns(header) == (row.position, str(row.act_id), *row[2:9])


def _wrong_with_head(cursor: CursorWrapper, last: _Place) -> Iterator[Finding]:
    cursor.execute("SELECT position, recorded_at, digest FROM register_head")
    rows = cursor.fetchall()
    heads = [(position, bytes(digest)) for position, _, digest in rows]
    if heads != [(last.position, last.digest)]:
        yield _finding("HeadDiffers", "head", f"it is not at the last act, {last.position}")
    elif last.recorded_at is not None and rows[0][1] != last.recorded_at:
        yield _finding("HeadDiffers", "head", "its moment is not that of the last act")


def _stray(cursor: CursorWrapper) -> Iterator[Finding]:
    cursor.execute(_STRAY)
    for (position,) in cursor.fetchall():
        yield _finding("ContentWithoutAct", f"content {position}", "no act has this position")


def _wrong_with_tables(using: str) -> list[Finding]:
    """States and shelves against the acts; measures that nothing carries."""
    found: list[Finding] = []

    def inspect(name: str, states: rebuilding.States) -> None:
        for measure, designation in orphans(states):
            found.append(_finding("OrphanMeasure", measure, f"{designation} does not carry it"))

    try:
        report = rebuilding.rebuild(inspect=inspect, using=using)
    except Exception as problem:  # noqa: BLE001 - whatever stops the fold is the finding
        return [_finding("ActsDoNotFold", "register", f"{type(problem).__name__}: {problem}")]
    for each in report.found:
        sentence = f"{each.rows} rows {each.kind}: {', '.join(each.examples)}"
        found.append(_finding("TableDiffers", each.table, sentence))
    return found


def _wrong_beside() -> list[Finding]:
    """What shelves keep beside the acts, against the digests in the acts; named in the settings."""
    return [_finding(*problem) for name in settings.BESIDE for problem in import_string(name)()]


def _finding(code: str, place: str, sentence: str) -> Finding:
    return Finding(code=code, place=place, sentence=sentence)
