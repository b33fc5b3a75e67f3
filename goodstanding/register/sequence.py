"""The sequencer: under the lock on the head, acts get number, moment, id and place in the chain."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec
from django.db.backends.utils import CursorWrapper

from goodstanding.register import sql
from goodstanding.rules import chain, codec
from goodstanding.rules.act_ids import act_id
from goodstanding.rules.acts.envelope import Act, Decided, Header
from goodstanding.rules.inscribing import SALT_BYTES, Inscribed, inscribe

TICK = timedelta(microseconds=1)
_ENTROPY_BYTES = 10

ACT_COLUMNS = (
    *("position", "act_id", "recorded_at", "effective_on", "stream", "aggregate", "kind"),
    *("by", "department", "header", "effect", "content_digest", "leaf", "head"),
)
CONTENT_COLUMNS = ("position", "salt", "content")


class Author(msgspec.Struct, frozen=True):
    """Who acts: an opaque officer or client id, and the department they act for."""

    by: str
    department: str


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """What all acts of one writing have in common."""

    author: Author
    at: datetime
    rulebook: str
    calendar: str
    cause: str


class Head(NamedTuple):
    """The end of the chain, and the moment after which the next act is recorded."""

    position: int
    recorded_at: datetime
    digest: bytes


class Sealed(NamedTuple):
    """An act, the rows that hold it, and the head after it."""

    act: Act
    act_row: tuple[object, ...]
    content_row: tuple[object, ...]
    after: Head


def lock_head(cursor: CursorWrapper) -> Head:
    """The head, held until the transaction ends; the last lock any writer takes."""
    cursor.execute(
        "SELECT position, greatest(recorded_at, sealed_until), digest FROM register_head FOR UPDATE"
    )
    position, recorded_at, digest = cursor.fetchone()
    return Head(position, recorded_at, bytes(digest))


def inscribed(decided: Sequence[Decided | Inscribed]) -> list[Inscribed]:
    """Acts written down as far as they can be while others may still have the head."""
    return [
        each
        if isinstance(each, Inscribed)
        else inscribe(each, salt=secrets.token_bytes(SALT_BYTES))
        for each in decided
    ]


def append(
    cursor: CursorWrapper, acts: Sequence[Inscribed], signature: Signature, head: Head
) -> tuple[Act, ...]:
    """Give acts their place in the chain and store them; the head is locked already."""
    many = len(acts) >= sql.COPY_FROM
    entropy = secrets.token_bytes(_ENTROPY_BYTES * len(acts))

    def sealed() -> Iterator[Sealed]:
        after = head
        for number, each in enumerate(acts):
            mine = entropy[_ENTROPY_BYTES * number : _ENTROPY_BYTES * (number + 1)]
            one = place(_header(each, signature, after, mine), each, after, many=many)
            after = one.after
            yield one

    return keep(cursor, sealed())


def keep(cursor: CursorWrapper, sealed: Iterable[Sealed]) -> tuple[Act, ...]:
    """Store acts that have their place, and the head after them; they may be sealed on the way."""
    kept = list[Sealed]()

    def rows() -> Iterator[tuple[object, ...]]:
        for one in sealed:
            kept.append(one)
            yield one.act_row

    sql.insert(cursor, "register_act", ACT_COLUMNS, rows())
    sql.insert(cursor, "register_content", CONTENT_COLUMNS, (one.content_row for one in kept))
    cursor.execute(
        "UPDATE register_head SET position = %s, recorded_at = %s, digest = %s",
        list(kept[-1].after),
    )
    return tuple(one.act for one in kept)


def place(header: Header, act: Inscribed, head: Head, *, many: bool = False) -> Sealed:
    """The act at the end of the chain, under a header that follows the head.

    The content of one of many is not read back: nobody who writes so many looks at it.
    """
    raw_header, inner = codec.encode(header), act.content_digest
    leaf = chain.leaf(header=raw_header, effect=act.effect, content_digest=inner)
    digest = chain.next_head(head.digest, leaf)
    # Read back from the bytes: what is evolved now is what a rebuild will evolve.
    recorded = Act(
        header=header if raw_header.isascii() else codec.decode_header(raw_header),
        effect=codec.decode_effect(act.effect, kind=header.kind),
        content={} if many else codec.decode_content(act.content),
    )
    row = (*columns(recorded.header), raw_header, act.effect, inner, leaf, digest)
    content_row = (header.position, act.salt, act.content)
    after = Head(header.position, header.recorded_at, digest)
    return Sealed(recorded, row, content_row, after)


def columns(header: Header) -> tuple[object, ...]:
    """The parts of a header that are columns of their own."""
    return (
        *(header.position, header.act_id, header.recorded_at, header.effective_on),
        *(header.stream, header.aggregate, header.kind, header.by, header.department),
    )


def _header(act: Inscribed, signature: Signature, head: Head, entropy: bytes) -> Header:
    recorded_at = max(signature.at, head.recorded_at + TICK)
    return Header(
        act_id=act_id(recorded_at, int.from_bytes(entropy) >> 6),
        position=head.position + 1,
        recorded_at=recorded_at,
        effective_on=act.effective_on,
        stream=act.stream,
        aggregate=act.aggregate,
        kind=act.kind,
        by=signature.author.by,
        department=signature.author.department,
        rulebook=signature.rulebook,
        calendar=signature.calendar,
        cause=signature.cause,
    )
