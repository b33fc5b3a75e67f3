"""Where a message leads: to the page that says more, to those who may see it."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse

from goodstanding.outbox.models import Message
from goodstanding.rules.telling.kinds import KINDS


def link(message: Message) -> str:
    """The address of the page behind a message; a path where the site's address is not known."""
    return settings.SITE + path(message)


def path(message: Message) -> str:
    """The same within the site."""
    if message.kind in _OWN:
        return reverse("web:own-of", args=[message.organisation])
    if message.kind == "consent-reminder":
        return reverse("web:own-consents", args=[message.organisation])
    return _PATHS[KINDS[message.kind].subject](message.subject)


def _page(name: str) -> Callable[[str], str]:
    return lambda subject: reverse(name, args=[subject])


def _list(name: str, part: str = "") -> Callable[[str], str]:
    return lambda _: reverse(name) + part


def _return(subject: str) -> str:
    _, department, month = subject.split(".")
    return f"{reverse('web:return', args=[month])}?department={department}"


#: What is over or may be asked again: the own page says more than the page of the record.
_OWN = frozenset({"record-over", "designation-over", "designation-revoked", "ask-again"})
_PATHS: dict[str, Callable[[str], str]] = {
    "recall": _list("web:recalls"),
    "receipt": _list("web:recalls", "#reopenings"),
    "objection": _page("web:objection"),
    "repair": _page("web:repair"),
    "record": _page("web:record"),
    "promise": _page("web:promise"),
    "application": _page("web:application"),
    "case": _page("web:case"),
    "task": _page("web:task"),
    "watch": _page("web:watch"),
    "return": _return,
    "consent": _list("web:consents"),
    "changes": lambda _: "/api/v1/changes",
    "endpoint": _list("web:endpoints"),
}
