"""Since when a record was known to be wrong, and whether it was put right in time, as its page says."""

from datetime import date

import msgspec

from goodstanding.register.reading import content
from goodstanding.rules.states import KnownError, Record, State
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.visit import Visit


class ErrorShown(msgspec.Struct, frozen=True, kw_only=True):
    """One time a record was known to be wrong; ``due``: its last day, none where nothing counts."""

    error: KnownError
    text: str
    due: date | None
    clock: Clock | None
    late: bool


def errors_of(visit: Visit, state: State) -> list[ErrorShown]:
    """Every time, the latest first."""
    errors = (state.errors or ()) if isinstance(state, Record) else ()
    if not errors:
        return []
    said = content(each.position for each in errors)
    return [
        _shown(visit, each, said.get(each.position, {}).get("text", "")) for each in errors[::-1]
    ]


def _shown(visit: Visit, error: KnownError, text: str) -> ErrorShown:
    settled = visit.law.settled(error.due) if visit.law and error.due else error.due
    due = settled.due if settled else None
    runs = settled is not None and error.ended_on is None
    found = (
        clock(
            due_on=settled.due,
            not_before=settled.not_before,
            today=visit.today,
            calendar=visit.calendar,
        )
        if runs and settled
        else None
    )
    late = bool(due and (error.ended_on or visit.today) > due)
    return ErrorShown(error=error, text=text, due=due, clock=found, late=late)
