"""What is to be told since a position and a day: read from the acts and from what stands today."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from goodstanding.applications import queries as applied
from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import WINDOW, settled_duty
from goodstanding.commitments import queries as promises
from goodstanding.consents.queries import going_on
from goodstanding.designations import queries as designations
from goodstanding.disclosure import queries as disclosure
from goodstanding.flow.acknowledge import RULES
from goodstanding.flow.follow import KINDS as CHANGES
from goodstanding.flow.reopen import reopenings
from goodstanding.flow.returns import owed
from goodstanding.flow.watch import notices
from goodstanding.outbox import queries as outbox
from goodstanding.oversight import waiting
from goodstanding.oversight.due import with_due
from goodstanding.publication import queries as publication
from goodstanding.register.feed import acts_after
from goodstanding.rules.law import Law
from goodstanding.rules.telling import days, recalling
from goodstanding.rules.telling.days import GoingOn, Lasting, Waiting
from goodstanding.rules.telling.news import ACT_KINDS, News, news_of
from goodstanding.rules.telling.recalling import Again, Recalled
from goodstanding.rules.workdays import WorkCalendar

#: Acts read at a time.
CHUNK = 1_000
_DAY = timedelta(days=1)
#: More calendar days than the working days before which a promise is brought to mind.
FAR = timedelta(days=31)
#: How often a recipient is reminded, in working days: this parameter of the rulebook, else the time
#: in which a recall is to be acknowledged.
REMINDER = ("recall-reminder", *RULES)


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """Up to where everybody has been told. ``fresh``: nobody was told anything before."""

    position: int
    day: date
    fresh: bool = False


def to_tell(
    since: Since, *, head: int, today: date, law: Law | None, reachable: set[str]
) -> Iterator[News]:
    """What is to be told, from the acts after a position and from what stands on a day.

    Asked twice it says the same; what was told before is known by its key (`News.key`).

    Args:
        head: the last position to read to.
        law: of today; without one no day is counted.
        reachable: the addressees that gave an address: nobody else is told of endings.
    """
    new_day = since.fresh or today > since.day
    moved = since.fresh or head > since.position
    yield from _acts(since.position)
    if moved or new_day:
        yield from _recalls(since, law, today, new_day=new_day)
        yield from _reopened(since, today, new_day=new_day)
        yield from _watched(law, today)
    if new_day:
        yield from _over(since.day, today, reachable)
        yield from _going_on(since.day, today)
    if law is not None and (moved or new_day):
        yield from _due(law, today)


def changed(*, after: int, head: int) -> bool:
    """Whether the feed of changes has something new between two positions."""
    found = acts_after(after, kinds=CHANGES, limit=1)
    return bool(found) and found[0].header.position <= head


def _acts(position: int) -> Iterator[News]:
    while acts := acts_after(position, kinds=ACT_KINDS, limit=CHUNK):
        yield from news_of(acts)
        position = acts[-1].header.position


def _recalls(since: Since, law: Law | None, today: date, *, new_day: bool) -> Iterator[News]:
    """On a new day every open recall is looked at: a line of the ledger may follow its fall."""
    found = disclosure.open_recalls(after=None if new_day else since.position)
    told = outbox.told_on(kind="recall", subjects=[each.id for each in found])
    recalled = [
        Recalled(
            id=each.id,
            recipient=each.recipient,
            organisation=each.organisation,
            position=each.position,
            told_on=told.get((each.recipient, each.id)),
        )
        for each in found
    ]
    yield from recalling.recalls(recalled)
    if new_day and law is not None:
        rule = next(each for each in REMINDER if each in law.rulebook.parameters)
        every = law.value(rule, today)
        yield from recalling.reminders(recalled, every=every, today=today, calendar=law.calendar)


def _reopened(since: Since, today: date, *, new_day: bool) -> Iterator[News]:
    if not new_day and not disclosure.fell_as_wrong(after=since.position):
        return
    found = (each for each in reopenings(today=today) if not each.outcome)
    yield from recalling.reopened(
        Again(receipt=each.receipt, recipient=each.recipient, organisation=each.organisation)
        for each in found
    )


def _watched(law: Law | None, today: date) -> Iterator[News]:
    found = notices(on=today) if law is not None else []
    yield from recalling.watched(
        Again(
            receipt=each.told.id,
            recipient=each.watch.row.recipient,
            organisation=each.watch.row.organisation,
            watch=each.watch.row.id,
        )
        for each in found
    )


def _over(after: date, today: date, reachable: set[str]) -> Iterator[News]:
    last = today - _DAY
    records = publication.over(first=after, last=last, organisations=reachable)
    cases = designations.over(first=after, last=last, organisations=reachable)
    lasting = [
        *(("record", each.record, each.organisation, each.public_until) for each in records),
        *(("designation", each.id, each.organisation, each.last_day) for each in cases),
    ]
    yield from days.over(
        (
            Lasting(kind=kind, id=id, organisation=organisation, last_day=day)
            for kind, id, organisation, day in lasting
            if day is not None
        ),
        after=after,
        today=today,
    )


def _going_on(after: date, today: date) -> Iterator[News]:
    found = [
        GoingOn(
            id=each.id,
            organisation=each.organisation,
            reminders=tuple(each.reminders),
            last_day=each.last_day,
        )
        for each in going_on(on=today)
    ]
    yield from days.consents(found, after=after, today=today)


def _due(law: Law, today: date) -> Iterator[News]:
    calendar = law.calendar
    edge = waiting.edge(on=today, calendar=calendar)
    windows = with_due(calendar=calendar, since=today, until=edge).filter(
        kind=WINDOW, met_on__isnull=True, opens_on__lte=today
    )
    yield from days.ending(_definite(windows, calendar), today=today, calendar=calendar)
    late = waiting.overdue(on=today, calendar=calendar, kind="lift")
    soon = waiting.soon(on=today, calendar=calendar, kind="lift")
    lifts = _definite((*late, *soon), calendar)
    yield from days.lifts(lifts, today=today, calendar=calendar)
    yield from days.returns(owed(on=today), today=today)
    promised = (
        Waiting(
            subject=each.id,
            owner=each.department,
            organisation=each.organisation,
            due=each.due_on,
        )
        for each in promises.due_by(day=today + FAR)
    )
    yield from days.promises(promised, today=today, calendar=calendar)
    followed = (
        Waiting(
            subject=each.id,
            owner=each.department,
            organisation=each.organisation,
            due=each.promise_due,
        )
        for each in applied.promises(until=today + FAR)
        if each.promise_due
    )
    yield from days.papers(followed, today=today, calendar=calendar)


def _definite(clocks: Iterable[Clock], calendar: WorkCalendar) -> list[Waiting]:
    return [found for each in clocks if (found := _waiting(each, calendar)) is not None]


def _waiting(clock: Clock, calendar: WorkCalendar) -> Waiting | None:
    duty = settled_duty(clock, calendar)
    if duty.due_on is None:
        return None
    return Waiting(
        subject=duty.aggregate if duty.kind == WINDOW else duty.subject,
        owner=duty.department,
        organisation=duty.organisation,
        due=duty.due_on,
    )
