"""A form is sent once: twice the same is one step, and other words under an old form are told."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.http import QueryDict

from goodstanding.register import idempotency
from goodstanding.register.errors import IdempotencyKeyReused
from goodstanding.register.idempotency import Answer
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.persons import IDENTITY_KINDS, findings
from goodstanding.web.refusals import FormSentBefore
from goodstanding.web.visit import Visited

TOKEN = "form"
_OF_THE_FRAME = frozenset({TOKEN, "seen", "csrfmiddlewaretoken"})
FOUND = 302


def new_token() -> str:
    """What makes this form this form; hidden in it."""
    return secrets.token_urlsafe(24)


def typed(posted: QueryDict) -> dict[str, list[str]]:
    """What somebody typed: every field but those of the frame."""
    return {name: list(each) for name, each in posted.lists() if name not in _OF_THE_FRAME}


def of_a_person(text: str) -> bool:
    """Whether an identity number stands in a text: it is then neither kept nor shown again."""
    return any(found.kind in IDENTITY_KINDS for found in findings(text))


def once(request: Visited, run: Callable[[], str]) -> tuple[str, bool]:
    """The address the step led to, and whether it was taken before by the very same sending.

    A double click, the back button and a connection lost after sending all send the same form
    again: its step is not taken twice. Work and answer are one transaction.

    Raises:
        Refused: what the step refuses; a form that was sent before with
            other words: `FormSentBefore`.
    """
    key = request.POST.get(TOKEN, "")
    if not key:
        return run(), False
    words = repr(sorted(typed(request.POST).items())).encode()
    with _told_as_a_form(), transaction.atomic():
        before = idempotency.claim(
            client=request.visit.actor.id,
            key=f"page:{key[:64]}",
            digest=idempotency.digest_of(request.path.encode(), words),
            at=request.visit.call.at,
        )
        if before is not None:
            return before.body.decode(), True
        address = run()
        answer = Answer(FOUND, address.encode())
        idempotency.keep(client=request.visit.actor.id, key=f"page:{key[:64]}", answer=answer)
        return address, False


@contextmanager
def _told_as_a_form() -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        if any(isinstance(each, IdempotencyKeyReused) for each in refused.refusals):
            refuse(FormSentBefore())
        raise
