"""A staged file is entered, part by part; or cancelled, and nothing of it is kept.

One that changes records is ordered by a second person (`flow.commit_changes`) and taken here.
"""

from datetime import datetime

from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.entering import joined, only
from goodstanding.flow.going_live import require_sender
from goodstanding.flow.judge_file import right_to_send
from goodstanding.flow.outcomes import not_entered
from goodstanding.flow.registering import entry_of
from goodstanding.flow.take_changes import take
from goodstanding.intake import changes, queries, staging
from goodstanding.intake.batches import finish, note_outcomes, open_batch
from goodstanding.intake.changes import ChangePart
from goodstanding.intake.models import Staged, StagedPart
from goodstanding.intake.staging import Part
from goodstanding.rules.actors import Actor
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.errors import Conflict, Forbidden, NotFound, refuse
from goodstanding.rules.rights import Action


class PreviewUnknown(NotFound):
    """There is no such preview any more: nothing of the file was kept. Send the file again."""


class PreviewExpired(Conflict):
    """This preview was open for more than 30 minutes, so its rows were forgotten and nothing was
    entered. Send the file again."""


class PreviewCancelled(Conflict):
    """This preview was cancelled and nothing was entered. Send the file again."""


class ReviewerNeeded(Forbidden):
    """What changes records is committed by a reviewer, other than who sent the file. It waits on the
    reviewers' desk."""


class AlreadyCommitted(Conflict):
    """This file was entered already; it is entered once. What became of its rows stands here."""


def commit(call: Call, *, staged: str) -> None:
    """Order a staged file to be entered; `advance` does it.

    Raises `Refused` with `AlreadyCommitted` the second time, `PreviewExpired` after half an hour,
    `PreviewCancelled` or `PreviewUnknown`.
    """
    with transaction.atomic(using="default"):
        held = waiting(call, staged)
        if held.kind in CHANGES:
            refuse(ReviewerNeeded())
        require_sender(
            call, kind=held.kind, department=held.department, first_import=held.first_import
        )
        begin(call, held)


def begin(call: Call, held: Staged) -> None:
    """Open the batch of a staged file that is held, and order it; its sender stays its sender."""
    if queries.batch(id=held.id) is None:
        open_batch(
            id=held.id,
            kind=held.kind,
            department=held.department,
            file_digest=held.file_digest,
            size=held.size,
            by=held.by if held.kind in CHANGES else call.actor.id,
            at=call.at,
            first_import=held.first_import,
        )
    staging.order(held, by=call.actor.id, at=call.at)


def cancel(call: Call, *, staged: str) -> None:
    """Forget every row of a staged file. Raises `Refused` as `commit` does."""
    with transaction.atomic(using="default"):
        staging.drop(waiting(call, staged), state="cancelled")


def waiting(call: Call, id: str, action: Action | None = None) -> Staged:
    """The preview, held; refuses for anybody else's, and where nothing waits any more."""
    found = staging.staged(id=id) or queries.batch(id=id)
    if found is None:
        refuse(PreviewUnknown())
    right = Action.GO_LIVE if found.first_import else action or right_to_send(found.kind)
    policy.require(call.actor, right, department=found.department, first=found.by)
    held = staging.hold(id=id, state="waiting")
    if held is None:
        left = staging.staged(id=id)
        gone = {"cancelled": PreviewCancelled, "expired": PreviewExpired}
        refuse(gone.get(left.state if left else "", AlreadyCommitted)())
    if held.expires_at <= call.at:
        refuse(PreviewExpired())
    return held


def advance(*, staged: str, at: datetime) -> bool:
    """Enter the next part of what was ordered, in one transaction; False when there is none.

    Also False while somebody else is at it. A part goes in the transaction that writes its records:
    whatever stops the work, no row is lost and none is entered twice.
    """
    with transaction.atomic(using="default"):
        held = staging.hold(id=staged, state="entering", wait=False)
        if held is None:
            return False
        found = _next(held)
        if found is None:
            finish(batch=held.id, at=max(at, held.ordered_at or at))
            staging.close(held)
            return False
        stored, part = found
        if isinstance(part, ChangePart):
            take(held, part, at=at)
        else:
            _enter(held, part, at)
        staging.entered(held, stored, at=at)
    return True


def _next(held: Staged) -> tuple[StagedPart, Part | ChangePart] | None:
    return changes.next_part(held) if held.kind in CHANGES else staging.next_part(held)


def _enter(held: Staged, part: Part, at: datetime) -> None:
    """In the name of who ordered it, under the law of the day."""
    call = Call(actor=Actor(id=held.ordered_by, department=held.department), at=at)
    law = law_on(on=call.on, known_at=None)
    entry = entry_of(
        held.kind,
        call,
        department=held.department,
        law=law,
        batch=held.id,
        first_import=held.first_import,
    )
    rows = tuple(row for row, _ in part.accepted)
    judged = only(rows, tuple(digest for _, digest in part.accepted))
    compared = joined(judged, entry.enter(judged, None))
    note_outcomes(batch=held.id, outcomes=[*part.outcomes, *not_entered(compared)])
