"""The days a condition looks back over: after the day so many years before, up to the day itself."""

from datetime import date, timedelta

from goodstanding.rules.periods import corresponding_day

_DAY = timedelta(days=1)


def looked_back_to(on: date, years: int) -> date:
    """The day so many years before, itself no more looked at; 28 February where there is no 29th.

    What was decided after it counts; an organisation that existed on it has existed long enough.
    """
    return corresponding_day(on, -12 * years)


def out_of_sight_on(day: date, years: int) -> date:
    """The first day on which a day is no longer within so many years.

    1 March where it was a 29 February: on 28 February three years later it is looked at still.
    """
    out = corresponding_day(day, 12 * years)
    while looked_back_to(out, years) < day:
        out += _DAY
    return out
