"""The row an objection's state gives."""

from datetime import date

import msgspec

from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Objection


class ObjectionRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Objection`."""

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    reason: str
    new_evidence: bool
    filed_on: date
    filed_by: str
    filed_at: int
    accepted_on: date | None
    accepted_by: str
    verification_due: date | None
    verification_not_before: date | None
    outcome: str
    decided_on: date | None
    decided_at: int | None


def _objection(state: Objection) -> tuple[ObjectionRow, ...]:
    due = state.verification
    row = ObjectionRow(
        id=state.id,
        organisation=state.organisation,
        target=state.target,
        target_kind=state.target_kind,
        department=state.department,
        reason=state.reason,
        new_evidence=state.new_evidence,
        filed_on=state.filed_on,
        filed_by=state.filed_by,
        filed_at=state.filed_at,
        accepted_on=state.accepted_on,
        accepted_by=state.accepted_by,
        verification_due=due.due if due else None,
        verification_not_before=due.not_before if due else None,
        outcome=state.outcome,
        decided_on=state.decided_on,
        decided_at=state.decided_at or None,
    )
    return (row,)


SHELVES = (
    Shelf(
        state=Objection,
        table="remedies_objection",
        key=("id",),
        row=ObjectionRow,
        rows=_objection,
    ),
)
