"""The rows the states of objections and repairs give."""

from datetime import date

import msgspec

from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Objection, Proceeding, Repair


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
    at_counter: bool
    acceptance_due: date | None
    acceptance_not_before: date | None
    accepted_on: date | None
    accepted_by: str
    verification_due: date | None
    verification_not_before: date | None
    extended_on: date | None
    outcome: str
    decided_on: date | None
    decided_at: int | None


def _objection(state: Objection) -> tuple[ObjectionRow, ...]:
    due, taken_up = state.verification, state.acceptance or None
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
        at_counter=bool(state.at_counter),
        acceptance_due=taken_up.due if taken_up else None,
        acceptance_not_before=taken_up.not_before if taken_up else None,
        accepted_on=state.accepted_on,
        accepted_by=state.accepted_by,
        verification_due=due.due if due else None,
        verification_not_before=due.not_before if due else None,
        extended_on=state.extended_on or None,
        outcome=state.outcome,
        decided_on=state.decided_on,
        decided_at=state.decided_at or None,
    )
    return (row,)


class RepairRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Repair`."""

    id: str
    organisation: str
    target: str
    target_kind: str
    department: str
    rule: str
    stage: str
    filed_on: date
    filed_by: str
    filed_at: int
    performed_on: date | None
    commitment_on: date | None
    acceptance_due: date | None
    acceptance_not_before: date | None
    papers_asked_on: date | None
    papers_supplied_on: date | None
    accepted_on: date | None
    accepted_by: str
    decision_due: date | None
    decision_not_before: date | None
    extended_on: date | None
    outcome: str
    ground: str
    decided_on: date | None
    decided_at: int | None
    revocation_served_on: date | None
    revocation_statement_due: date | None
    revocation_answered_on: date | None
    revoked_on: date | None
    decided_elsewhere_by: str
    decided_elsewhere_document: str


def _repair(state: Repair) -> tuple[RepairRow, ...]:
    told = state.revocation
    row = RepairRow(
        id=state.id,
        organisation=state.organisation,
        target=state.target,
        target_kind=state.target_kind,
        department=state.department,
        rule=state.rule,
        stage=state.stage,
        filed_on=state.filed_on,
        filed_by=state.filed_by,
        filed_at=state.filed_at,
        performed_on=state.performed_on,
        commitment_on=state.commitment_on,
        acceptance_due=state.acceptance.due if state.acceptance else None,
        acceptance_not_before=state.acceptance.not_before if state.acceptance else None,
        papers_asked_on=state.papers_asked_on,
        papers_supplied_on=state.papers_supplied_on,
        accepted_on=state.accepted_on,
        accepted_by=state.accepted_by,
        decision_due=state.decision.due if state.decision else None,
        decision_not_before=state.decision.not_before if state.decision else None,
        extended_on=state.extended_on,
        outcome=state.outcome,
        ground=state.ground,
        decided_on=state.decided_on,
        decided_at=state.decided_at or None,
        revocation_served_on=told.served_on if told else None,
        revocation_statement_due=told.statement.due if told else None,
        revocation_answered_on=told.answered_on if told else None,
        revoked_on=state.revoked_on,
        decided_elsewhere_by=state.elsewhere.authority if state.elsewhere else "",
        decided_elsewhere_document=state.elsewhere.document if state.elsewhere else "",
    )
    return (row,)


class ProceedingRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Proceeding`."""

    id: str
    organisation: str
    kind: str
    body: str
    document: str
    opened_on: date
    subject: str
    subject_kind: str
    target: str
    target_kind: str
    department: str
    entered_by: str
    entered_at: int
    stage: str
    stayed_from: date | None
    stayed_until: date | None
    stayed_whole: bool
    outcome: str
    outcome_document: str
    decided_on: date | None
    effect_from: date | None
    carry_out_due: date | None
    carry_out_not_before: date | None
    carried_out_on: date | None
    carried_out: str
    plan: str
    execution_until: date | None


def _stayed(state: Proceeding) -> tuple[date | None, date | None]:
    """The days of the latest order; of a shield those on which it runs."""
    if state.ruling:
        lasts = [each for each in (state.ruling.last_day, state.ended_on or None) if each]
        return state.entered_on, min(lasts, default=None)
    order = state.orders[-1] if state.orders else None
    return (order.first_day, order.last_day) if order else (None, None)


def _proceeding(state: Proceeding) -> tuple[ProceedingRow, ...]:
    due, order = state.carry_out, state.orders[-1] if state.orders else None
    row = ProceedingRow(
        id=state.id,
        organisation=state.organisation,
        kind=state.kind,
        body=state.body,
        document=state.document,
        opened_on=state.opened_on,
        subject=state.subject,
        subject_kind=state.subject_kind,
        target=state.target,
        target_kind=state.target_kind,
        department=state.department,
        entered_by=state.entered_by,
        entered_at=state.entered_at,
        stage=state.stage,
        stayed_from=_stayed(state)[0],
        stayed_until=_stayed(state)[1],
        stayed_whole=order.whole if order else False,
        outcome=state.outcome,
        outcome_document=state.outcome_document,
        decided_on=state.decided_on,
        effect_from=state.effect_from,
        carry_out_due=due.due if due else None,
        carry_out_not_before=due.not_before if due else None,
        carried_out_on=state.carried_out_on,
        carried_out=state.carried_out,
        plan=state.ruling.plan if state.ruling else "",
        execution_until=state.ruling.last_day if state.ruling else None,
    )
    return (row,)


SHELVES = (
    Shelf(
        state=Proceeding,
        table="remedies_proceeding",
        key=("id",),
        row=ProceedingRow,
        rows=_proceeding,
    ),
    Shelf(state=Repair, table="remedies_repair", key=("id",), row=RepairRow, rows=_repair),
    Shelf(
        state=Objection,
        table="remedies_objection",
        key=("id",),
        row=ObjectionRow,
        rows=_objection,
    ),
)
