"""One day of an organisation's calendar, and the last day of a term as far as it is known."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline
from goodstanding.web.visit import Visit


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One such day: what of (``kind``), about which aggregate; ``moot``: nothing hangs on it any more.

    ``provisional``: the official calendar of a year on the way is missing, and the day is only the
    earliest that the true one may turn out to be.
    """

    kind: str
    about: str
    day: date
    title: str
    text: str
    url: str
    moot: bool = False
    provisional: bool = False


def due(visit: Visit, deadline: Deadline) -> tuple[date | None, bool]:
    """The last day of a term, and whether it is provisional."""
    settled = visit.law.settled(deadline) if visit.law else deadline
    return (settled.due, False) if settled.due else (settled.not_before, True)
