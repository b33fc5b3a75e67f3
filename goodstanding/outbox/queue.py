"""Putting messages in, taking a batch out, and saying how it went: the queue is the table itself.

A worker takes a batch for some minutes (`FOR UPDATE SKIP LOCKED`), sends without holding a
transaction, and says of each message at once how it went. One that dies leaves the rest of its
batch to the next one, and at most what it sent in its last moment goes out twice.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connections
from django.db.models import F

from goodstanding.outbox.models import Message
from goodstanding.rules.telling.kinds import Channel
from goodstanding.rules.telling.news import News
from goodstanding.rules.telling.ways import Way, next_try

#: How long a worker may hold a batch before another one takes what is left of it.
HELD = timedelta(minutes=10)
BATCH = 100
#: Longer errors say nothing more.
LONGEST_ERROR = 300

_TAKE = f"""
    UPDATE {Message._meta.db_table} SET taken_until = %s, tries = tries + 1
     WHERE id IN (
           SELECT id FROM {Message._meta.db_table}
            WHERE due_at <= %s AND sent_at IS NULL AND given_up_at IS NULL AND closed = ''
              AND (taken_until IS NULL OR taken_until <= %s)
            ORDER BY due_at, addressee, kind, id LIMIT %s FOR UPDATE SKIP LOCKED)
    RETURNING id
"""


def put(told: Iterable[tuple[News, Sequence[Way]]], *, at: datetime) -> int:
    """Queue news by its ways; what was told before under the same key is not told again.

    Returns how many messages are new.
    """
    wanted = {news.key: (news, ways) for news, ways in told if ways}
    known = _known(wanted)
    rows = [
        _message(news, way, at)
        for key, (news, ways) in wanted.items()
        if key not in known
        for way in ways
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)
    return len(rows)


def take(*, at: datetime, limit: int = BATCH) -> list[Message]:
    """The messages due, oldest first, for this worker alone; each counts as tried once more.

    What became due together comes by addressee and kind: so it goes out as one mail.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_TAKE, [at + HELD, at, at, limit])
        ids = [row[0] for row in cursor.fetchall()]
    return list(Message.objects.filter(id__in=ids).order_by("due_at", "addressee", "kind", "id"))


def sent(messages: Iterable[Message], *, at: datetime) -> None:
    """These went out."""
    ids = [each.id for each in messages]
    Message.objects.filter(id__in=ids).update(sent_at=at, taken_until=None, last_error="")


def failed(messages: Iterable[Message], *, at: datetime, error: str) -> None:
    """These did not go out: each waits for its next try, or is given up after the last."""
    for each in messages:
        later = next_try(at, tries=each.tries)
        Message.objects.filter(id=each.id).update(
            taken_until=None,
            last_error=error[:LONGEST_ERROR],
            due_at=later or F("due_at"),
            given_up_at=None if later else at,
        )


def put_off(messages: Iterable[Message], *, until: datetime) -> None:
    """These were not tried after all: their turn comes later, and this time does not count."""
    ids = [each.id for each in messages]
    Message.objects.filter(id__in=ids).update(taken_until=None, due_at=until, tries=F("tries") - 1)


def close(messages: Iterable[Message], *, why: str) -> None:
    """These are of no use any more and are not sent."""
    ids = [each.id for each in messages]
    Message.objects.filter(id__in=ids).update(taken_until=None, closed=why)


def again(messages: Iterable[Message], *, at: datetime) -> int:
    """Messages that were given up start from the beginning; returns how many."""
    ids = [each.id for each in messages if each.given_up_at]
    return Message.objects.filter(id__in=ids).update(
        given_up_at=None, tries=0, due_at=at, taken_until=None
    )


def _known(keys: Iterable[tuple[str, str, str, str]]) -> set[tuple[str, str, str, str]]:
    wanted = list(keys)
    if not wanted:
        return set()
    addressees, kinds, subjects, occurrences = (list(each) for each in zip(*wanted, strict=True))
    with connections["default"].cursor() as cursor:
        cursor.execute(_KNOWN, [addressees, kinds, subjects, occurrences])
        return set(cursor.fetchall())


_KNOWN = f"""
    SELECT addressee, kind, subject, occurrence
      FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[])
           AS wanted (addressee, kind, subject, occurrence)
     WHERE EXISTS (SELECT FROM {Message._meta.db_table} AS known
                    WHERE (known.addressee, known.kind, known.subject, known.occurrence)
                        = (wanted.addressee, wanted.kind, wanted.subject, wanted.occurrence))
"""


def _message(news: News, way: Way, at: datetime) -> Message:
    return Message(
        addressee=news.addressee,
        kind=news.kind,
        subject=news.subject,
        occurrence=news.occurrence,
        channel=way.channel.value,
        target=way.target,
        organisation=news.organisation,
        position=news.position,
        not_after=news.not_after,
        created_at=at,
        due_at=at,
        # What our own pages tell is told as soon as it stands there.
        sent_at=at if way.channel is Channel.PAGE else None,
    )
