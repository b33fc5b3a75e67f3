"""Ordered rows that change records become acts: one record each, many in a transaction."""

from datetime import datetime

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.bench import Bench, Call
from goodstanding.flow.changes_file import everywhere_for
from goodstanding.flow.contest import take_back
from goodstanding.flow.correct import put_right
from goodstanding.flow.outcomes import rejected_outcome
from goodstanding.flow.refute import take_refutation
from goodstanding.flow.repair import receive_result
from goodstanding.intake.batches import Outcome, count_accepted, note_outcomes
from goodstanding.intake.changes import ChangePart
from goodstanding.intake.models import Staged
from goodstanding.register.writing import writing
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.changing.columns import CORRECTION
from goodstanding.rules.changing.judge import problems
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.correction.correct import Correction
from goodstanding.rules.errors import Refused


def take(held: Staged, part: ChangePart, *, at: datetime) -> None:
    """Take a part in the name of the reviewer who ordered it, under the law of the day.

    What has come in between since the row was judged refuses that row alone.
    """
    reviewer = Actor(id=held.ordered_by, department=held.department, roles=_roles(held))
    call = Call(actor=reviewer, at=at, cause=held.id)
    refused = _taken(call, part, sender=held.by)
    count_accepted(batch=held.id, rows=len(part.accepted) - len(refused))
    note_outcomes(batch=held.id, outcomes=[*part.outcomes, *refused])


def _roles(held: Staged) -> frozenset[Role]:
    """Those the commit needed: the credit office takes what concerns records of every department."""
    everywhere = everywhere_for(kind=held.kind, department=held.department)
    return frozenset({Role.REVIEWER, *([Role.CREDIT_OFFICE] if everywhere else [])})


def _taken(call: Call, part: ChangePart, *, sender: str) -> list[Outcome]:
    """The rows that could not be taken. All organisations are held before the first act, in order."""
    streams = {stream for row in part.accepted for stream in row.streams}
    law = law_on(on=call.on, known_at=None)
    refused: list[Outcome] = []
    with writing(
        *streams, author=call.author, at=call.at, cause=call.cause, law=law.versions
    ) as work:
        for row in part.accepted:
            try:
                _take(call, Bench(work, row.organisation, law, call.on), row, sender)
            except Refused as why:
                refused.append(rejected_outcome(row, problems(why, {})))
    return refused


def _take(call: Call, held: Bench, row: ChangeRow, sender: str) -> None:
    if row.kind == CORRECTION:
        wanted = Correction(
            values=row.values,
            reasons=row.reasons,
            version=row.version,
            learned_on=row.learned_on,
        )
        put_right(call, held, row.record, wanted)
    elif row.refutes is not None:
        take_refutation(call, held, row.refutes, reasons=row.reasons, sent_by=sender)
    elif row.result is not None:
        receive_result(call, held, row.record, row.result)
    else:
        take_back(
            call,
            held,
            row.record,
            as_wrong=row.as_wrong,
            reasons=row.reasons,
            learned_on=row.learned_on,
        )
