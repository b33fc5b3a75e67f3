"""Until when is a measure carried, and which lift does time alone bring?"""

from datetime import date, timedelta

from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.states import Measure, Span, Task

_DAY = timedelta(days=1)


def lasts_through(measure: Measure) -> date:
    """The last day on which some designation carries the measure, stays left aside.

    The day before the first where it never rightly was in force.
    """
    return max(_last(each.span) for each in measure.rests_on)


def _last(span: Span) -> date:
    """The last day the span is in force; the day before its first where it never was."""
    before = span.first_day - _DAY
    if span.ending is None:
        return span.last_day
    if span.ending.from_start:
        return before
    return max(before, min(span.last_day, span.ending.from_day - _DAY))


def lift_by_time(measure: Measure) -> Task | None:
    """The lift duty that is there once all days are over, if nobody acts before."""
    return lift_duty(measure, on=date.max)


def lift_opens(measure: Measure) -> date:
    """The first day of the lift duty that time brings."""
    return lasts_through(measure) + _DAY
