"""Versions that are activated and still to come bind what is written down meanwhile."""

from collections.abc import Sequence
from datetime import date, timedelta

from goodstanding.catalogue.queries import calendar as known_calendar
from goodstanding.catalogue.queries import coming
from goodstanding.catalogue.queries import law as law_on
from goodstanding.register.writing import Work
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.errors import Refused
from goodstanding.rules.governing.revision import Revision
from goodstanding.rules.states import Measure, State

_DAY = timedelta(days=1)


def revision_to(new: Rulebook) -> Revision | None:
    """A version and what holds on the day before its first; None where no rulebook does."""
    try:
        old = law_on(on=new.in_force_from - _DAY).rulebook
    except Refused:
        return None
    return None if old == new else Revision(old, new, known_calendar())


def shorten(work: Work, acts: Sequence[Act], *, on: date) -> None:
    """What was written just now ends as the versions still to come say, in the same transaction."""
    for new in coming(after=on):
        revision = revision_to(new)
        if revision is not None:
            work.append(revision.acts(_states(work, acts)))


def _states(work: Work, acts: Sequence[Act]) -> dict[str, State]:
    """What the acts changed, and the designations under a measure."""
    changed = {act.header.aggregate for act in acts}
    found = {id: state for id in changed if (state := work.state(id)) is not None}
    measures = (each for each in found.values() if isinstance(each, Measure))
    under = {resting.designation for each in measures for resting in each.rests_on}
    work.prefetch(under)
    found.update((id, state) for id in under if (state := work.state(id)) is not None)
    return found
