"""Does anything still carry a measure? Asked of all the designations it rests on at once."""

from collections.abc import Collection
from datetime import date

from goodstanding.rules.states import Measure


def held(measure: Measure, *, on: date, but: Collection[str] = ()) -> bool:
    """True if a designation carries the measure on ``on``, stays left aside.

    ``but``: ids of designations not to count, because they end together.
    """
    return any(each.span.base(on) for each in measure.rests_on if each.designation not in but)


def running(measure: Measure, *, on: date) -> bool:
    """True if a designation carries the measure on ``on`` and is not stayed."""
    return any(each.span.base(on) and not each.span.stayed(on) for each in measure.rests_on)
