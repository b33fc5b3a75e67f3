"""The end of a designation is confirmed: measure by measure, who lifted it and when."""

from datetime import date

import msgspec

from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.measure.respond import LIFT
from goodstanding.rules.states import Designation, Measure


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """A measure at a department; no day where it was never put into practice or is not reported yet.

    ``waits``: it was applied, and its lifting is not reported yet.
    """

    measure: str
    department: str
    lifted_on: date | None
    waits: bool


class Lifted(msgspec.Struct, frozen=True, kw_only=True):
    """``cause``: what ended it, empty where its last day did; ``last_day``: that day."""

    ground: str
    document: str
    cause: str
    from_start: bool
    ended_on: date
    lifts: tuple[Lift, ...]


def lifted(papers: Papers, case: Designation) -> Letter:
    """The letter once a designation is over; it tells of lifts as far as they are reported."""
    span = case.span
    assert span is not None
    ended_on = span.ending.from_day if span.ending else span.last_day
    lifts = tuple(_lift(papers, each, case) for each in papers.work.measures_under(case.id))
    said = Lifted(
        ground=papers.words.ground(case.ground),
        document=case.document,
        cause=span.ending.cause if span.ending else "",
        from_start=span.ending is not None and span.ending.from_start,
        ended_on=ended_on,
        lifts=lifts,
    )
    days = [each.lifted_on for each in lifts if each.lifted_on]
    return papers.letter(
        "lifted", department=case.department, number="", said=said, on=max([ended_on, *days])
    )


def _lift(papers: Papers, measure: Measure, case: Designation) -> Lift:
    done = [task.done_on for task in measure.tasks if task.kind == LIFT and task.done_on]
    rests_else = any(
        each.designation != case.id and each.span.ending is None for each in measure.rests_on
    )
    return Lift(
        measure=papers.words.measure(measure.measure),
        department=papers.words.department(measure.department),
        lifted_on=max(done, default=None),
        waits=measure.applied and not done and not rests_else,
    )
