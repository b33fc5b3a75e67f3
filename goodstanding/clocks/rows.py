"""The duties that a state gives."""

from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from goodstanding.clocks.lifting import lasts_through, lift_by_time, lift_opens
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import (
    Application,
    Commitment,
    Designation,
    InspectionPlan,
    Measure,
    Objection,
    Proceeding,
    Record,
    Repair,
    State,
)

#: The clock of a task; the other kinds have the same name.
_OF_TASK = {"apply": "feedback"}


class ClockRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """See `models.Clock`."""

    aggregate: str
    kind: str
    ordinal: int
    organisation: str
    department: str
    start_on: date
    working_days: int
    due_on: date | None
    not_before: date | None
    rule: str
    opens_on: date
    not_after: date | None
    met_on: date | None
    subject: str


def _statement(state: Designation) -> tuple[ClockRow, ...]:
    """The organisation's window: over with a statement, a waiver or the decision."""
    if state.notice is None:
        return ()
    met_on = state.statement_on or state.waived_on or state.decided_on
    return (_clock(state, state.department, "statement", state.notice.statement, met_on=met_on),)


def _publication(state: Record) -> tuple[ClockRow, ...]:
    """Met when the record becomes public here; a withdrawn one need not be published any more."""
    if state.publication is None:
        return ()
    gone = state.withdrawn.on if state.withdrawn else None
    met_on = state.public_from or gone
    return (_clock(state, state.department, "publication", state.publication, met_on=met_on),)


def _record(state: Record) -> tuple[ClockRow, ...]:
    """Time to publish it, and each time to put it right once it was known to be wrong."""
    known = (
        _clock(
            state,
            state.department,
            "correction",
            each.due,
            ordinal=ordinal,
            met_on=each.ended_on,
        )
        for ordinal, each in enumerate(state.errors or (), start=1)
        if each.due
    )
    return (*_publication(state), *known)


def _objection(state: Objection) -> tuple[ClockRow, ...]:
    """Time to take it up, where the rulebook sets one, and time to verify it."""
    return (*_taking_up(state), *_verification(state))


def _taking_up(state: Objection) -> tuple[ClockRow, ...]:
    if not state.acceptance:
        return ()
    met_on = state.accepted_on or state.decided_on
    kind = "objection-acceptance"
    return (_clock(state, state.department, kind, state.acceptance, met_on=met_on),)


def _verification(state: Objection) -> tuple[ClockRow, ...]:
    if state.verification is None:
        return ()
    return (
        _clock(
            state, state.department, "verification", state.verification, met_on=state.decided_on
        ),
    )


def _repair(state: Repair) -> tuple[ClockRow, ...]:
    """Time to accept, met by any answer to the application, and time to decide.

    None of a result that came from elsewhere.
    """
    if state.acceptance is None:
        return ()
    answered = state.accepted_on or state.papers_asked_on or state.decided_on
    if state.papers_supplied_on:
        answered = state.accepted_on or state.decided_on
    found = [
        _clock(state, state.department, "repair-acceptance", state.acceptance, met_on=answered)
    ]
    if state.decision is not None:
        decided = _clock(
            state, state.department, "repair-decision", state.decision, met_on=state.decided_on
        )
        found.append(decided)
    return tuple(found)


def _proceeding(state: Proceeding) -> tuple[ClockRow, ...]:
    """What did not stand is to be taken back or put right."""
    if state.carry_out is None:
        return ()
    due, met_on = state.carry_out, state.carried_out_on
    return (_clock(state, state.department, "carry-out", due, met_on=met_on),)


def _commitment(state: Commitment) -> tuple[ClockRow, ...]:
    """Once its due day has passed the department looks whether it was kept."""
    met_on = state.finding.found_on if state.finding else state.withdrawn_on
    due, opens_on = state.verification, state.due_on + timedelta(days=1)
    kind = "commitment-verification"
    return (_clock(state, state.department, kind, due, met_on=met_on, opens_on=opens_on),)


