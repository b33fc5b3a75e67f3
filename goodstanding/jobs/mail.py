"""Mails: plain text, Chinese first and English after it, a title and links; nothing of a record."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from goodstanding.jobs.ids import outside_id
from goodstanding.jobs.links import link
from goodstanding.jobs.words import WORDS
from goodstanding.organisations.queries import named
from goodstanding.outbox.models import Message
from goodstanding.rules.telling.kinds import KINDS, Sort, sort_of

#: Links in one mail; further ones stand on the page of messages.
MOST = 50
LANGUAGES = ("zh-hans", "en")


def send(connection: BaseEmailBackend, to: str, messages: Sequence[Message]) -> None:
    """Send messages of one kind to one address as one mail. Raises what the mail server answers."""
    mail = EmailMessage(
        subject=_subject(messages),
        body=body(messages),
        to=[to],
        connection=connection,
        headers={
            "Message-ID": f"<{outside_id(messages)}@{_domain()}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.send()


def body(messages: Sequence[Message]) -> str:
    """The text of a mail, once in each language."""
    return "\n".join(_in(language, messages) for language in LANGUAGES)


def _subject(messages: Sequence[Message]) -> str:
    with translation.override(LANGUAGES[0]):
        title = str(WORDS[messages[0].kind].title)
        many = f"（{len(messages)}）" if len(messages) > 1 else ""
        return f"【{gettext('Goodstanding')}】{title}{many}"


def _in(language: str, messages: Sequence[Message]) -> str:
    kind, addressee = KINDS[messages[0].kind], messages[0].addressee
    code = addressee if sort_of(addressee) is Sort.ORGANISATION else ""
    links = list(dict.fromkeys(map(link, messages)))
    with translation.override(language):
        return render_to_string(
            "jobs/mail.txt",
            {
                "words": WORDS[kind.id],
                "name": named([code]).get(code, code) if code else "",
                "code": code,
                "many": len(messages),
                "links": links[:MOST],
                "more": max(len(links) - MOST, 0),
                "courtesy": kind.courtesy,
                "settings": settings.SITE + _settings(addressee),
            },
        )


def _settings(addressee: str) -> str:
    if sort_of(addressee) is Sort.ORGANISATION:
        return reverse("web:own-contact", args=[addressee])
    return reverse("web:message-settings")


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
