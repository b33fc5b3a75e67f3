"""The door itself: in through `enter`, out as JSON or as a problem, never as a traceback."""

import logging
import secrets
import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError, ValidationError

from goodstanding.api.entering import Asked, enter
from goodstanding.api.invalid import invalid
from goodstanding.api.problems import problem
from goodstanding.api.refusals import (
    BodyTooLarge,
    BodyUnreadable,
    MethodNotAllowed,
    RequestRunning,
    RouteUnknown,
    SomethingBroke,
)
from goodstanding.api.uploads import MEGABYTE, take_in_memory
from goodstanding.rules.errors import Refusal, Refused

View = Callable[..., HttpResponse]
LARGEST_BODY = 16 * MEGABYTE
LOG = logging.getLogger("goodstanding.api")
DEADLOCK = "40P01"


def door(view: View) -> View:
    """A view behind the door."""

    @wraps(view)
    def answered(request: Asked, *args: Any, **path: Any) -> HttpResponse:
        try:
            take_in_memory(request)
            enter(request)
            response = view(request, *args, **path)
        except Exception as error:  # noqa: BLE001 - no caller ever sees a traceback
            response = refused(request, error)
        return _leaving(request, response)

    return answered


def refused(request: HttpRequest, error: Exception) -> HttpResponse:
    """Whatever went wrong, as a problem."""
    if isinstance(error, HttpError) and isinstance(error.__cause__, Exception):
        error = error.__cause__
    if isinstance(error, Refused):
        return problem(error)
    if isinstance(error, ValidationError):
        return problem(Refused(invalid(error)))
    return problem(Refused([_refusal(request, error)]))


def unknown(request: Asked) -> HttpResponse:
    """Every address under /api/v1 that is none."""
    raise Refused([RouteUnknown()])


def _refusal(request: HttpRequest, error: Exception) -> Refusal:
    if isinstance(error, Http404):
        return RouteUnknown()
    if isinstance(error, (RequestDataTooBig, TooManyFilesSent)):
        return BodyTooLarge(megabytes=LARGEST_BODY // MEGABYTE)
    if isinstance(error, (SuspiciousOperation, UnreadablePostError, MultiPartParserError)):
        return BodyUnreadable()
    if isinstance(error, OperationalError) and _is_deadlock(error):
        return RequestRunning()
    return _broken(request, error)


def _is_deadlock(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) == DEADLOCK


def _broken(request: HttpRequest, error: Exception) -> Refusal:
    """Log where it broke, but not the message: a message may quote what was sent."""
    reference = secrets.token_hex(4)
    route = request.resolver_match.route if request.resolver_match else ""
    where = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("%s %s %s %s\n%s", reference, request.method, route, type(error).__name__, where)
    return SomethingBroke(reference=reference)


def _leaving(request: Asked, response: HttpResponse) -> HttpResponse:
    if response.status_code == 405 and response.headers.get("Allow"):
        methods = response.headers["Allow"]
        response = problem(Refused([MethodNotAllowed(methods=methods)]))
        response["Allow"] = methods
    if allowance := getattr(request, "allowance", None):
        for name, value in allowance.headers.items():
            response[name] = value
        if response.status_code == 429:
            response["Retry-After"] = str(allowance.reset)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.setdefault("Vary", "Accept-Language, Authorization, Cookie")
    return response
