"""A file judged in a process of its own, part by part: the writer enters one meanwhile."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from goodstanding.files.reading import read
from goodstanding.files.sheet import Limits, Sheet
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused
from goodstanding.rules.judging import Judged, judge_rows
from goodstanding.rules.placing import known

#: As many as a file may hold that is never whole in memory.
LIMITS = Limits(size=4_000_000_000, rows=20_000_000)

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(Judged)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file on this machine and what its rows are judged by; it travels to another process.

    ``after``: the number of the last row that needs no judging any more. ``size``: rows in a part.
    """

    path: Path
    kind: str
    rulebook: Rulebook
    today: date
    after: int
    size: int

    def sheet(self) -> Sheet:
        """The table in the file; raises `Refused` as `files.reading.read` does."""
        kind = self.kind
        return read(self.path, known=lambda text: known(text, kind=kind), limits=LIMITS)

    def parts(self) -> Iterator[Judged]:
        """The verdicts, so many rows together; a row is compared with its own part only.

        Raises what walking the rows raises.
        """
        rows = (row for row in self.sheet().rows if row.number > self.after)
        while part := list(islice(rows, self.size)):
            yield judge_rows(part, kind=self.kind, rulebook=self.rulebook, today=self.today)


def judged_apart(source: Source) -> Iterator[Judged]:
    """The parts of a file, judged one ahead of the reader in another process.

    Where this process may have none, it judges itself. Raises `Refused` as `Source.parts` does.
    """
    if current_process().daemon:
        yield from source.parts()
        return
    # Begun anew, not forked: a fork would share the connections of this process.
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_judge, args=(source, there), daemon=True)
    process.start()
    there.close()
    try:
        yield from _received(here)
    finally:
        here.close()
        process.terminate()
        process.join()


def _received(pipe: Connection) -> Iterator[Judged]:
    while message := pipe.recv_bytes():
        yield _DECODER.decode(message)
    if refusals := pipe.recv():
        raise Refused([kind(**fields) for kind, fields in refusals])


def _judge(source: Source, pipe: Connection) -> None:
    """Send every part, nothing, and what was refused on the way. A full pipe makes it wait."""
    refusals: tuple[object, ...] = ()
    try:
        for part in source.parts():
            pipe.send_bytes(_ENCODE(part))
    except Refused as refused:
        refusals = tuple((type(each), each.fields) for each in refused.refusals)
    pipe.send_bytes(b"")
    pipe.send(refusals)
