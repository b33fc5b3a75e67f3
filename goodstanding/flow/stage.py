"""A file is judged and shown before anything of it is entered."""

from collections.abc import Sequence

from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.entering import joined, only
from goodstanding.flow.going_live import require_sender
from goodstanding.flow.judge_file import judge_file
from goodstanding.flow.outcomes import not_entered, remarks_on
from goodstanding.flow.registering import entry_of
from goodstanding.intake import queries, staging
from goodstanding.intake.batches import Outcome, keyed_digest
from goodstanding.intake.models import Staged
from goodstanding.intake.staging import Numbered, Part
from goodstanding.register.bulk import CHUNK
from goodstanding.rules.judging import Judged


def stage(
    call: Call, *, kind: str, department: str, data: bytes, first_import: bool = False
) -> str:
    """Judge a file and keep its judged rows for half an hour; returns the id of the batch to be.

    The same file sent again replaces its preview; while it is being entered it is only pointed to.
    One that stopped half-way continues after its last committed row. Raises `Refused` as
    `judge_file` and `flow.going_live.require_sender` do.
    """
    require_sender(call, kind=kind, department=department, first_import=first_import)
    staging.sweep(at=call.at)
    digest = keyed_digest(data)
    earlier = staging.of_file(department=department, kind=kind, file_digest=digest)
    if earlier is not None and earlier.state == "entering":
        return earlier.id
    file = judge_file(call, kind=kind, data=data)
    stopped = queries.unfinished(department=department, kind=kind, file_digest=digest)
    after = stopped.last_row if stopped else 0
    batch = stopped.id if stopped else earlier.id if earlier else new_id("b")
    entry = entry_of(kind, call, department=department, law=file.law, batch=batch)
    rest = _after(file.judged, after)
    judged = joined(rest, entry.preview(rest))
    kept = _staged(call, judged)
    kept.id, kept.kind, kept.department = batch, kind, department
    kept.file_digest, kept.size, kept.after_row = digest, len(data), after
    kept.first_import = first_import
    staging.keep(kept, _parts(judged, not_entered(judged)))
    return batch


def stage_row(call: Call, *, kind: str, judged: Judged, digest: str, batch: str) -> None:
    """Keep one judged row of a form for half an hour, in place of its earlier preview.

    Args:
        digest: keyed, of what was typed; it recognises the same form.
        batch: the id of the batch to be.
    """
    kept = _staged(call, judged)
    kept.id, kept.kind, kept.department = batch, kind, call.actor.department
    kept.file_digest, kept.size = digest, 0
    staging.keep(kept, _parts(judged, []))


def _staged(call: Call, judged: Judged) -> Staged:
    return Staged(
        by=call.actor.id,
        read=judged.read,
        accepted=len(judged.accepted),
        duplicates=len(judged.duplicates),
        rejected=len(judged.rejected),
        quarantined=len(judged.quarantined),
        remarked=judged.remarked,
        staged_at=call.at,
        expires_at=call.at + staging.WAITS,
    )


def _after(judged: Judged, row: int) -> Judged:
    """The verdicts on the rows after one."""
    kept = [each.row > row for each in judged.accepted]
    return Judged(
        accepted=tuple(each for each in judged.accepted if each.row > row),
        digests=tuple(each for each, wanted in zip(judged.digests, kept, strict=True) if wanted),
        duplicates=tuple(each for each in judged.duplicates if each.row > row),
        rejected=tuple(each for each in judged.rejected if each.row > row),
        quarantined=tuple(each for each in judged.quarantined if each.row > row),
    )


def _parts(judged: Judged, others: Sequence[Outcome]) -> list[Part]:
    """The rows in the order of the file, as many together as one transaction takes."""
    good: list[tuple[int, Numbered | Outcome]] = [
        (row.row, (row, digest))
        for row, digest in zip(judged.accepted, judged.digests, strict=True)
    ]
    rest: list[tuple[int, Numbered | Outcome]] = [(each.row, each) for each in others]
    ordered = [each for _, each in sorted(good + rest, key=lambda pair: pair[0])]
    chunks = [ordered[n : n + CHUNK] for n in range(0, len(ordered), CHUNK)]
    return [_part(chunk) for chunk in chunks]


def _part(rows: Sequence[Numbered | Outcome]) -> Part:
    good = [each for each in rows if not isinstance(each, Outcome)]
    judged = only(tuple(row for row, _ in good), tuple(digest for _, digest in good))
    return Part(
        accepted=good,
        outcomes=[each for each in rows if isinstance(each, Outcome)],
        remarks=remarks_on(judged),
    )
