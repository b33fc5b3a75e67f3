"""When time alone ends a measure, whose last day counts for the lift?"""

from datetime import date

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.states import Ending, Measure, Resting, Span


def _deadline(start: date, due: date) -> Deadline:
    return Deadline(start=start, working_days=3, due=due, not_before=None, rule="lift")


def _resting(designation: str, last_day: date, due: date, ending: Ending | None = None) -> Resting:
    span = Span(first_day=date(2018, 3, 1), last_day=last_day, ending=ending)
    return Resting(
        designation=designation,
        ground="bid-rigging/collusion",
        basis=(),
        span=span,
        lift=_deadline(last_day, due),
    )


def _measure(*rests_on: Resting) -> Measure:
    return Measure(
        id="d-1.tender-exclusion.finance",
        organisation="91449800MA0000015B",
        measure="tender-exclusion",
        department="finance",
        procedures=("tender",),
        kind="at-procedure",
        sense="burden",
        stay_exempt=None,
        rests_on=rests_on,
        response=_deadline(date(2018, 3, 1), date(2018, 3, 8)),
        answer="apply",
    )


ENDED = Ending(cause="revoked", from_start=False, from_day=date(2018, 6, 1), position=9)
LONG = _resting("d-1", date(2021, 1, 1), date(2021, 1, 7), ending=ENDED)
SHORT = _resting("d-2", date(2019, 1, 1), date(2019, 1, 4))


def test_a_designation_ended_by_an_act_sets_no_later_day():
    duty = lift_duty(_measure(LONG, SHORT), on=date(2019, 1, 2))
    assert duty is not None
    assert duty.due.due == date(2019, 1, 4)


def test_nothing_is_due_through_the_last_day():
    assert lift_duty(_measure(LONG, SHORT), on=date(2019, 1, 1)) is None
