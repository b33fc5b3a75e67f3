"""When is a case closed? Nobody closes it: it is closed once nothing of it is left to undo."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.states import Designation, Measure, Stage, Task

LIFT = "lift"
_DAY = timedelta(days=1)


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """How a case stands towards its end.

    ``closed_on``: the day from which it is closed, or none; ``lifts``: what keeps it open although
    its designation is over: the lifts that departments have still to do, by task and department.
    """

    closed_on: date | None = None
    lifts: tuple[tuple[str, str], ...] = ()

    @property
    def waits(self) -> bool:
        """True if only lifts keep it open."""
        return bool(self.lifts)


def closing(case: Designation, measures: Iterable[Measure], *, on: date) -> Closing:
    """A case that was not listed is closed by that decision, any other with its last lift.

    There is no step that closes a case, so none can close it with an open lift.

    Args:
        case: with its days.
        measures: every measure that rests, among others, on it.
        on: the legal day asked about.
    """
    over_from = _over_from(case)
    if over_from is None or over_from > on:
        return Closing()
    found = [
        (each, task)
        for each in measures
        for task in _lifts(each, on)
        if keeps_open(over_from, task.due.start)
    ]
    open_lifts = tuple((task.id, each.department) for each, task in found if _open(task, on))
    if open_lifts:
        return Closing(lifts=open_lifts)
    done = [task.done_on for _, task in found if task.done_on]
    return Closing(closed_on=max([over_from, *done]))


def keeps_open(over_from: date, lift_from: date) -> bool:
    """True if a lift belongs to a designation: not where another carried the measure on after it.

    Args:
        over_from: the first day without the designation.
        lift_from: the day the lift is counted from, its last day or the day an act ended it.
    """
    return over_from >= lift_from


def _over_from(case: Designation) -> date | None:
    """The first day without the designation."""
    if case.stage is Stage.DROPPED:
        return case.decided_on
    if case.span is None:
        return None
    after = case.span.last_day + _DAY
    return min(after, case.span.ending.from_day) if case.span.ending else after


def _lifts(measure: Measure, on: date) -> list[Task]:
    by_time = lift_duty(measure, on=on)
    asked = [task for task in measure.tasks if task.kind == LIFT]
    return [*asked, by_time] if by_time else asked


def _open(task: Task, on: date) -> bool:
    return task.done_on is None or task.done_on > on
