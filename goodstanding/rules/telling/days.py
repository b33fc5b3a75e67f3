"""What days are news of: what ended, windows that run out, duties and returns that fall due.

All of it follows from what stands today, so a run that never took place loses nothing: late is late
news. What is over by then is not announced as still to come.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from goodstanding.rules.deadlines import not_later_than
from goodstanding.rules.returns.owed import Kept, Owed, return_id
from goodstanding.rules.telling.news import News
from goodstanding.rules.workdays import WorkCalendar

#: So many working days before the last day somebody is told that it comes.
BEFORE = 3
#: What was promised takes longer to do than an answer to write.
BEFORE_A_PROMISE = 10
_DAY = timedelta(days=1)


class Lasting(msgspec.Struct, frozen=True, kw_only=True):
    """A record or a designation with its last day, both in force; no act ended it."""

    kind: str
    id: str
    organisation: str
    last_day: date


class GoingOn(msgspec.Struct, frozen=True, kw_only=True):
    """A continuous consent: whose, until when, and the days on which it is recalled to mind."""

    id: str
    organisation: str
    reminders: tuple[date, ...]
    last_day: date


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A duty nobody has done yet, or a window that is open, with its definite last day."""

    subject: str
    owner: str
    organisation: str
    due: date


def over(found: Iterable[Lasting], *, after: date, today: date) -> tuple[News, ...]:
    """What ended by its last day since the last run: its first day without effect is after that day.

    Args:
        after: the day of the last run; what was over by then has been told.
        today: what ends today is in force today and told tomorrow.
    """
    return tuple(
        News(
            kind=f"{each.kind}-over",
            addressee=each.organisation,
            subject=each.id,
            occurrence=each.last_day.isoformat(),
            organisation=each.organisation,
        )
        for each in found
        if after < each.last_day + _DAY <= today
    )


def consents(found: Iterable[GoingOn], *, after: date, today: date) -> tuple[News, ...]:
    """The continuous consents an organisation is reminded of since the last run, each day once.

    Args:
        after: the day of the last run.
    """
    return tuple(
        News(
            kind="consent-reminder",
            addressee=each.organisation,
            subject=each.id,
            occurrence=day.isoformat(),
            organisation=each.organisation,
            not_after=each.last_day,
        )
        for each in found
        for day in each.reminders
        if after < day <= today
    )


def ending(windows: Iterable[Waiting], *, today: date, calendar: WorkCalendar) -> tuple[News, ...]:
    """The windows in which an organisation may still state its case, when they run out soon."""
    return tuple(
        _waiting("statement-ending", each, each.organisation, not_after=each.due)
        for each in windows
        if _is_soon(each.due, today, calendar)
    )


def lifts(duties: Iterable[Waiting], *, today: date, calendar: WorkCalendar) -> tuple[News, ...]:
    """The lifts that fall due soon, and those that should have been done: each once."""
    found = []
    for each in duties:
        if each.due < today:
            found.append(_waiting("lift-overdue", each, each.owner))
        elif _is_soon(each.due, today, calendar):
            found.append(_waiting("lift-soon", each, each.owner, not_after=each.due))
    return tuple(found)


def returns(owed: Iterable[Owed], *, today: date) -> tuple[News, ...]:
    """The monthly returns that fall due soon, and those that are late."""
    found = []
    for each in owed:
        if (kept := each.kept(today)) in _RETURNS:
            soon = kept is Kept.SOON
            found.append(
                News(
                    kind=_RETURNS[kept],
                    addressee=each.department,
                    subject=return_id(department=each.department, month=each.month),
                    occurrence=each.month.isoformat(),
                    not_after=each.due.due if soon else None,
                )
            )
    return tuple(found)


def promises(found: Iterable[Waiting], *, today: date, calendar: WorkCalendar) -> tuple[News, ...]:
    """The organisation is told before the due day of its promise, the department once it has passed.

    Nothing else comes of that day.
    """
    told = []
    for each in found:
        if each.due < today:
            told.append(_waiting("promise-verify", each, each.owner))
        elif _is_soon(each.due, today, calendar, before=BEFORE_A_PROMISE):
            told.append(_waiting("promise-soon", each, each.organisation, not_after=each.due))
    return tuple(told)


def papers(found: Iterable[Waiting], *, today: date, calendar: WorkCalendar) -> tuple[News, ...]:
    """The same of papers promised at a desk, where no text of the catalogue makes it a promise."""
    told = []
    for each in found:
        if each.due < today:
            told.append(_waiting("papers-over", each, each.owner))
        elif _is_soon(each.due, today, calendar):
            told.append(_waiting("papers-soon", each, each.organisation, not_after=each.due))
    return tuple(told)


_RETURNS = {Kept.SOON: "return-soon", Kept.LATE: "return-overdue"}


def _is_soon(due: date, today: date, calendar: WorkCalendar, *, before: int = BEFORE) -> bool:
    """From so many working days before it through the day itself; never across an unknown year."""
    first = not_later_than(due, before, calendar).due
    return first is not None and first <= today <= due


def _waiting(kind: str, each: Waiting, addressee: str, *, not_after: date | None = None) -> News:
    return News(
        kind=kind,
        addressee=addressee,
        subject=each.subject,
        occurrence=each.due.isoformat(),
        organisation=each.organisation,
        not_after=not_after,
    )
