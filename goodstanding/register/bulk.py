"""Many acts: the same writer, in chunks of one transaction each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from goodstanding.register.writing import Author, Work, writing
from goodstanding.rules.acts.envelope import Act, Decided
from goodstanding.rules.inscribing import Inscribed

#: Holds the head for about a tenth of a second; more rows gain little and make others wait.
CHUNK = 2_000

T = TypeVar("T")


def append_many(
    rows: Iterable[T],
    *,
    streams_of: Callable[[T], Sequence[str]],
    decide: Callable[[Work, Sequence[T]], Sequence[Decided | Inscribed]],
    author: Author,
    at: datetime,
    cause: str | None = None,
    law: tuple[str, str] = ("", ""),
    chunk: int = CHUNK,
) -> Iterator[tuple[Act, ...]]:
    """Decide and append rows chunk by chunk; every chunk yielded is committed.

    Args:
        rows: in order; resuming after the last committed row is the caller's, by (batch, row).
        streams_of: the streams a row writes to.
        decide: the acts of one chunk, from the states the chunk's streams hold now.
        author, at, cause, law: as for `writing`.
        chunk: rows per transaction, at most `CHUNK`.
    """
    waiting = iter(rows)
    while part := list(islice(waiting, min(chunk, CHUNK))):
        stream = {code for row in part for code in streams_of(row)}
        with writing(*stream, author=author, at=at, cause=cause, law=law) as work:
            acts = work.append(decide(work, part))
        yield acts


def bulk(
    decided: Iterable[Decided],
    *,
    author: Author,
    at: datetime,
    cause: str | None = None,
    law: tuple[str, str] = ("", ""),
    chunk: int = CHUNK,
) -> int:
    """Append acts that are decided already; returns their number."""
    chunks = append_many(
        decided,
        streams_of=lambda each: (each.stream,),
        decide=lambda _, part: part,
        author=author,
        at=at,
        cause=cause,
        law=law,
        chunk=chunk,
    )
    return sum(len(acts) for acts in chunks)
