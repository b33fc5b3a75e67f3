"""Who owes a return for a month, until when, and how it stands on a day."""

from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.deadlines import (
    Due,
    at_the_latest,
    day_of_month,
    due_on_day,
    not_later_than,
)
from goodstanding.rules.law import Law
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.states import Filing

RULE = "return"
#: A pack may say to which day of the month a return due on a day off rolls at the latest: its own
#: day, and it does not roll. Without it a return rolls as every duty does.
LATEST = "return-latest"
#: Whoever owes a return is reminded so many working days before the last day.
REMINDED_BEFORE = 3


class Kept(StrEnum):
    """How a return stands on a day; a provisional last day is never missed."""

    ON_TIME = "on-time"
    LATE_FILED = "late-filed"
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A return that a department owes.

    ``month``: its first day; ``reminded_from``: the first day of the reminder, where it is known.
    """

    department: str
    month: date
    due: Due
    reminded_from: date | None
    filings: tuple[Filing, ...] = ()

    @property
    def filed_on(self) -> date | None:
        """The day of the first confirmation: a later one does not make it late."""
        return self.filings[0].on if self.filings else None

    @property
    def last(self) -> Filing | None:
        """The confirmation that holds."""
        return self.filings[-1] if self.filings else None

    @property
    def settled(self) -> bool:
        """Whether it was confirmed."""
        return bool(self.filings)

    def kept(self, on: date) -> Kept:
        """In time, late, or still to come on a day."""
        late = self.due.due is not None and (self.filed_on or on) > self.due.due
        if self.settled:
            return Kept.LATE_FILED if late else Kept.ON_TIME
        if late:
            return Kept.LATE
        near = self.reminded_from is not None and on >= self.reminded_from
        return Kept.SOON if near else Kept.WAITING


def return_id(*, department: str, month: date) -> str:
    """The aggregate of a department's return for a month."""
    return f"return.{department}.{month:%Y-%m}"


def initiating(rulebook: Rulebook, *, on: date) -> tuple[str, ...]:
    """The departments that may decide on some ground on a day: each returns its list every month."""
    grounds = [each.id for each in rulebook.grounds.values() if each.in_force.holds_on(on)]
    return tuple(sorted({each for ground in grounds for each in rulebook.deciding(ground, on)}))


def due_of(month: date, law: Law) -> Due:
    """The last day for the return of a month: the day of the next month that the rules give.

    That day itself is in time; if it is a day off the next working day is too, unless the rules say
    that it rolls no further than some day of that month.
    """
    following = corresponding_day(month, 1)
    due = due_on_day(following, law.value(RULE, following), law.calendar)
    if LATEST not in law.rulebook.parameters:
        return due
    return at_the_latest(due, day_of_month(following, law.value(LATEST, following)))


def owed(department: str, month: date, law: Law, filings: tuple[Filing, ...] = ()) -> Owed:
    """The return of a department for a month."""
    due = due_of(month, law)
    ahead = due.due and not_later_than(due.due, REMINDED_BEFORE, law.calendar).due
    return Owed(department=department, month=month, due=due, reminded_from=ahead, filings=filings)
