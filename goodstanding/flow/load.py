"""A file of any length: judged in another process while its rows are entered, part by part.

Nothing of it is shown first, and never is all of it in memory. A part goes in one transaction with
what became of its rows and how far the file was read: whatever stops the work, the same file sent
again continues after the last row committed.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.entering import Entry, joined
from goodstanding.flow.judge_file import require_kind, right_to_send, sheet_of
from goodstanding.flow.judged_apart import LIMITS, Part, Source, judged_apart
from goodstanding.flow.outcomes import not_entered
from goodstanding.flow.pace import Pace
from goodstanding.flow.registering import entry_of
from goodstanding.flow.seldom_collected import seldom_collected
from goodstanding.intake import queries
from goodstanding.intake.batches import finish, keyed_digest, note_outcomes, open_batch, read_until
from goodstanding.intake.models import Batch
from goodstanding.register.bulk import CHUNK
from goodstanding.register.streams import awaited
from goodstanding.rules.law import Law


def load(
    call: Call,
    *,
    kind: str,
    department: str,
    source: Path,
    progress: Callable[[int], None] = lambda row: None,
) -> Batch:
    """Enter a file as it is judged; what needs work stands on the page of the batch it gives.

    Args:
        source: CSV or JSON lines of any length; a workbook as large as an upload may be.
        progress: told the last row that is committed.

    Raises `Refused` as `judge_file` does; for a row that cannot be read, after those before it.
    """
    policy.require(call.actor, right_to_send(kind), department=department)
    law = law_on(on=call.on, known_at=None)
    require_kind(kind, law)
    sheet_of(source, kind, limits=LIMITS)
    batch = _batch(call, kind, department, source)
    file = Source(
        path=source,
        kind=kind,
        law=law,
        today=call.on,
        at=call.at,
        department=department,
        batch=batch.id,
        after=batch.last_row,
        size=CHUNK,
    )
    pace = Pace()
    with seldom_collected():
        for part in judged_apart(file):
            for piece in pace.pieces(part):
                progress(_enter(call, piece, law=law, batch=batch, pace=pace))
    finish(batch=batch.id, at=call.at)
    batch.refresh_from_db()
    return batch


def _batch(call: Call, kind: str, department: str, source: Path) -> Batch:
    """The batch that the same file opened and did not finish, or a new one."""
    digest = keyed_digest(source)
    stopped = queries.unfinished(department=department, kind=kind, file_digest=digest)
    return stopped or open_batch(
        id=new_id("b"),
        kind=kind,
        department=department,
        file_digest=digest,
        size=source.stat().st_size,
        by=call.actor.id,
        at=call.at,
    )


def _enter(call: Call, part: Part, *, law: Law, batch: Batch, pace: Pace) -> int:
    """One piece and what became of its rows, in one transaction; the number of its last row."""
    judged, last = part.judged, part.judged.last_row
    entry = entry_of(batch.kind, call, department=batch.department, law=law, batch=batch.id)
    if isinstance(entry, Entry):
        entry.inscribed = part.acts
    with transaction.atomic(using="default"):
        entered = joined(judged, entry.enter(judged, None))
        note_outcomes(batch=batch.id, outcomes=not_entered(entered))
        read_until(batch=batch.id, row=last)
        pace.told(awaited=awaited())
    return last
