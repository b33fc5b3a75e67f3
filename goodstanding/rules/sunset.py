"""When does the law itself stop carrying a measure? By dates alone, without any act."""

from datetime import date, timedelta

from goodstanding.rules.catalogue.rulebook import Rulebook

_DAY = timedelta(days=1)


def carried_until(rulebook: Rulebook, ground: str, measure: str, first_day: date) -> date | None:
    """The last day on which the rulebook carries a measure on a ground; None while it is open.

    The earliest of the pairing, its measure and its every basis. A version that no longer knows the
    pairing carries it on no day of its own: what rests on it ended the day before its first.

    Args:
        first_day: of the measure's effect; where a pairing ended and came back, only the run of days
            that holds it counts.
    """
    if not _knows(rulebook, ground, measure):
        return rulebook.in_force_from - _DAY
    return rulebook.ends(ground, measure, first_day)


def _knows(rulebook: Rulebook, ground: str, measure: str) -> bool:
    known = ground in rulebook.grounds and measure in rulebook.measures
    return known and bool(rulebook.paired(ground, measure))
