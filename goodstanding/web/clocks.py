"""A due date with its distance: word, ring and colour."""

from datetime import date

import msgspec
from django.utils.translation import gettext, ngettext

from goodstanding.rules.deadlines import between
from goodstanding.rules.workdays import WorkCalendar
from goodstanding.web import dates

_FAR = 5
_RING = 57.0
_FULL_AT = 10


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """How a due date is drawn; ``dash`` is the length of the ring that is left.

    ``done``: the duty is met, and ``day`` the day it was.
    """

    tone: str
    day: date | None
    shown: str
    distance: str
    dash: str = ""
    done: bool = False


def clock(
    *,
    due_on: date | None,
    not_before: date | None,
    today: date,
    calendar: WorkCalendar,
    met_on: date | None = None,
) -> Clock:
    """The clock of a duty: done, overdue, due soon, later, or provisional."""
    if met_on is not None and met_on <= today:
        return Clock(
            tone="is-quiet",
            day=met_on,
            shown=dates.full(met_on),
            distance=gettext("done"),
            done=True,
        )
    if due_on is None:
        return _provisional(not_before, today)
    left = between(today, due_on, calendar)
    shown = dates.due(due_on, today=today)
    if due_on < today:
        return Clock(tone="is-late", day=due_on, shown=shown, distance=_overdue(left))
    tone = "is-good" if left is None or left >= _FAR else "is-stay"
    return Clock(tone=tone, day=due_on, shown=shown, distance=_left(left), dash=_dash(left))


def _provisional(not_before: date | None, today: date) -> Clock:
    shown = dates.due(not_before, today=today) if not_before else "—"
    return Clock(
        tone="is-quiet",
        day=not_before,
        shown=gettext("not before {day}").format(day=shown),
        distance=gettext("provisional: the official calendar is not loaded"),
    )


def _overdue(left: int | None) -> str:
    days = -(left or 0)
    if not days:
        return gettext("overdue")
    return ngettext("{n} working day overdue", "{n} working days overdue", days).format(n=days)


def _left(left: int | None) -> str:
    if left is None:
        return gettext("not overdue")
    if left == 0:
        return gettext("due today")
    return ngettext("{n} working day left", "{n} working days left", left).format(n=left)


def _dash(left: int | None) -> str:
    share = min((left or 0) / _FULL_AT, 1.0)
    return f"{max(share, 0.04) * _RING:.1f} {_RING:.0f}"
