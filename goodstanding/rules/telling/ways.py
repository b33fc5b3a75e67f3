"""By which channels an addressee is told something, and when a failed message is tried again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from goodstanding.rules.telling.kinds import KINDS, Channel, Sort, sort_of

#: The first wait, by how much each next one is longer, the longest, and after how many tries it ends.
FIRST, LONGER, LONGEST, TRIES = timedelta(minutes=1), 4, timedelta(hours=12), 10


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """How an addressee wants to be told.

    ``declined``: courtesies it wants no mail of. ``by_sms``: kinds it wants on its phone as well.
    """

    email: str = ""
    phone: str = ""
    declined: frozenset[str] = frozenset()
    by_sms: frozenset[str] = frozenset()


class Hook(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook endpoint in use; ``kinds``: what it takes."""

    id: str
    kinds: frozenset[str]


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One channel; ``target`` is the endpoint of a webhook."""

    channel: Channel
    target: str = ""


def ways(
    kind: str,
    addressee: str,
    *,
    contact: Contact | None,
    hooks: Iterable[Hook],
    served: frozenset[Channel],
) -> tuple[Way, ...]:
    """Every way in which something goes out to an addressee; none where a courtesy reaches nobody.

    What has to be told and cannot be sent anywhere is told by our pages (`Channel.PAGE`), so that it
    is visible that nobody gave an address.

    Args:
        served: the channels this installation can send by.
    """
    known, told = contact or Contact(), KINDS[kind]
    found = [Way(channel=Channel.WEBHOOK, target=each.id) for each in hooks if kind in each.kinds]
    if kind == "changes":
        return tuple(found)
    wanted = not told.courtesy or kind not in known.declined
    if Channel.EMAIL in served and known.email and wanted:
        found.append(Way(channel=Channel.EMAIL))
    if Channel.SMS in served and known.phone and kind in known.by_sms:
        found.append(Way(channel=Channel.SMS))
    if not found and not told.courtesy and sort_of(addressee) is not Sort.ACCOUNT:
        found.append(Way(channel=Channel.PAGE))
    return tuple(found)


def next_try(at: datetime, *, tries: int) -> datetime | None:
    """When a message that failed is tried again: ever later, up to twelve hours; none after the last.

    Args:
        at: the moment of the failure.
        tries: how often it was tried by now, this time included.
    """
    if tries >= TRIES:
        return None
    wait: timedelta = min(FIRST * LONGER ** (tries - 1), LONGEST)
    return at + wait
