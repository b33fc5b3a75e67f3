"""The second person commits a staged file of corrections or withdrawals, whole or in part."""

from collections.abc import Callable, Collection

from django.db import transaction

from goodstanding.flow import commit, policy
from goodstanding.flow.bench import Call
from goodstanding.flow.outcomes import rejected_outcome
from goodstanding.intake import changes, queries, staging
from goodstanding.intake.batches import Outcome
from goodstanding.intake.models import Batch, Staged
from goodstanding.rules.changing.columns import CHANGES, CORRECTION, REFUTED, REPAIRED, WITHDRAWAL
from goodstanding.rules.changing.refusals import SentBack
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.persons import IdentityNumberInCell
from goodstanding.rules.policy import permitted, second_person
from goodstanding.rules.record_types import Problem
from goodstanding.rules.rights import Action

_ACTIONS = {
    CORRECTION: Action.CORRECT_RECORD,
    WITHDRAWAL: Action.WITHDRAW_RECORD,
    REPAIRED: Action.TAKE_REPAIR_RESULT,
    REFUTED: Action.CORRECT_REGISTRATION,
}


class NoteMissing(Refusal):
    """Say why rows are sent back, so that their sender can mend them."""


class NotOfChanges(Refusal):
    """This file brings records, and its sender enters it. Only what changes records waits for a
    reviewer."""


def action_of(kind: str) -> Action:
    """The right that the commit of a kind of changes needs: that of the single step."""
    return _ACTIONS[kind]


def may_read(call: Call, of: Staged | Batch) -> None:
    """Who sends files of the department sees one of changes, and so does who commits them."""
    if not permitted(call.actor, action_of(of.kind), department=of.department):
        return
    policy.require(call.actor, Action.ENTER_RECORDS, department=of.department)


def commit_changes(
    call: Call, *, staged: str, sent_back: Collection[int] = (), note: str = ""
) -> None:
    """Order the rows of a staged file to be taken, but those sent back; `flow.commit.advance` does.

    By a reviewer of the department other than who sent it. ``sent_back``: numbers of rows, with the
    ``note`` their sender reads. A row that this person may not take (an own entry, a conflict of
    interest) is not taken. Raises `Refused` as `flow.commit.commit` does, and with `NoteMissing`.
    """
    found = staging.staged(id=staged) or queries.batch(id=staged) or refuse(commit.PreviewUnknown())
    if found.kind not in CHANGES:
        refuse(NotOfChanges())
    with transaction.atomic(using="default"):
        held = commit.waiting(call, staged, action_of(found.kind))
        _require_note(sent_back, note)
        changes.send_back(held, _why_not(call, held.kind, frozenset(sent_back), note.strip()))
        commit.begin(call, held)


def _require_note(sent_back: Collection[int], note: str) -> None:
    if sent_back and not note.strip():
        refuse(NoteMissing())
    if numbers_in({"note": note}):
        refuse(IdentityNumberInCell(column="note"))


def _why_not(
    call: Call, kind: str, sent_back: frozenset[int], note: str
) -> Callable[[ChangeRow], Outcome | None]:
    def why(row: ChangeRow) -> Outcome | None:
        found = [SentBack(note=note)] if row.row in sent_back else obstacles(call, kind, row)
        return rejected_outcome(row, [Problem.of(each) for each in found]) if found else None

    return why


def obstacles(call: Call, kind: str, row: ChangeRow) -> list[Refusal]:
    """What keeps this person from taking one row: its entry was their own, or it concerns them."""
    action, department = action_of(kind), call.actor.department
    found = permitted(
        call.actor,
        action,
        department=department,
        organisation=row.organisation,
        matter=row.record,
    )
    return [*found, *second_person(call.actor, action, first=row.entered_by)]
