"""A file judged in a process of its own, part by part: the writer enters one meanwhile."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from secrets import token_bytes

import msgspec

from goodstanding.files.reading import read
from goodstanding.files.sheet import Limits, Row
from goodstanding.flow.new_ids import CHANCE_BYTES, id_of_row
from goodstanding.flow.seldom_collected import seldom_collected
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refused
from goodstanding.rules.inscribing import SALT_BYTES, Inscribed, inscribe
from goodstanding.rules.judging import Judged, judge_rows
from goodstanding.rules.law import Law
from goodstanding.rules.placing import known
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.registration import KIND as REGISTRATION

#: How far the judging process stands back for others.
POLITE = 10
#: As many as a file may hold that is never whole in memory.
LIMITS = Limits(size=4_000_000_000, rows=20_000_000)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Rows judged together, and by the number of its row the act of each that is a record."""

    judged: Judged
    acts: dict[int, Inscribed]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file on this machine and what its rows are judged by; it travels to another process.

    ``at``: the moment of the load, on the legal day ``today``. ``after``: the number of the last row
    that needs no judging any more. ``size``: rows in a part.
    ``department``, ``batch``: whose the records are, and what brought them.
    """

    path: Path
    kind: str
    law: Law
    today: date
    at: datetime
    department: str
    batch: str
    after: int
    size: int

    def parts(self) -> Iterator[Part]:
        """So many rows together; a row is compared with its own part only.

        Raises what reading the file and walking its rows raises.
        """
        for rows in self._rows():
            rulebook = self.law.rulebook
            judged = judge_rows(rows, kind=self.kind, rulebook=rulebook, today=self.today)
            yield Part(judged=judged, acts=self._acts(judged))

    def _rows(self) -> Iterator[list[Row]]:
        kind = self.kind
        sheet = read(self.path, known=lambda text: known(text, kind=kind), limits=LIMITS)
        rows = (row for row in sheet.rows if row.number > self.after)
        while part := list(islice(rows, self.size)):
            yield part

    def _acts(self, judged: Judged) -> dict[int, Inscribed]:
        if self.kind == REGISTRATION:
            return {}
        # Asked of the system together: once for each row is a tenth of all this process does.
        random = BytesIO(token_bytes((SALT_BYTES + CHANCE_BYTES) * len(judged.accepted)))
        return {
            row.row: inscribe(
                self._act(row, digest, random.read(CHANCE_BYTES)), salt=random.read(SALT_BYTES)
            )
            for row, digest in zip(judged.accepted, judged.digests, strict=True)
            if row.is_record
        }

    def _act(self, row: Accepted, digest: str, chance: bytes) -> Decided:
        return record_entered(
            row,
            id=id_of_row("r", row.row, at=self.at, chance=chance),
            digest=digest,
            department=self.department,
            batch=self.batch,
            law=self.law,
            on=self.today,
        )


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(Part)


def judged_apart(source: Source) -> Iterator[Part]:
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


def _received(pipe: Connection) -> Iterator[Part]:
    while message := pipe.recv_bytes():
        yield _DECODER.decode(message)
    if refusals := pipe.recv():
        raise Refused([kind(**fields) for kind, fields in refusals])


def _judge(source: Source, pipe: Connection) -> None:
    """Send every part, nothing, and what was refused on the way. A full pipe makes it wait.

    It holds nothing that anybody waits for, so whoever asks meanwhile comes first.
    """
    os.nice(POLITE)
    # Where nobody reads any more, there is nobody to tell it either.
    with suppress(BrokenPipeError), seldom_collected():
        pipe.send(_sent(source, pipe))


def _sent(source: Source, pipe: Connection) -> list[object]:
    refusals: list[object] = []
    try:
        for part in source.parts():
            pipe.send_bytes(_ENCODE(part))
    except Refused as refused:
        refusals = [(type(each), each.fields) for each in refused.refusals]
    pipe.send_bytes(b"")
    return refusals
