"""What acts mean for a measure at one department."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.measure import (
    MeasureAnswered,
    MeasureFedBack,
    MeasureReleased,
    MeasureResumed,
    MeasureStayed,
    MeasureTasked,
)
from goodstanding.rules.acts.proceeding import MeasureOrderEnded, MeasureStayOrdered
from goodstanding.rules.acts.repair import MeasureRestored
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.measure.carried import first_run, running
from goodstanding.rules.states import Ending, Measure, Resting, Span, Task, last_resting

_DAY = timedelta(days=1)


def _tasked(state: Measure | None, effect: MeasureTasked, header: Header) -> Measure:
    resting = Resting(
        designation=effect.designation,
        ground=effect.ground,
        basis=effect.basis,
        span=Span(first_day=effect.first_day, last_day=effect.last_day),
        lift=effect.lift,
    )
    if state is not None:
        return replace(state, rests_on=(*state.rests_on, resting))
    return Measure(
        id=header.aggregate,
        organisation=header.stream,
        measure=effect.measure,
        department=effect.department,
        procedures=effect.procedures,
        kind=effect.kind,
        sense=effect.sense,
        stay_exempt=effect.stay_exempt,
        rests_on=(resting,),
        response=effect.response,
    )


def _answered(state: Measure, effect: MeasureAnswered, header: Header) -> Measure:
    answered = replace(
        state,
        answer=effect.answer,
        answered_on=effect.answered_on,
        answered_at=header.position,
        acting_on=effect.acting_on,
    )
    return _with_task(answered, "apply", effect.feedback, header)


def _stayed(state: Measure, effect: MeasureStayed, header: Header) -> Measure:
    def stay(span: Span) -> Span:
        return spans.stay(span, objection=effect.objection, first_day=effect.first_day)

    changed = _respan(state, effect.designation, stay)
    if not running(changed, on=effect.first_day + _DAY):
        changed = _without_moot(changed, "resume")
    return _timed(_with_task(changed, "suspend", effect.suspend, header), effect.first_day)


def _ordered(state: Measure, effect: MeasureStayOrdered, header: Header) -> Measure:
    """Stayed by order; where that names its last day, what is to be done after it is known too."""

    def order(span: Span) -> Span:
        return spans.order(
            span,
            proceeding=effect.proceeding,
            first_day=effect.first_day,
            last_day=effect.last_day,
        )

    changed = _respan(state, effect.designation, order)
    if not running(changed, on=effect.first_day + _DAY):
        changed = _without_moot(changed, "resume")
    changed = _with_task(changed, "suspend", effect.suspend, header)
    return _timed(_with_task(changed, "resume", effect.resume, header), effect.first_day)


def _order_ended(state: Measure, effect: MeasureOrderEnded, header: Header) -> Measure:
    def resume(span: Span) -> Span:
        return spans.resume(span, objection=effect.proceeding, last_day=effect.last_day)

    changed = _without_future(_respan(state, effect.designation, resume), effect.last_day)
    if running(changed, on=effect.last_day + _DAY):
        changed = _without_moot(changed, "suspend")
    return _timed(_with_task(changed, "resume", effect.resume, header), effect.last_day)


def _without_future(state: Measure, on: date) -> Measure:
    """What a later day would have asked is asked anew, as the stays are now."""
    kept = (task for task in state.tasks if task.kind != "resume" or task.due.start <= on)
    return replace(state, tasks=tuple(kept))


def _timed(state: Measure, on: date) -> Measure:
    """Nobody suspends what runs again by the day that an order names."""
    again = first_run(state, after=on)
    last = again - _DAY if again else UNSET
    return replace(state, tasks=tuple(_lasting(each, last) for each in state.tasks))


def _lasting(task: Task, last: date | UnsetType) -> Task:
    waits = task.kind == "suspend" and task.done_on is None
    return replace(task, not_after=last) if waits else task


def _resumed(state: Measure, effect: MeasureResumed, header: Header) -> Measure:
    def resume(span: Span) -> Span:
        return spans.resume(span, objection=effect.objection, last_day=effect.last_day)

    changed = _respan(state, effect.designation, resume)
    if running(changed, on=effect.last_day + _DAY):
        changed = _without_moot(changed, "suspend")
    return _timed(_with_task(changed, "resume", effect.resume, header), effect.last_day)


def _released(state: Measure, effect: MeasureReleased, header: Header) -> Measure:
    ending = Ending(
        cause="designation-ended",
        from_start=effect.from_start,
        from_day=effect.from_day,
        position=header.position,
    )
    changed = _respan(state, effect.designation, lambda span: spans.end(span, ending))
    if effect.lift is not None:
        changed = _without_moot(changed, "suspend", "resume")
    if effect.suspend is not None:
        changed = _without_moot(changed, "resume")
    changed = _with_task(changed, "suspend", effect.suspend, header)
    return _timed(_with_task(changed, "lift", effect.lift, header), effect.from_day)


def _restored(state: Measure, effect: MeasureRestored, header: Header) -> Measure:
    """In force again; a lift not yet done is asked of nobody, one that was done is to be undone."""

    def restore(span: Span) -> Span:
        return spans.restore(
            span,
            repair=effect.repair,
            from_day=header.effective_on,
            last_day=effect.last_day,
            position=header.position,
        )

    changed = _respan(state, effect.designation, restore)
    rests_on = tuple(
        replace(each, lift=effect.lift) if each.designation == effect.designation else each
        for each in changed.rests_on
    )
    changed = _without_moot(replace(changed, rests_on=rests_on), "lift")
    if running(changed, on=header.effective_on + _DAY):
        changed = _without_moot(changed, "suspend")
    return _with_task(changed, "resume", effect.resume, header)


def _fed_back(state: Measure, effect: MeasureFedBack, header: Header) -> Measure:
    """What was done closes its task; a lift after the last day opens and closes it at once."""
    known = any(task.id == effect.task for task in state.tasks)
    if not known:
        due = last_resting(state).lift
        task = Task(id=effect.task, kind="lift", due=due, opened_at=header.position)
        state = replace(state, tasks=(*state.tasks, task), task_count=state.task_count + 1)
    tasks = tuple(_done(task, effect) if task.id == effect.task else task for task in state.tasks)
    return replace(state, tasks=tasks)


def _done(task: Task, effect: MeasureFedBack) -> Task:
    return replace(task, done_on=effect.done_on, proof=effect.proof)


def _respan(state: Measure, designation: str, change: Callable[[Span], Span]) -> Measure:
    return replace(
        state,
        rests_on=tuple(
            replace(resting, span=change(resting.span))
            if resting.designation == designation
            else resting
            for resting in state.rests_on
        ),
    )


def _with_task(state: Measure, kind: str, due: Deadline | None, header: Header) -> Measure:
    if due is None:
        return state
    if kind == "suspend":
        # What an order to a day asked and that day made moot is asked anew, not twice.
        state = _without_moot(state, "suspend")
    number = state.task_count + 1
    task = Task(id=f"{state.id}.{kind}.{number}", kind=kind, due=due, opened_at=header.position)
    return replace(state, tasks=(*state.tasks, task), task_count=number)


def _without_moot(state: Measure, *kinds: str) -> Measure:
    """What was not yet done and no longer needs doing is asked of nobody."""
    kept = (task for task in state.tasks if task.done_on or task.kind not in kinds)
    return replace(state, tasks=tuple(kept))


MEANING: Meaning = {
    MeasureStayOrdered: _ordered,
    MeasureOrderEnded: _order_ended,
    MeasureTasked: _tasked,
    MeasureAnswered: _answered,
    MeasureStayed: _stayed,
    MeasureResumed: _resumed,
    MeasureReleased: _released,
    MeasureFedBack: _fed_back,
    MeasureRestored: _restored,
}
