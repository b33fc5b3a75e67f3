"""An open recall is told at once, and again at a steady pace until it is acknowledged."""

from collections.abc import Iterable
from datetime import date

import msgspec

from goodstanding.rules.deadlines import due_after
from goodstanding.rules.telling.kinds import asked
from goodstanding.rules.telling.news import News
from goodstanding.rules.workdays import WorkCalendar


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """An open recall: to whom, of what, by which act; ``told_on``: the day it was told, if it was."""

    id: str
    recipient: str
    organisation: str
    position: int
    told_on: date | None = None


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """A check to look at again: whose, about whom, by its receipt; and its watch, where it has one."""

    receipt: str
    recipient: str
    organisation: str
    watch: str = ""


def recalls(found: Iterable[Recalled]) -> tuple[News, ...]:
    """Each open recall, told to its recipient once."""
    return tuple(_recall("recall", each, str(each.position)) for each in found)


def reminders(
    found: Iterable[Recalled], *, every: int, today: date, calendar: WorkCalendar
) -> tuple[News, ...]:
    """The latest reminder due of each open recall; earlier ones that were not sent are not made up.

    Counted from the day it was told: who has just been told is not reminded. An institution outside
    the administration is told and never reminded.

    Args:
        every: so many working days lie between one and the next; 0: nobody is reminded.
        calendar: where a year of it is missing, every calendar day counts.
    """
    days: dict[date, date | None] = {}
    told = []
    for each in found:
        if each.told_on is None or not asked(each.recipient):
            continue
        if each.told_on not in days:
            days[each.told_on] = reminded_on(
                each.told_on, every=every, today=today, calendar=calendar
            )
        if day := days[each.told_on]:
            told.append(_recall("recall-reminder", each, f"{each.position}:{day}"))
    return tuple(told)


def reminded_on(told_on: date, *, every: int, today: date, calendar: WorkCalendar) -> date | None:
    """The last day by today on which a reminder was due; none before the first."""
    found, day = None, told_on
    while every:
        due = due_after(day, every, calendar)
        day = due.due or due.not_before or date.max
        if day > today:
            break
        found = day
    return found


def reopened(found: Iterable[Again]) -> tuple[News, ...]:
    """To who refused, that it looks again; to who was refused, where to ask again."""
    return tuple(
        News(
            kind=kind,
            addressee=addressee,
            subject=subject,
            occurrence=each.receipt,
            organisation=each.organisation,
        )
        for each in found
        for kind, addressee, subject in (
            ("reopening", each.recipient, each.receipt),
            ("ask-again", each.organisation, each.organisation),
        )
    )


def watched(found: Iterable[Again]) -> tuple[News, ...]:
    """A case whose answer is no longer the one it was told last: once for each answer told.

    ``receipt`` of each is that of the answer told last; ``watch`` the id of the watch.
    """
    return tuple(
        News(
            kind="watch",
            addressee=each.recipient,
            subject=each.watch,
            occurrence=each.receipt,
            organisation=each.organisation,
        )
        for each in found
    )


def _recall(kind: str, each: Recalled, occurrence: str) -> News:
    return News(
        kind=kind,
        addressee=each.recipient,
        subject=each.id,
        occurrence=occurrence,
        organisation=each.organisation,
        position=each.position,
    )
