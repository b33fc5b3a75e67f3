"""Queue what is to be told: everything since the last time, once, in one transaction."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import msgspec
from django.db import transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow.news import Since, changed, to_tell
from goodstanding.outbox import queries, queue
from goodstanding.outbox.models import Told
from goodstanding.register import reading
from goodstanding.rules.errors import Refused
from goodstanding.rules.law import Law
from goodstanding.rules.periods import local_day
from goodstanding.rules.telling.kinds import Channel
from goodstanding.rules.telling.news import News
from goodstanding.rules.telling.ways import ways

#: Notices put into the queue at a time.
CHUNK = 1_000


class Queued(msgspec.Struct, frozen=True, kw_only=True):
    """Up to where everybody is told now, and how many messages that was."""

    position: int
    day: date
    messages: int


def tell(*, at: datetime, served: frozenset[Channel]) -> Queued:
    """Queue everything that is to be told since the last time and move on.

    One transaction: a run that dies has told nothing, and the next one tells it. A second run at the
    same time waits for the first and finds nothing to do.

    Args:
        at: the moment, aware; what ended by its day is told.
        served: the channels this installation can send by.
    """
    today, head = local_day(at), reading.head().position
    with transaction.atomic():
        since = _since(at, head, today)
        if not since.fresh and (since.position, since.day) >= (head, today):
            return Queued(position=since.position, day=since.day, messages=0)
        reachable = queries.reachable()
        news = to_tell(since, head=head, today=today, law=_law(today), reachable=reachable)
        messages = sum(_queue(part, served=served, at=at) for part in _parts(news))
        if changed(after=since.position, head=head):
            messages += _queue(_changes(head), served=served, at=at)
        day = max(since.day, today)
        Told.objects.update_or_create(id=1, defaults={"position": head, "day": day, "at": at})
    return Queued(position=head, day=day, messages=messages)


def begin(*, position: int, day: date, at: datetime) -> None:
    """Tell from here on: acts after a position, endings after a day. For who installs a register.

    Without it the first run tells what waits today, and of the past nothing.
    """
    Told.objects.update_or_create(id=1, defaults={"position": position, "day": day, "at": at})


def _since(at: datetime, head: int, today: date) -> Since:
    found, made = Told.objects.select_for_update().get_or_create(
        id=1, defaults={"position": head, "day": today, "at": at}
    )
    return Since(position=found.position, day=found.day, fresh=made)


def _queue(news: list[News], *, served: frozenset[Channel], at: datetime) -> int:
    addressees = {each.addressee for each in news}
    contacts = queries.contacts(addressees=addressees)
    hooks = queries.hooks(addressees=addressees)
    told = (
        (
            each,
            ways(
                each.kind,
                each.addressee,
                contact=contacts.get(each.addressee),
                hooks=hooks.get(each.addressee, ()),
                served=served,
            ),
        )
        for each in news
    )
    return queue.put(told, at=at)


def _changes(head: int) -> list[News]:
    """One word to every addressee with endpoints that the feed goes on; who reads on is told again."""
    return [
        News(
            kind="changes",
            addressee=addressee,
            subject="changes",
            occurrence=str(head),
            position=head,
        )
        for addressee in queries.hooks()
    ]


def _law(today: date) -> Law | None:
    try:
        return law_on(on=today)
    except Refused:
        return None


def _parts(news: Iterable[News]) -> Iterator[list[News]]:
    part: list[News] = []
    for each in news:
        part.append(each)
        if len(part) == CHUNK:
            yield part
            part = []
    yield part
