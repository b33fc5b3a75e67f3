"""Does anything still carry a measure? Asked of all the designations it rests on at once."""

from collections.abc import Collection
from datetime import date, timedelta

from goodstanding.rules.states import Measure

_DAY = timedelta(days=1)


def held(measure: Measure, *, on: date, but: Collection[str] = ()) -> bool:
    """True if a designation carries the measure on ``on``, stays left aside.

    ``but``: ids of designations not to count, because they end together.
    """
    return any(each.span.base(on) for each in measure.rests_on if each.designation not in but)


def stopped(measure: Measure) -> bool:
    """True if the department reported last that it suspended or lifted, and not that it resumed."""
    done = [task.kind for task in measure.tasks if task.done_on and task.kind != "apply"]
    return done[-1:] in (["suspend"], ["lift"])


def running(measure: Measure, *, on: date, but: Collection[str] = ()) -> bool:
    """True if a designation carries the measure on ``on`` and is not stayed.

    ``but``: ids of designations not to count, because they end together.
    """
    left = (each.span for each in measure.rests_on if each.designation not in but)
    return any(span.base(on) and not span.stayed(on) for span in left)


def first_run(measure: Measure, *, after: date) -> date | None:
    """The first day later than the next one on which the measure runs again, by the stays there are.

    None if it runs on the next day already, or if no stay names the day it ends.
    """
    if running(measure, on=after + _DAY):
        return None
    lasts = (stay.last_day for each in measure.rests_on for stay in each.span.stays)
    days = sorted({last + _DAY for last in lasts if last is not None and last > after})
    return next((day for day in days if running(measure, on=day)), None)
