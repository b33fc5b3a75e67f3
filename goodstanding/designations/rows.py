"""The rows a designation's state gives."""

from datetime import date

import msgspec

from goodstanding.rules.exemplar.losing import intended
from goodstanding.rules.publicity import consent, shown
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Designation


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Case`."""

    id: str
    organisation: str
    department: str
    ground: str
    field: str
    sense: str
    stage: str
    records: tuple[str, ...]
    each_suffices: bool
    case_number: str
    proposer: str
    months: int
    elsewhere: bool
    doubtful: bool
    opened_on: date
    notice_served_on: date | None
    statement_due: date | None
    statement_not_before: date | None
    statement_on: date | None
    waived_on: date | None
    hearing_due: date | None
    hearing_requested_on: date | None
    hearing_held_on: date | None
    decided_on: date | None
    decided_at: int | None
    decider: str
    authority: str
    document: str
    first_day: date | None
    last_day: date | None
    ended_on: date | None
    ended_cause: str
    ended_from_start: bool
    stayed_since: date | None
    rulebook: str
    shown: bool
    shown_since: date | None
    offer: str
    ending_told_on: date | None


class StayRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Stay`."""

    case_id: str
    ordinal: int
    objection: str
    first_day: date
    last_day: date | None


def _case(state: Designation) -> tuple[CaseRow, ...]:
    notice, span = state.notice, state.span
    statement = notice.statement if notice else None
    hearing = notice.hearing if notice else None
    ending = span.ending if span else None
    given, told = consent(state), intended(state)
    row = CaseRow(
        id=state.id,
        organisation=state.organisation,
        department=state.department,
        ground=state.ground,
        field=state.field,
        sense=state.sense,
        stage=str(state.stage),
        records=state.records,
        each_suffices=state.each_suffices,
        case_number=state.case_number,
        proposer=state.proposer,
        months=state.months,
        elsewhere=state.elsewhere,
        doubtful=state.doubtful,
        opened_on=state.opened_on,
        notice_served_on=notice.served_on if notice else None,
        statement_due=statement.due if statement else None,
        statement_not_before=statement.not_before if statement else None,
        statement_on=state.statement_on,
        waived_on=state.waived_on,
        hearing_due=hearing.due if hearing else None,
        hearing_requested_on=state.hearing_requested_on,
        hearing_held_on=state.hearing_held_on,
        decided_on=state.decided_on,
        decided_at=state.decided_at or None,
        decider=state.decider,
        authority=state.authority,
        document=state.document,
        first_day=span.first_day if span else None,
        last_day=span.last_day if span else None,
        ended_on=ending.from_day if ending else None,
        ended_cause=ending.cause if ending else "",
        ended_from_start=ending.from_start if ending else False,
        stayed_since=_stayed_since(state),
        rulebook=state.rulebook,
        shown=shown(state),
        shown_since=given.since if given else None,
        offer=state.offer or "",
        ending_told_on=told.served_on if told else None,
    )
    return (row,)


def _stayed_since(state: Designation) -> date | None:
    """Since when, where no day is known on which it ends."""
    stays = state.span.stays if state.span else ()
    return min((stay.first_day for stay in stays if stay.last_day is None), default=None)


def _stays(state: Designation) -> tuple[StayRow, ...]:
    stays = state.span.stays if state.span else ()
    return tuple(
        StayRow(
            case_id=state.id,
            ordinal=ordinal,
            objection=stay.objection,
            first_day=stay.first_day,
            last_day=stay.last_day,
        )
        for ordinal, stay in enumerate(stays, start=1)
    )


SHELVES = (
    Shelf(state=Designation, table="designations_case", key=("id",), row=CaseRow, rows=_case),
    Shelf(
        state=Designation,
        table="designations_stay",
        key=("case_id", "ordinal"),
        row=StayRow,
        rows=_stays,
    ),
)
