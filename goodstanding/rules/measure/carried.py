"""Does anything still carry a measure? Asked of all the designations it rests on at once."""

from collections.abc import Collection
from datetime import date

from goodstanding.rules.states import Measure


def held(measure: Measure, *, on: date, but: Collection[str] = ()) -> bool:
    """True if a designation carries the measure on ``on``, stays left aside.

    ``but``: ids of designations not to count, because they end together.
    """
    return any(each.span.base(on) for each in measure.rests_on if each.designation not in but)


def running(measure: Measure, *, on: date, but: Collection[str] = ()) -> bool:
    """True if a designation carries the measure on ``on`` and is not stayed.

    ``but``: ids of designations not to count, because they end together.
    """
    left = (each.span for each in measure.rests_on if each.designation not in but)
    return any(span.base(on) and not span.stayed(on) for span in left)
