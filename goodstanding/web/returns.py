"""Monthly returns as they are shown: who owes which, until when, and the lines of a list."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import policy, returns
from goodstanding.organisations.queries import named
from goodstanding.oversight import kept
from goodstanding.oversight.period import month_of
from goodstanding.rules.policy import permitted
from goodstanding.rules.returns.lines import Difference, Line
from goodstanding.rules.returns.owed import Kept, Owed
from goodstanding.rules.rights import Action
from goodstanding.web.accounting import period_word
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.visit import Visit
from goodstanding.web.wording import State

_DAY = timedelta(days=1)

STANDING: dict[Kept, State] = {
    Kept.ON_TIME: State("is-good", "done", _("Confirmed in time")),
    Kept.LATE_FILED: State("is-quiet", "done", _("Confirmed late")),
    Kept.LATE: State("is-late", "late", _("Late")),
    Kept.SOON: State("is-stay", "clock", _("Due soon")),
    Kept.WAITING: State("is-quiet", "day", _("Still to come")),
}
CHANGES = {
    "designated": _("Designated"),
    "paused": _("Paused"),
    "resumed": _("Goes on"),
    "ended": _("Ended by a decision"),
    "expired": _("Last day reached"),
}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A return as a row of a list."""

    department: str
    month: str
    state: State
    clock: Clock
    count: int | None
    times: int
    url: str


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list in words; ``until`` as the last day is known."""

    day: date
    change: str
    case: str
    organisation: str
    name: str
    ground: str
    document: str
    until: date
    wrong: bool


def whole_city(visit: Visit) -> bool:
    """Whether the visitor sees the returns of all departments."""
    return not permitted(visit.actor, Action.SEE_OVERSIGHT)


def readable(visit: Visit, department: str) -> str:
    """The department whose returns are looked at: the one asked for, or the visitor's own."""
    owner = department or visit.actor.department
    policy.require(visit.actor, Action.READ_TASKS, department=owner or None)
    return owner


def returning(visit: Visit) -> bool:
    """Whether the visitor may confirm the returns of the own department."""
    department = visit.actor.department
    return bool(department) and not permitted(
        visit.actor, Action.FILE_RETURN, department=department
    )


def waiting(visit: Visit) -> list[Row]:
    """The returns the visitor's department still has to confirm, the oldest first."""
    if not returning(visit):
        return []
    found = returns.owed(on=visit.today, department=visit.actor.department)
    return rows(visit, reversed([each for each in found if not each.settled]))


def soon(visit: Visit, *, until: date, department: str | None) -> list[Row]:
    """The returns not yet confirmed whose last day is near: today through ``until``."""
    found = returns.owed(on=visit.today, department=department)
    days = (visit.today, until)
    near = (each for each in found if each.due.due and days[0] <= each.due.due <= days[1])
    return rows(visit, (each for each in near if not each.settled))


def rows(visit: Visit, found: Iterable[Owed]) -> list[Row]:
    """Returns as rows."""
    return [_row(visit, each) for each in found]


def figures(found: Iterable[Owed], *, on: date) -> kept.Kept:
    """How many of some returns were confirmed in time, late, or wait still; a provisional day is
    nowhere yet."""
    total = kept.Kept()
    for each in found:
        if each.due.due is not None:
            total = total.plus(_counted(each.kept(on)))
    return total


def shown(visit: Visit, lines: Sequence[Line]) -> list[Shown]:
    """Lines in words, names looked up once for all."""
    names = named(each.organisation for each in lines)
    return [_shown(visit, each, names) for each in lines]


def differing(visit: Visit, found: Sequence[Difference]) -> list[tuple[Shown | None, Shown | None]]:
    """Each difference as the line that was confirmed and the line as it is now."""
    both = [each for pair in found for each in (pair.filed, pair.now) if each]
    names = named(each.organisation for each in both)
    return [
        (
            _shown(visit, each.filed, names) if each.filed else None,
            _shown(visit, each.now, names) if each.now else None,
        )
        for each in found
    ]


def month_word(month: date) -> str:
    """A month in the reader's language."""
    return period_word(month_of(month))


def _row(visit: Visit, owed: Owed) -> Row:
    month = f"{owed.month:%Y-%m}"
    return Row(
        department=visit.titles.department(owed.department),
        month=month_word(owed.month),
        state=STANDING[owed.kept(visit.today)],
        clock=clock_of(visit, owed),
        count=owed.last.count if owed.last else None,
        times=len(owed.filings),
        url=f"{reverse('web:return', args=[month])}?department={owed.department}",
    )


def clock_of(visit: Visit, owed: Owed) -> Clock:
    """The last day of a return, or the day on which it was first confirmed."""
    return clock(
        due_on=owed.due.due,
        not_before=owed.due.not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=owed.filed_on,
    )


def _shown(visit: Visit, line: Line, names: dict[str, str]) -> Shown:
    return Shown(
        day=line.day,
        change=str(CHANGES[line.change]),
        case=line.case,
        organisation=line.organisation,
        name=names.get(line.organisation, line.organisation),
        ground=visit.titles.ground(line.ground),
        document=line.document,
        until=line.last_day,
        wrong=line.wrong,
    )


def _counted(state: Kept) -> kept.Kept:
    late = state in (Kept.LATE, Kept.LATE_FILED)
    return kept.Kept(
        due=1,
        on_time=int(state is Kept.ON_TIME),
        late=int(late),
        waiting=int(state in (Kept.SOON, Kept.WAITING)),
    )
