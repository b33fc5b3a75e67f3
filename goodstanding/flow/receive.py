"""Records arrive: a file, rows of the API, or one form; every row is accounted for."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.files.reading import read
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.outcomes import not_entered
from goodstanding.intake.batches import (
    count_accepted,
    finish,
    keyed_digest,
    note_outcomes,
    open_batch,
)
from goodstanding.publication.queries import by_natural_keys
from goodstanding.register.bulk import CHUNK, append_many
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refusal, Refused, refuse, require_none
from goodstanding.rules.judging import (
    Judged,
    against,
    column_refusals,
    judge_rows,
)
from goodstanding.rules.law import Law
from goodstanding.rules.official_columns import COLUMNS, column_of
from goodstanding.rules.receiving import (
    RowProblem,
    key_of,
    organisation_entered,
    record_entered,
)
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.rights import Action
from goodstanding.rules.row_refusals import KindNotTaken

Progress = Callable[[int, int], None]
Numbered = tuple[Accepted, str]


class CellsOfRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that comes from a form or the API, not from a file."""

    number: int
    cells: Mapping[str, str]
    flaws: Mapping[str, Refusal] = {}


class BatchReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of every row; ``records`` are the ids of the accepted ones, in order."""

    batch: str
    kind: str
    columns: tuple[str, ...]
    judged: Judged
    records: tuple[str, ...]


def receive(
    call: Call,
    *,
    kind: str,
    department: str,
    source: Path | bytes,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> BatchReport:
    """Judge a file in memory, then enter its good rows in chunks of one transaction each.

    The same file sent again continues where it stopped: what is already there is a duplicate.
    """
    policy.require(call.actor, Action.ENTER_RECORDS, department=department)
    require_kind(kind)
    data = source if isinstance(source, bytes) else source.read_bytes()
    sheet = read(data, known=lambda text: column_of(text, kind=kind) is not None)
    require_none(column_refusals(sheet.columns, kind=kind))
    law = law_on(on=call.on, known_at=None)
    judged = judge_rows(sheet.rows, kind=kind, rulebook=law.rulebook, today=call.on)
    entry = _Entry(call, kind, department, law)
    if dry_run:
        return entry.report(tuple(sheet.columns), judged, entry.preview(judged))
    entry.open(data)
    return entry.report(tuple(sheet.columns), judged, entry.enter(judged, progress))


def require_kind(kind: str) -> None:
    """Refuse a kind of record that no file brings."""
    if kind not in COLUMNS:
        refuse(KindNotTaken(kind=kind, kinds=sorted(COLUMNS)))


def receive_rows(
    call: Call, *, kind: str, department: str, rows: Sequence[Mapping[str, str]]
) -> BatchReport:
    """The same for rows of cells, by field code or official header."""
    policy.require(call.actor, Action.ENTER_RECORDS, department=department)
    require_kind(kind)
    columns = tuple(dict.fromkeys(column for cells in rows for column in cells))
    law = law_on(on=call.on, known_at=None)
    numbered = [CellsOfRow(number=n, cells=cells) for n, cells in enumerate(rows, start=1)]
    judged = judge_rows(numbered, kind=kind, rulebook=law.rulebook, today=call.on)
    entry = _Entry(call, kind, department, law)
    entry.open(repr([sorted(cells.items()) for cells in rows]).encode())
    return entry.report(columns, judged, entry.enter(judged, None))


def enter_record(call: Call, *, kind: str, cells: Mapping[str, str]) -> str:
    """Enter one record; refuses with every problem of its row. Returns the record's id."""
    department = call.actor.department
    report = receive_rows(call, kind=kind, department=department, rows=[cells])
    problems = [RowProblem.of(problem) for _, problem in report.judged.problems()]
    require_none(problems)
    if not report.records:
        raise Refused([AlreadyEntered()])
    return report.records[0]


class AlreadyEntered(Refusal):
    """This record is already in the register with the same values; nothing was changed."""

    status = 409


class _Entry:
    """One batch on its way into the register."""

    def __init__(self, call: Call, kind: str, department: str, law: Law) -> None:
        self.batch = new_id("b")
        self.records: list[str] = []
        self._call, self._kind, self._department, self._law = call, kind, department, law
        self._compared: list[Judged] = []

    def open(self, data: bytes) -> None:
        """Have the batch before its first row: what stops half-way can be seen to have stopped."""
        open_batch(
            id=self.batch,
            kind=self._kind,
            department=self._department,
            file_digest=keyed_digest(data),
            size=len(data),
            by=self._call.actor.id,
            at=self._call.at,
        )

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
        for number, _ in enumerate(chunks, start=1):
            if progress:
                progress(min(number * CHUNK, len(judged.accepted)), len(judged.accepted))
        return self._compared

    def preview(self, judged: Judged) -> Sequence[Judged]:
        """What would become of the rows; nothing is written."""
        return [self.compare(part) for part in _chunks(judged)]

    def report(
        self, columns: tuple[str, ...], judged: Judged, parts: Sequence[Judged]
    ) -> BatchReport:
        """The whole batch; once rows were entered, what became of the others is kept too."""
        joined = _joined(judged, parts)
        if parts is self._compared:
            note_outcomes(batch=self.batch, outcomes=not_entered(joined))
            finish(batch=self.batch, at=self._call.at)
        return BatchReport(
            batch=self.batch,
            kind=self._kind,
            columns=columns,
            judged=joined,
            records=tuple(self.records),
        )

    def compare(self, part: Judged) -> Judged:
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
        compared = self.compare(_only(rows, digests))
        self._compared.append(compared)
        count_accepted(batch=self.batch, rows=len(compared.accepted))
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
    return [_only(judged.accepted[n : n + CHUNK], judged.digests[n : n + CHUNK]) for n in starts]


def _only(rows: tuple[Accepted, ...], digests: tuple[str, ...]) -> Judged:
    return Judged(accepted=rows, digests=digests, duplicates=(), rejected=(), quarantined=())


def _joined(judged: Judged, parts: Sequence[Judged]) -> Judged:
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
