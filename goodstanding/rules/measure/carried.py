"""Does anything still carry a measure? Asked of all the designations it rests on at once."""

from collections.abc import Collection
from datetime import date

from goodstanding.rules.states import Measure


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
