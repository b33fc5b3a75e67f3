"""Text messages go to a gateway of the city: a signed POST, or a function the installation names.

The gateway holds the texts: it is told a template code (the kind of message) and how many, and
where to look. Off unless the environment names one.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from django.conf import settings
from django.utils.module_loading import import_string

from goodstanding.jobs.calling import NotCalled, post
from goodstanding.jobs.ids import outside_id
from goodstanding.jobs.signing import signed
from goodstanding.outbox.models import Message
from goodstanding.rules.telling.reach import Reach

Gateway = Callable[[str, str, dict[str, str]], None]


def served() -> bool:
    """Whether this installation has a gateway."""
    gateway = settings.SMS_GATEWAY
    return bool(gateway["function"] or (gateway["url"] and gateway["secret"]))


def send(to: str, messages: Sequence[Message], *, machine: datetime) -> None:
    """Send one text for messages of one kind. Raises `NotCalled` if the gateway did not take it."""
    parameters = {"count": str(len(messages)), "site": settings.SITE}
    if named := settings.SMS_GATEWAY["function"]:
        function: Gateway = import_string(named)
        function(to, messages[0].kind, parameters)
        return
    body = msgspec.json.encode(
        {"to": to, "template": messages[0].kind, "parameters": parameters}
    ).decode()
    headers = {
        "Content-Type": "application/json",
        **signed(outside_id(messages), body, [settings.SMS_GATEWAY["secret"]], at=machine),
    }
    status = post(settings.SMS_GATEWAY["url"], body, headers, reach=_reach())
    if not 200 <= status < 300:
        raise NotCalled(f"answered {status}")


def _reach() -> Reach:
    """The operator named the address in the environment: it may lie in the city's own network."""
    return Reach(networks=settings.SMS_GATEWAY["networks"], local=settings.SANDBOX)
