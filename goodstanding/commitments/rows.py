"""The rows the states of promises, and of decisions that one was broken, give."""

from datetime import date

import msgspec

from goodstanding.rules.commitment.state import Commitment
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Record


class PromiseRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Promise`."""

    id: str
    organisation: str
    template: str
    edition: str
    area: str
    commitment_type: str
    department: str
    made_on: date
    made_at: int
    due_on: date
    by_rule: bool
    consented: bool
    published: bool
    shown_until: date
    standard: str
    standard_scope: str
    standard_edition: str
    stage: str
    withdrawn_on: date | None
    verification_due: date | None
    verification_not_before: date | None
    verified_on: date | None
    seen: str
    looked_at: int | None
    told_on: date | None
    told_at: int | None
    told_by: str
    answer_due: date | None
    answered_on: date | None
    answered_at: int | None
    waived: bool
    found_on: date | None
    found_at: int | None
    document: str
    record: str
    consequences: str
    followed: str


class BrokenRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.BrokenDecision`."""

    record: str
    organisation: str
    department: str
    decided_on: date
    counts: bool
    withdrawn_on: date | None
    repaired_on: date | None
    disputed: bool


def _promise(state: Commitment) -> tuple[PromiseRow, ...]:
    look = state.looks[-1] if state.looks else None
    told, finding = state.breach, state.finding
    row = PromiseRow(
        id=state.id,
        organisation=state.organisation,
        template=state.template,
        edition=state.edition,
        area=state.area,
        commitment_type=state.commitment_type,
        department=state.department,
        made_on=state.made_on,
        made_at=state.made_at,
        due_on=state.due_on,
        by_rule=state.by_rule,
        consented=state.consented,
        published=state.published,
        shown_until=state.shown_until,
        standard=state.standard,
        standard_scope=state.standard_scope,
        standard_edition=state.standard_edition,
        stage=state.stage,
        withdrawn_on=state.withdrawn_on,
        verification_due=state.verification.due,
        verification_not_before=state.verification.not_before,
        verified_on=look.verified_on if look else None,
        seen=look.seen if look else "",
        looked_at=look.position if look else None,
        told_on=told.served_on if told else None,
        told_at=told.position if told else None,
        told_by=told.notified_by if told else "",
        answer_due=told.statement.due if told else None,
        answered_on=told.answered_on if told else None,
        answered_at=(told.answered_at or None) if told else None,
        waived=told.waived if told else False,
        found_on=finding.found_on if finding else None,
        found_at=finding.position if finding else None,
        document=finding.document if finding else "",
        record=finding.record if finding else "",
        consequences=";".join(finding.consequences) if finding else "",
        followed=";".join(finding.followed) if finding else "",
    )
    return (row,)


def _broken(state: Record) -> tuple[BrokenRow, ...]:
    """Only of a record that says a promise was broken; nearly every record is another."""
    if state.record_kind != "commitment" or not state.adverse:
        return ()
    repaired = state.repaired
    row = BrokenRow(
        record=state.id,
        organisation=state.organisation,
        department=state.department,
        decided_on=state.decided_on,
        counts=state.stands and not state.marks,
        withdrawn_on=state.withdrawn.on if state.withdrawn else None,
        repaired_on=repaired.first_day if repaired else None,
        disputed=bool(state.marks),
    )
    return (row,)


SHELVES = (
    Shelf(
        state=Commitment,
        table="commitments_promise",
        key=("id",),
        row=PromiseRow,
        rows=_promise,
    ),
    Shelf(
        state=Record,
        table="commitments_brokendecision",
        key=("record",),
        row=BrokenRow,
        rows=_broken,
    ),
)
