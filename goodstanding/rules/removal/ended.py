"""Since when does something count for nothing, and until when are its contents kept?"""

from datetime import date

from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Record, Stage

#: Months for which contents are kept after the end of what they are about.
RULE = "retention/content"


def ended_on(target: Record | Designation, *, on: date) -> date | None:
    """The day from which it counts for nothing more; None while it stands.

    A record without a last day ends by withdrawal or repair only.
    """
    return _record(target, on) if isinstance(target, Record) else _case(target, on)


def _record(record: Record, on: date) -> date | None:
    if record.withdrawn:
        return record.withdrawn.on
    if record.repaired:
        return record.repaired.first_day
    last = record.public_until
    return last if last is not None and last < on else None


def _case(case: Designation, on: date) -> date | None:
    if case.stage is Stage.DROPPED:
        return case.decided_on or case.opened_on
    if case.span is None or (case.span.carried_until >= on and not case.span.ending):
        return None
    return case.span.carried_until


def kept_until(ended: date, *, law: Law) -> date | None:
    """The last day on which contents are kept; None where the rulebook names no time.

    The months of `RULE` that hold on the day of the end count from that day.
    """
    months = retention(law, on=ended)
    return None if months is None else last_day_of(ended, months=months)


def retention(law: Law, *, on: date, rule: str = RULE) -> int | None:
    """The months a retention rule of the catalogue gives on a day; None where it has none."""
    return law.value(rule, on) if rule in law.rulebook.parameters else None
