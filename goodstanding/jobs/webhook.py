"""Webhooks: a thin, signed word that something is there; what it is, the receiver asks for itself."""

from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic
from typing import NamedTuple

import msgspec
from django.conf import settings

from goodstanding.departments.secrets_kept import opened
from goodstanding.jobs.calling import NotCalled, post
from goodstanding.jobs.ids import outside_id
from goodstanding.jobs.links import link
from goodstanding.jobs.signing import signed
from goodstanding.outbox.models import Endpoint, Message
from goodstanding.rules.telling.kinds import KINDS
from goodstanding.rules.telling.reach import Reach

#: Seconds for the messages of one endpoint: well within the time for which a batch is held.
LONGEST_TURN = 240.0


class Outcome(NamedTuple):
    """How it ended: the message that was not taken and why, and what was not even tried."""

    failed: Message | None = None
    error: str = ""
    left: Sequence[Message] = ()


def send_all(
    endpoint: Endpoint,
    messages: Sequence[Message],
    taken: Callable[[Message], None],
    *,
    at: datetime,
    machine: datetime,
) -> Outcome:
    """Send messages to one endpoint in order, up to the first that it does not take.

    Nothing here touches the database: endpoints are called side by side.

    Args:
        taken: told of each message that was taken, at once.
        at: the moment of the register, until which an old secret signs as well.
        machine: the moment by this machine, which signatures bear.
    """
    waiting, end = list(messages), monotonic() + LONGEST_TURN
    while waiting and monotonic() < end:
        each = waiting.pop(0)
        if error := _tried(endpoint, each, at=at, machine=machine):
            return Outcome(each, error, waiting)
        taken(each)
    return Outcome(left=waiting)


def payload(message: Message) -> str:
    """What is sent: the event, ids, a position, the last day of use, and a link; nothing else."""
    kind = KINDS[message.kind]
    told = {
        "type": kind.event,
        "timestamp": message.created_at.isoformat(),
        "data": {
            "subject": message.subject,
            "subject_kind": kind.subject,
            "organisation": message.organisation or None,
            "position": message.position or None,
            "not_after": message.not_after,
            "link": link(message),
        },
    }
    return msgspec.json.encode(told).decode()


def reach() -> Reach:
    """Where this installation lets webhooks go."""
    return Reach(networks=settings.WEBHOOK_NETWORKS, local=settings.SANDBOX)


def _tried(endpoint: Endpoint, message: Message, *, at: datetime, machine: datetime) -> str:
    try:
        return _send(endpoint, message, at=at, machine=machine)
    except Exception as error:  # noqa: BLE001 - one message that breaks stops no other
        return type(error).__name__


def _send(endpoint: Endpoint, message: Message, *, at: datetime, machine: datetime) -> str:
    keys = _secrets(endpoint, at)
    if not keys:
        return "secret not readable"
    body = payload(message)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Goodstanding",
        **signed(outside_id([message]), body, keys, at=machine),
    }
    try:
        status = post(endpoint.url, body, headers, reach=reach())
    except NotCalled as error:
        return str(error)
    return "" if 200 <= status < 300 else f"answered {status}"


def _secrets(endpoint: Endpoint, at: datetime) -> list[str]:
    both = endpoint.old_until is not None and at < endpoint.old_until
    kept = [endpoint.secret, *([endpoint.old_secret] if both else [])]
    return [secret for each in kept if (secret := opened(each))]
