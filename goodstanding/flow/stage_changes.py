"""A file of corrections or withdrawals waits for a second person; nothing changes before."""

from collections import Counter
from collections.abc import Mapping, Sequence

from goodstanding.files.sheet import Row
from goodstanding.flow import policy
from goodstanding.flow.batch_report import BatchReport
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.changes_file import JudgedChanges, judge_changes, judged_changes
from goodstanding.flow.outcomes import not_entered
from goodstanding.intake import queries, staging
from goodstanding.intake.batches import COUNTS, Outcome, keyed_digest
from goodstanding.intake.changes import parts_of
from goodstanding.intake.models import Staged
from goodstanding.rules.changing.columns import CHANGES, columns_missing
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.rights import Action
from goodstanding.rules.row_refusals import KindNotTaken


def stage_changes(
    call: Call, *, kind: str, department: str, data: bytes, dry_run: bool = False
) -> BatchReport:
    """Judge a file of changes and keep its rows for a reviewer's word, for a week.

    The same file sent again replaces what waits; while it is being taken nothing happens to it; one
    that stopped half-way goes on after its last committed row. Raises `Refused` as `judge_changes`.
    """
    require_sender(call, kind=kind, department=department)
    judged = judge_changes(call, kind=kind, department=department, data=data)
    batch = "" if dry_run else _kept(call, judged, data, kind=kind, department=department)
    return _report(batch, kind, judged)


def stage_change_rows(
    call: Call, *, kind: str, department: str, rows: Sequence[Mapping[str, str]]
) -> BatchReport:
    """The same for rows of cells."""
    require_sender(call, kind=kind, department=department)
    columns = tuple(dict.fromkeys(column for cells in rows for column in cells))
    require_none(columns_missing(columns, kind=kind))
    numbered = (Row(number=n, cells=cells) for n, cells in enumerate(rows, start=1))
    judged = judged_changes(call, kind=kind, department=department, columns=columns, rows=numbered)
    data = repr([sorted(cells.items()) for cells in rows]).encode()
    return _report(_kept(call, judged, data, kind=kind, department=department), kind, judged)


def _report(batch: str, kind: str, judged: JudgedChanges) -> BatchReport:
    return BatchReport(
        batch=batch,
        kind=kind,
        columns=judged.columns,
        judged=judged.others,
        changes=judged.rows,
    )


def require_sender(call: Call, *, kind: str, department: str) -> None:
    """Only an officer of the department (or its client) sends changes, and only of these kinds."""
    policy.require(call.actor, Action.ENTER_RECORDS, department=department)
    if kind not in CHANGES:
        refuse(KindNotTaken(kind=kind, kinds=CHANGES))


def _kept(call: Call, judged: JudgedChanges, data: bytes, *, kind: str, department: str) -> str:
    staging.sweep(at=call.at)
    digest = keyed_digest(data)
    earlier = staging.of_file(department=department, kind=kind, file_digest=digest)
    if earlier is not None and earlier.state == "entering":
        return earlier.id
    stopped = queries.unfinished(department=department, kind=kind, file_digest=digest)
    known = stopped or earlier
    after = stopped.last_row if stopped else 0
    rows: list[ChangeRow | Outcome] = [*judged.rows, *not_entered(judged.others)]
    left = [each for each in rows if each.row > after]
    staged = Staged(
        id=known.id if known else new_id("b"),
        kind=kind,
        department=department,
        file_digest=digest,
        size=len(data),
        after_row=after,
        by=call.actor.id,
        staged_at=call.at,
        expires_at=call.at + staging.WAITS_FOR_COLLEAGUE,
        **_counts(left),
    )
    staging.keep(staged, parts_of(left))
    return staged.id


def _counts(rows: Sequence[ChangeRow | Outcome]) -> dict[str, int]:
    states = Counter(each.state if isinstance(each, Outcome) else "accepted" for each in rows)
    return {"read": len(rows), **{count: states[state] for state, count in COUNTS.items()}}
