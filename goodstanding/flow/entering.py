"""Judged rows enter the register: one batch, chunk by chunk, each compared under its own locks."""

from collections.abc import Callable, Sequence

from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.outcomes import remarks_on
from goodstanding.flow.transit import settle
from goodstanding.intake.batches import count_accepted
from goodstanding.publication.queries import by_natural_keys
from goodstanding.register.bulk import CHUNK, append_many
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.judging import Judged, against
from goodstanding.rules.law import Law
from goodstanding.rules.receiving import key_of, organisation_entered, record_entered
from goodstanding.rules.record_types import Accepted

Progress = Callable[[int, int], None]
Numbered = tuple[Accepted, str]


class Entry:
    """One batch on its way into the register; ``records`` are the ids of what it made."""

    def __init__(self, call: Call, *, department: str, law: Law, batch: str) -> None:
        self.batch = batch
        self.records: list[str] = []
        self._call, self._department, self._law = call, department, law
        self._compared: list[Judged] = []

    def enter(self, judged: Judged, progress: Progress | None) -> Sequence[Judged]:
        """Enter what is new, chunk by chunk; each chunk is compared under its own locks."""
        chunks = append_many(
            zip(judged.accepted, judged.digests, strict=True),
            streams_of=lambda row: (row[0].organisation_code,),
            decide=self._decide,
            author=self._call.author,
            at=self._call.at,
            cause=self.batch,
            law=self._law.versions,
            chunk=CHUNK,
        )
        for number, acts in enumerate(chunks, start=1):
            settle(self._call, (act.header.stream for act in acts))
            if progress:
                progress(min(number * CHUNK, len(judged.accepted)), len(judged.accepted))
        return self._compared

    def preview(self, judged: Judged) -> Sequence[Judged]:
        """What would become of the rows; nothing is written."""
        return [self._compare(part) for part in _chunks(judged)]

    def _compare(self, part: Judged) -> Judged:
        """A part of the file after comparing it with what the register has."""
        standing = by_natural_keys(keys=[key_of(row) for row in part.accepted])
        known = {
            row.natural_key: standing[key_of(row)].digest
            for row in part.accepted
            if key_of(row) in standing
        }
        return against(part, known)

    def _decide(self, work: Work, part: Sequence[Numbered]) -> list[Decided]:
        rows, digests = tuple(row for row, _ in part), tuple(digest for _, digest in part)
        compared = self._compare(only(rows, digests))
        self._compared.append(compared)
        remarks = remarks_on(compared)
        count_accepted(batch=self.batch, rows=len(compared.accepted), remarks=remarks)
        work.prefetch(row.organisation_code for row in compared.accepted)
        met: set[str] = set()
        decided: list[Decided] = []
        for row, digest in zip(compared.accepted, compared.digests, strict=True):
            code = row.organisation_code
            if code not in met and work.state(code) is None:
                decided.append(organisation_entered(row, on=self._call.on))
            met.add(code)
            decided.append(self._record(row, digest))
        return decided

    def _record(self, row: Accepted, digest: str) -> Decided:
        record = new_id("r")
        self.records.append(record)
        return record_entered(
            row,
            id=record,
            digest=digest,
            department=self._department,
            batch=self.batch,
            law=self._law,
            on=self._call.on,
        )


def _chunks(judged: Judged) -> list[Judged]:
    starts = range(0, len(judged.accepted), CHUNK)
    return [only(judged.accepted[n : n + CHUNK], judged.digests[n : n + CHUNK]) for n in starts]


def only(rows: tuple[Accepted, ...], digests: tuple[str, ...]) -> Judged:
    """Accepted rows and nothing else, as a file of its own."""
    return Judged(accepted=rows, digests=digests, duplicates=(), rejected=(), quarantined=())


def joined(judged: Judged, parts: Sequence[Judged]) -> Judged:
    """The whole file's verdicts once its parts were compared with the register."""
    duplicates = [*judged.duplicates, *(each for part in parts for each in part.duplicates)]
    rejected = [*judged.rejected, *(each for part in parts for each in part.rejected)]
    return Judged(
        accepted=tuple(row for part in parts for row in part.accepted),
        digests=tuple(digest for part in parts for digest in part.digests),
        duplicates=tuple(sorted(duplicates, key=lambda each: each.row)),
        rejected=tuple(sorted(rejected, key=lambda each: each.row)),
        quarantined=judged.quarantined,
    )
