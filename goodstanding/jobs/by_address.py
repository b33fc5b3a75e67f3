"""Mails and texts: what is of one kind and goes to one addressee goes out as one."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from smtplib import SMTPException, SMTPServerDisconnected

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from goodstanding.jobs import mail, sms
from goodstanding.jobs.calling import NotCalled
from goodstanding.jobs.noting import Noting, grouped
from goodstanding.outbox.models import Address, Message

Group = tuple[str, list[Message]]


def send_mails(messages: Sequence[Message], noting: Noting) -> None:
    """Mails, over one connection; a server that is away is asked once, and the rest waits."""
    groups = _addressed(messages, "email", noting)
    connection = get_connection()
    try:
        while groups:
            to, group = groups.pop(0)
            error = _opened(connection) or ""
            if error:
                noting.did_not(group, error)
                left = list(chain.from_iterable(rest for _, rest in groups))
                noting.put_off(left, behind=group[0])
                return
            _mailed(connection, to, group, noting)
    finally:
        _closed(connection)


def send_texts(messages: Sequence[Message], noting: Noting, *, machine: datetime) -> None:
    """Text messages, by the gateway."""
    for to, group in _addressed(messages, "phone", noting):
        try:
            sms.send(to, group, machine=machine)
        except NotCalled as error:
            noting.did_not(group, str(error))
        except Exception as error:  # noqa: BLE001 - one message that breaks stops no other
            noting.did_not(group, type(error).__name__)
        else:
            noting.went(group)


def _addressed(messages: Sequence[Message], field: str, noting: Noting) -> list[Group]:
    """By addressee and kind; what has no address any more is closed."""
    known = Address.objects.in_bulk({each.addressee for each in messages})
    found = []
    for (addressee, _), group in grouped(
        ((each.addressee, each.kind), each) for each in messages
    ).items():
        to = getattr(known.get(addressee), field, "")
        if to:
            found.append((to, group))
        else:
            noting.nowhere(group)
    return found


def _opened(connection: BaseEmailBackend) -> str | None:
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        return type(error).__name__
    return None


def _mailed(
    connection: BaseEmailBackend, to: str, group: Sequence[Message], noting: Noting
) -> None:
    try:
        mail.send(connection, to, group)
    except Exception as error:  # noqa: BLE001 - one message that breaks stops no other
        noting.did_not(group, type(error).__name__)
        if isinstance(error, SMTPServerDisconnected | OSError):
            _closed(connection)
    else:
        noting.went(group)


def _closed(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        # It is gone already: the next mail opens another one.
        connection.connection = None  # type: ignore[attr-defined]