def _inspection(state: InspectionPlan) -> tuple[ClockRow, ...]:
    """The results of a plan are to be published; there from the day after its last day."""
    if state.drawn is None:
        return ()
    row = _clock(
        state,
        state.department,
        "inspection-results",
        state.drawn.results,
        met_on=state.published_on,
        opens_on=state.last_day,
    )
    # It is about no organisation.
    return (replace(row, organisation=""),)


def _application(state: Application) -> tuple[ClockRow, ...]:
    """Time to say what is missing, met by that, by acceptance or by the end; and time to decide."""
    found = []
    if state.list_due is not None:
        told = state.told_on or state.accepted_on or state.decided_on
        found.append(_clock(state, state.department, "missing-list", state.list_due, met_on=told))
    if state.limit is not None:
        ended = state.decided_on
        found.append(_clock(state, state.department, "application", state.limit, met_on=ended))
    return tuple(found)


def _measure(state: Measure) -> tuple[ClockRow, ...]:
    asked = (
        _clock(
            state,
            state.department,
            _OF_TASK.get(each.kind, each.kind),
            each.due,
            ordinal=ordinal,
            met_on=each.done_on,
            not_after=each.not_after or None,
            subject=each.id,
        )
        for ordinal, each in enumerate(state.tasks, start=1)
    )
    return (_response(state), *asked, *_lift(state))


def _response(state: Measure) -> ClockRow:
    return _clock(
        state,
        state.department,
        "response",
        state.response,
        met_on=state.answered_on,
        not_after=lasts_through(state),
        subject=f"{state.id}.respond",
    )


def _lift(state: Measure) -> tuple[ClockRow, ...]:
    """The lift that the last day brings by itself: there from the day after it."""
    duty = lift_by_time(state)
    if duty is None:
        return ()
    return (
        _clock(
            state,
            state.department,
            "lift",
            duty.due,
            opens_on=lift_opens(state),
            subject=duty.id,
        ),
    )


def _clock(
    state: State,
    department: str,
    kind: str,
    due: Deadline,
    *,
    met_on: date | None = None,
    ordinal: int = 0,
    opens_on: date | None = None,
    not_after: date | None = None,
    subject: str = "",
) -> ClockRow:
    return ClockRow(
        aggregate=state.id,
        kind=kind,
        ordinal=ordinal,
        organisation=state.organisation,
        department=department,
        start_on=due.start,
        working_days=due.working_days,
        due_on=due.due,
        not_before=due.not_before,
        rule=due.rule,
        opens_on=opens_on or due.start,
        not_after=not_after,
        met_on=met_on,
        subject=subject or state.id,
    )


_TABLE, _KEY = "clocks_clock", ("aggregate", "kind", "ordinal")

#: One table, filled by the states of seven types; none gives the key of another.
SHELVES = (
    Shelf(state=Designation, table=_TABLE, key=_KEY, row=ClockRow, rows=_statement),
    Shelf(state=Measure, table=_TABLE, key=_KEY, row=ClockRow, rows=_measure),
    Shelf(state=Record, table=_TABLE, key=_KEY, row=ClockRow, rows=_record),
    Shelf(state=Objection, table=_TABLE, key=_KEY, row=ClockRow, rows=_objection),
    Shelf(state=Proceeding, table=_TABLE, key=_KEY, row=ClockRow, rows=_proceeding),
    Shelf(state=Commitment, table=_TABLE, key=_KEY, row=ClockRow, rows=_commitment),
    Shelf(state=InspectionPlan, table=_TABLE, key=_KEY, row=ClockRow, rows=_inspection),
    Shelf(state=Repair, table=_TABLE, key=_KEY, row=ClockRow, rows=_repair),
    Shelf(state=Application, table=_TABLE, key=_KEY, row=ClockRow, rows=_application),
)
