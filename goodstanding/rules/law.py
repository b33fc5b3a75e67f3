"""The law a step works under: one rulebook, one calendar, and the deadlines they give."""

from datetime import date
from functools import lru_cache

import msgspec

from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.deadlines import due_after
from goodstanding.rules.workdays import WorkCalendar


class Law(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The rulebook and the working-day calendar in force, as known at one moment.

    A law equals itself only: what it once answered is remembered with it.
    """

    rulebook: Rulebook
    calendar: WorkCalendar

    @property
    def versions(self) -> tuple[str, str]:
        """The digests every act is stamped with."""
        return self.rulebook.digest, self.calendar.id

    def deadline(self, rule: str, *, start: date) -> Deadline:
        """The due date a rule of the catalogue gives, counted from ``start`` (not counted itself)."""
        return _deadline(self, rule, start)

    def value(self, rule: str, on: date) -> int:
        """A number of the catalogue on a day; before its first day, its first value.

        An amendment knows the numbers of what it amends: an earlier day keeps the number it had.
        """
        return _value(self, rule, on)

    def settled(self, deadline: Deadline) -> Deadline:
        """A provisional deadline made definite if its calendar has come; others as they are."""
        if deadline.due is not None:
            return deadline
        return _counted(self.calendar, deadline.rule, deadline.start, deadline.working_days)


# A file of records asks the same few numbers and days over and over.


@lru_cache(maxsize=4096)
def _value(law: Law, rule: str, on: date) -> int:
    return law.rulebook.parameter(rule, max(on, law.rulebook.known_from)).value


@lru_cache(maxsize=4096)
def _deadline(law: Law, rule: str, start: date) -> Deadline:
    return _counted(law.calendar, rule, start, law.value(rule, start))


def _counted(calendar: WorkCalendar, rule: str, start: date, days: int) -> Deadline:
    due = due_after(start, days, calendar)
    return Deadline(
        start=start, working_days=days, due=due.due, not_before=due.not_before, rule=rule
    )
