"""How many pages somebody who has not signed in may open in a minute; told in headers and words.

Nothing tells who it was: an address is kept only as a keyed hash that is another one every minute,
and the hashes of past minutes are dropped.
"""

from datetime import datetime
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from goodstanding.database import windows
from goodstanding.database.windows import Allowance

STRANGERS = "stranger:"


def counted(request: HttpRequest, *, at: datetime) -> Allowance | None:
    """Count a page of somebody who has not signed in.

    None where nobody is counted: no limit is set, or a proxy stands before us whose header with
    the reader's address is not named (``GOODSTANDING_ADDRESS_HEADER``); then the proxy counts.
    """
    address = _address(request)
    if not settings.PAGES_PER_MINUTE or not address:
        return None
    hashed = salted_hmac("goodstanding.web.limits", f"{windows.window_of(at)} {address}")
    client = f"{STRANGERS}{hashed.hexdigest()[:32]}"
    allowance = windows.count(client, at=at, limit=settings.PAGES_PER_MINUTE)
    if allowance.used == 1:
        windows.forget(prefix=STRANGERS, at=at)
    return allowance


def told(allowance: Allowance | None, response: HttpResponse) -> None:
    """Say in the headers what is true of this answer."""
    for name, value in allowance.headers.items() if allowance else ():
        response.headers[name] = value


def enough(request: HttpRequest, allowance: Allowance) -> HttpResponse:
    """The page that says how long to wait, and that nothing else is wrong."""
    page = {"limit": allowance.limit, "wait": allowance.reset}
    response = render(request, "429.html", page, status=429)
    response.headers["Retry-After"] = str(allowance.reset)
    return response


def _address(request: HttpRequest) -> str:
    if settings.ADDRESS_HEADER:
        return str(request.headers.get(settings.ADDRESS_HEADER, "")).strip()
    address = str(request.META.get("REMOTE_ADDR", ""))
    behind = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return "" if behind and _of_this_machine(address) else address


def _of_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return True
