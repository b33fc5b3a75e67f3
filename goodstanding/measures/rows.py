"""The rows a measure's state gives."""

from datetime import date

import msgspec

from goodstanding.clocks.lifting import lasts_through, lift_by_time, lift_opens
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.shelf import Shelf
from goodstanding.rules.states import Measure


class AppliedMeasureRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.AppliedMeasure`."""

    id: str
    organisation: str
    measure: str
    department: str
    procedures: tuple[str, ...]
    kind: str
    sense: str
    designations: tuple[str, ...]
    answer: str
    answered_on: date | None
    answered_at: int | None
    acting_on: date | None
    first_day: date
    last_day: date
    lift_start: date | None
    lift_working_days: int | None
    lift_due_on: date | None
    lift_not_before: date | None
    released: bool


class TaskRow(msgspec.Struct, frozen=True, kw_only=True):
    """See `models.Task`."""

    id: str
    measure_id: str
    organisation: str
    department: str
    kind: str
    start: date
    working_days: int
    due_on: date | None
    not_before: date | None
    rule: str
    opens_on: date
    not_after: date | None
    done_on: date | None


def _measure(state: Measure) -> tuple[AppliedMeasureRow, ...]:
    duty = lift_by_time(state)
    lift = duty.due if duty else None
    row = AppliedMeasureRow(
        id=state.id,
        organisation=state.organisation,
        measure=state.measure,
        department=state.department,
        procedures=state.procedures,
        kind=state.kind,
        sense=state.sense,
        designations=tuple(each.designation for each in state.rests_on),
        answer=state.answer,
        answered_on=state.answered_on,
        answered_at=state.answered_at or None,
        acting_on=state.acting_on,
        first_day=min(each.span.first_day for each in state.rests_on),
        last_day=lasts_through(state),
        lift_start=lift.start if lift else None,
        lift_working_days=lift.working_days if lift else None,
        lift_due_on=lift.due if lift else None,
        lift_not_before=lift.not_before if lift else None,
        released=all(each.span.ending is not None for each in state.rests_on),
    )
    return (row,)


def _tasks(state: Measure) -> tuple[TaskRow, ...]:
    asked = (
        _task(
            state,
            each.id,
            each.kind,
            each.due,
            done_on=each.done_on,
            not_after=each.not_after or None,
        )
        for each in state.tasks
    )
    return (_answering(state), *asked, *_lifting(state))


def _answering(state: Measure) -> TaskRow:
    id, over = f"{state.id}.respond", lasts_through(state)
    return _task(state, id, "respond", state.response, done_on=state.answered_on, not_after=over)


def _lifting(state: Measure) -> tuple[TaskRow, ...]:
    duty = lift_by_time(state)
    if duty is None:
        return ()
    return (_task(state, duty.id, duty.kind, duty.due, opens_on=lift_opens(state)),)


def _task(
    state: Measure,
    id: str,
    kind: str,
    due: Deadline,
    *,
    done_on: date | None = None,
    opens_on: date | None = None,
    not_after: date | None = None,
) -> TaskRow:
    return TaskRow(
        id=id,
        measure_id=state.id,
        organisation=state.organisation,
        department=state.department,
        kind=kind,
        start=due.start,
        working_days=due.working_days,
        due_on=due.due,
        not_before=due.not_before,
        rule=due.rule,
        opens_on=opens_on or due.start,
        not_after=not_after,
        done_on=done_on,
    )


SHELVES = (
    Shelf(
        state=Measure,
        table="measures_appliedmeasure",
        key=("id",),
        row=AppliedMeasureRow,
        rows=_measure,
    ),
    Shelf(state=Measure, table="measures_task", key=("id",), row=TaskRow, rows=_tasks),
)
