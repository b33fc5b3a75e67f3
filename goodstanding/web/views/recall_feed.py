"""The public recall feed; no sign-in, and a cache may keep it for some minutes."""

import hashlib

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response

from goodstanding.flow.recall_feed import public_falls
from goodstanding.rules.errors import refuse
from goodstanding.web.recall_feeds import ATOM, FEED_JSON, as_atom, as_json
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

CACHED = "public, max-age=300"
PAGE = 100
_FORMS = {"json": (as_json, FEED_JSON), "atom": (as_atom, ATOM)}


def feed(request: Visited, suffix: str) -> HttpResponseBase:
    """A page of the feed, latest first; ``?before=`` a position continues it."""
    asked = request.GET.get("before", "")
    if suffix not in _FORMS or (asked and not _position(asked)):
        refuse(PageUnknown())
    write, type = _FORMS[suffix]
    before = int(asked) if asked else None
    falls = public_falls(on=request.visit.today, before=before, limit=PAGE)
    here = request.build_absolute_uri(reverse("web:recall-feed", args=[suffix]))
    data = write(
        falls,
        here=f"{here}?before={before}" if before else here,
        next=f"{here}?before={falls.before}" if falls.before else "",
        home=request.build_absolute_uri(reverse("web:data")),
        absolute=request.build_absolute_uri,
    )
    return _cached(request, data, type)


def _position(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len(str(2**63))


def _cached(request: Visited, data: bytes, type: str) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(data).hexdigest()}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(data, content_type=type)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHED
    return response
