"""Who is at the door, and when: the only place where a request becomes a `Call`."""

from datetime import datetime

from django.http import HttpRequest
from ninja.utils import check_csrf

from goodstanding.api import limits
from goodstanding.api.refusals import CsrfTokenMissing, TokenUnknown
from goodstanding.api.texts import require_clean
from goodstanding.departments.queries import actor_of, actor_of_token
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor
from goodstanding.rules.errors import refuse
from goodstanding.rules.periods import local_day
from goodstanding.rules.persons import refuse_identity_number
from goodstanding.wallclock import now

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Asked(HttpRequest):
    """A request that came in: somebody, or a stranger, at a moment."""

    call: Call
    allowance: limits.Allowance | None


def enter(request: Asked) -> None:
    """Let a request in: nothing unfit in its address, a caller who is known, within the window.

    Raises `Refused` with `IdentityNumberInRequest`, `IdentityNumberInQuery`, `ParameterInvalid`,
    `TokenUnknown`, `CsrfTokenMissing` or `TooManyRequests`.
    """
    request.allowance = None
    at = now()
    actor = _actor(request, at)
    request.call = Call(actor=actor, at=at)
    if actor.signed_in:
        request.allowance = limits.count(actor.id, at=at)
        limits.require_room(request.allowance)
    require_clean("path", request.path_info)
    for name, values in request.GET.lists():
        for text in (name, *values):
            require_clean("query", text)
            refuse_identity_number(text)


def _actor(request: Asked, at: datetime) -> Actor:
    if header := request.headers.get("Authorization"):
        return _client(header, at)
    if not request.user.is_authenticated:
        return Actor.visitor()
    if request.method not in READING and check_csrf(request) is not None:
        refuse(CsrfTokenMissing())
    return actor_of(request.user, on=local_day(at))


def _client(header: str, at: datetime) -> Actor:
    scheme, _, token = header.partition(" ")
    fit = scheme.lower() == "bearer" and token.isascii() and token.isprintable()
    found = actor_of_token(token.strip(), on=local_day(at)) if fit else None
    if found is None:
        refuse(TokenUnknown())
    return found
