"""Writing what became of a batch's rows, in the transactions that write the records."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
from django.conf import settings
from django.db.models import F

from goodstanding.intake.models import Batch, RowOutcome

#: The count of a batch that each state of a row adds to.
COUNTS = {
    "accepted": "accepted",
    "duplicate": "duplicates",
    "rejected": "rejected",
    "quarantined": "quarantined",
}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a row: the column, the refusal's code and the fields of its sentence."""

    column: str
    code: str
    fields: Mapping[str, object] = {}


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a row, by its number in the file."""

    row: int
    state: str
    problems: tuple[Problem, ...] = ()
    echo: Mapping[str, str] | None = None


def open_batch(
    *,
    id: str,
    kind: str,
    department: str,
    file_digest: str,
    size: int,
    by: str,
    at: datetime,
    first_import: bool = False,
) -> Batch:
    """A batch with nothing read yet.

    Args:
        first_import: of what the city held before the register went live.
        file_digest: keyed, in hex; it recognises the file if it is sent again.
        size: of the file, in bytes.
    """
    return Batch.objects.create(
        id=id,
        kind=kind,
        department=department,
        file_digest=file_digest,
        size=size,
        by=by,
        opened_at=at,
        first_import=first_import,
    )


def note_outcomes(*, batch: str, outcomes: Sequence[Outcome]) -> None:
    """Keep what became of some rows and count them; a row told twice is an error."""
    RowOutcome.objects.bulk_create([as_row(batch, each) for each in outcomes], batch_size=2_000)
    counts = {
        count: F(count) + sum(each.state == state for each in outcomes)
        for state, count in COUNTS.items()
    }
    Batch.objects.filter(id=batch).update(read=F("read") + len(outcomes), **counts)


def count_accepted(*, batch: str, rows: int, remarks: Sequence[Outcome] = ()) -> None:
    """Count rows that became records; the records themselves name their batch and row.

    Args:
        remarks: those of the rows that have something to look at twice; they are kept.
    """
    counts = {"read": F("read") + rows, "accepted": F("accepted") + rows}
    if remarks:
        counts["remarked"] = F("remarked") + len(remarks)
        RowOutcome.objects.bulk_create([as_row(batch, each) for each in remarks], batch_size=2_000)
    Batch.objects.filter(id=batch).update(**counts)


def keyed_digest(source: Path | bytes) -> str:
    """What recognises a file sent again, and tells nobody without our key what was in it."""
    if isinstance(source, bytes):
        return hmac.new(settings.SECRET_KEY.encode(), source, "sha256").hexdigest()
    with source.open("rb") as file:
        keyed = hmac.new(settings.SECRET_KEY.encode(), digestmod="sha256")
        return hashlib.file_digest(file, lambda: keyed).hexdigest()  # type: ignore[arg-type]


def read_until(*, batch: str, row: int) -> None:
    """What became of the file's rows up to this one is committed with this."""
    Batch.objects.filter(id=batch).update(last_row=row)


def finish(*, batch: str, at: datetime) -> None:
    """Every row of the batch has been judged."""
    Batch.objects.filter(id=batch).update(finished_at=at)


def as_row(batch: str, outcome: Outcome) -> RowOutcome:
    """What became of a row, as it is kept."""
    return RowOutcome(
        batch_id=batch,
        row=outcome.row,
        state=outcome.state,
        problems=msgspec.to_builtins(outcome.problems),
        echo=None if outcome.echo is None else dict(outcome.echo),
    )
