"""Records arrive in one go: a file, rows of the API, or one form; every row is accounted for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.batch_report import BatchReport
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.entering import Entry, Progress, joined
from goodstanding.flow.going_live import require_sender
from goodstanding.flow.judge_file import JudgedFile, judge_file, require_kind
from goodstanding.flow.outcomes import not_entered
from goodstanding.flow.registering import RegistrationEntry, entry_of
from goodstanding.flow.stage_changes import stage_change_rows, stage_changes
from goodstanding.intake.batches import finish, keyed_digest, note_outcomes, open_batch
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.errors import Refusal, Refused, require_none
from goodstanding.rules.judging import Judged, judge_rows
from goodstanding.rules.receiving import RowProblem


class CellsOfRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that comes from a form or the API, not from a file."""

    number: int
    cells: Mapping[str, str]
    flaws: Mapping[str, Refusal] = {}


def receive(
    call: Call,
    *,
    kind: str,
    department: str,
    source: Path | bytes,
    dry_run: bool = False,
    progress: Progress | None = None,
    first_import: bool = False,
) -> BatchReport:
    """Judge a file in memory, then enter its good rows in chunks of one transaction each.

    The same file sent again continues where it stopped: what is already there is a duplicate. One of
    corrections or withdrawals waits for a reviewer (`flow.commit_changes`), and changes nothing yet.
    ``first_import``: what the city held before the register went live (`flow.going_live`).
    """
    if kind in CHANGES and not first_import:
        data = source if isinstance(source, bytes) else source.read_bytes()
        return stage_changes(call, kind=kind, department=department, data=data, dry_run=dry_run)
    require_sender(call, kind=kind, department=department, first_import=first_import)
    data = source if isinstance(source, bytes) else source.read_bytes()
    file = judge_file(call, kind=kind, data=data)
    batch = new_id("b")
    entry = entry_of(
        kind,
        call,
        department=department,
        law=file.law,
        batch=batch,
        first_import=first_import,
    )
    if dry_run:
        return _report(entry, kind, file, joined(file.judged, entry.preview(file.judged)))
    return _entered(call, entry, kind, department, file, data, progress)


def receive_rows(
    call: Call,
    *,
    kind: str,
    department: str,
    rows: Sequence[Mapping[str, str]],
    first_import: bool = False,
) -> BatchReport:
    """The same for rows of cells, by field code or official header."""
    if kind in CHANGES and not first_import:
        return stage_change_rows(call, kind=kind, department=department, rows=rows)
    require_sender(call, kind=kind, department=department, first_import=first_import)
    law = law_on(on=call.on, known_at=None)
    require_kind(kind, law)
    columns = tuple(dict.fromkeys(column for cells in rows for column in cells))
    numbered = [CellsOfRow(number=n, cells=cells) for n, cells in enumerate(rows, start=1)]
    judged = judge_rows(numbered, kind=kind, rulebook=law.rulebook, today=call.on)
    entry = entry_of(
        kind, call, department=department, law=law, batch=new_id("b"), first_import=first_import
    )
    data = repr([sorted(cells.items()) for cells in rows]).encode()
    file = JudgedFile(columns=columns, judged=judged, law=law)
    return _entered(call, entry, kind, department, file, data, None)


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


def _entered(
    call: Call,
    entry: Entry | RegistrationEntry,
    kind: str,
    department: str,
    file: JudgedFile,
    data: bytes,
    progress: Progress | None,
) -> BatchReport:
    """The batch is there before its first row: what stops half-way can be seen to have stopped."""
    open_batch(
        id=entry.batch,
        kind=kind,
        department=department,
        file_digest=keyed_digest(data),
        size=len(data),
        by=call.actor.id,
        at=call.at,
        first_import=entry.first_import,
    )
    judged = joined(file.judged, entry.enter(file.judged, progress))
    note_outcomes(batch=entry.batch, outcomes=not_entered(judged))
    finish(batch=entry.batch, at=call.at)
    return _report(entry, kind, file, judged)


def _report(
    entry: Entry | RegistrationEntry, kind: str, file: JudgedFile, judged: Judged
) -> BatchReport:
    return BatchReport(
        batch=entry.batch,
        kind=kind,
        columns=file.columns,
        judged=judged,
        records=tuple(entry.records),
    )
