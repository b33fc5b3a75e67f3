"""A case is closed with its last lift, by nobody: counted by hand."""

from datetime import date

import pytest

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.designation.closing import Closing, closing
from goodstanding.rules.states import Designation, Ending, Measure, Resting, Span, Stage, Task

FIRST, LAST, AFTER = date(2018, 3, 13), date(2018, 9, 12), date(2018, 9, 13)
LATER = date(2018, 12, 1)


def _deadline(start: date) -> Deadline:
    return Deadline(start=start, working_days=3, due=start, not_before=None, rule="lift")


def _case(last: date = LAST, ended: date | None = None, stage: Stage = Stage.LISTED) -> Designation:
    return Designation(
        id="d-1",
        organisation="91449800MA0000015B",
        department="housing-construction",
        ground="bid-rigging/collusion",
        field="bid-rigging",
        sense="burden",
        records=("r-1",),
        each_suffices=False,
        stage=stage,
        rulebook="x",
        opened_on=FIRST,
        opened_at=1,
        decided_on=FIRST,
        span=None if stage is Stage.DROPPED else _span(last, ended),
    )


def _span(last: date, ended: date | None) -> Span:
    gone = Ending(cause="revoked", from_start=False, from_day=ended, position=9) if ended else None
    return Span(first_day=FIRST, last_day=last, ending=gone)


def _measure(department: str, *spans: Span, answer: str = "apply", task: Task | None = None):
    rests_on = tuple(
        Resting(
            designation=f"d-{number}",
            ground="bid-rigging/collusion",
            basis=(),
            span=span,
            lift=_deadline(span.last_day),
        )
        for number, span in enumerate(spans, start=1)
    )
    return Measure(
        id=f"d-1.tender-exclusion.{department}",
        organisation="91449800MA0000015B",
        measure="tender-exclusion",
        department=department,
        procedures=("tender",),
        kind="at-procedure",
        sense="burden",
        stay_exempt=None,
        rests_on=rests_on,
        response=_deadline(FIRST),
        answer=answer,
        tasks=(task,) if task else (),
    )


def _lift(start: date, done: date | None = None) -> Task:
    return Task(id="t-lift", kind="lift", due=_deadline(start), opened_at=3, done_on=done)


WHOLE = _span(LAST, None)
REVOKED = date(2018, 6, 1)
CUT = _span(LAST, REVOKED)
CASES = {
    "in force on its last day": (_case(), [_measure("finance", WHOLE)], LAST, Closing()),
    "over, nobody applied anything": (
        _case(),
        [_measure("finance", WHOLE, answer="")],
        AFTER,
        Closing(closed_on=AFTER),
    ),
    "over, one of two departments applied it": (
        _case(),
        [_measure("finance", WHOLE), _measure("transport", WHOLE, answer="not_applied")],
        AFTER,
        Closing(lifts=(("d-1.tender-exclusion.finance.lift", "finance"),)),
    ),
    "lifted three days after": (
        _case(),
        [_measure("finance", WHOLE, task=_lift(LAST, date(2018, 9, 15)))],
        LATER,
        Closing(closed_on=date(2018, 9, 15)),
    ),
    "asked for the day before that": (
        _case(),
        [_measure("finance", WHOLE, task=_lift(LAST, date(2018, 9, 15)))],
        date(2018, 9, 14),
        Closing(lifts=(("t-lift", "finance"),)),
    ),
    "revoked, lift asked for": (
        _case(ended=REVOKED, stage=Stage.ENDED),
        [_measure("finance", CUT, task=_lift(REVOKED))],
        REVOKED,
        Closing(lifts=(("t-lift", "finance"),)),
    ),
    "revoked, another designation carries the measure on": (
        _case(ended=REVOKED, stage=Stage.ENDED),
        [_measure("finance", CUT, WHOLE)],
        REVOKED,
        Closing(closed_on=REVOKED),
    ),
    "the other one is over too: that lift is of the other case": (
        _case(ended=REVOKED, stage=Stage.ENDED),
        [_measure("finance", CUT, WHOLE)],
        AFTER,
        Closing(closed_on=REVOKED),
    ),
    "not listed": (_case(stage=Stage.DROPPED), [], FIRST, Closing(closed_on=FIRST)),
}


@pytest.mark.parametrize("name", CASES)
def test_when_a_case_is_closed(name):
    case, measures, on, wanted = CASES[name]
    assert closing(case, measures, on=on) == wanted
