"""Lists of reviews and court cases, each as one line."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.organisations.queries import named
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Proceeding
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.visit import Visit
from goodstanding.web.wording import PROCEEDINGS


class ProceedingLine(msgspec.Struct, frozen=True, kw_only=True):
    """One review or court case as a line; ``stayed``: a stay it ordered runs today."""

    proceeding: Proceeding
    kind: str
    name: str
    state: str
    department: str
    stayed: bool
    clock: Clock | None


def lines(visit: Visit, proceedings: Iterable[Proceeding]) -> list[ProceedingLine]:
    """Proceedings as lines; one query however many."""
    listed = list(proceedings)
    names = named(each.organisation for each in listed) if listed else {}
    return [
        ProceedingLine(
            proceeding=each,
            kind=str(PROCEEDINGS[each.kind]),
            name=names.get(each.organisation, each.organisation),
            state=f"proceeding-{each.stage}",
            department=visit.titles.department(each.department),
            stayed=stayed_on(each, visit.today),
            clock=_clock(visit, each),
        )
        for each in listed
    ]


def about(visit: Visit, targets: Iterable[str]) -> list[ProceedingLine]:
    """The proceedings about some records and designations."""
    return lines(visit, remedies.proceedings_about(targets=targets))


def stayed_on(proceeding: Proceeding, day: date) -> bool:
    """True if a stay it ordered covers the day."""
    begun, last = proceeding.stayed_from, proceeding.stayed_until
    return begun is not None and begun <= day and (last is None or day <= last)


def _clock(visit: Visit, proceeding: Proceeding) -> Clock | None:
    """The clock of carrying its outcome out, while that waits."""
    due, not_before = proceeding.carry_out_due, proceeding.carry_out_not_before
    if proceeding.carried_out_on or (due is None and not_before is None):
        return None
    return clock(due_on=due, not_before=not_before, today=visit.today, calendar=visit.calendar)
