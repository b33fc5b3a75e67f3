"""What every page goes through: who asks, in which language, and the headers it leaves with."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from goodstanding.rules.errors import Refusal, Refused
from goodstanding.web import limits
from goodstanding.web.errors import refused
from goodstanding.web.in_memory import InMemory
from goodstanding.web.staying import admit
from goodstanding.web.visit import Visit

View = Callable[[HttpRequest], HttpResponse]

#: Nothing is loaded from elsewhere, and no script runs at all.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
#: Other doors have their own language and their own headers.
ELSEWHERE = ("/api/", "/static/")
YEAR = 365 * 24 * 60 * 60


class Door:
    """The last middleware: inside it, ``request.visit`` says who asks and when."""

    def __init__(self, get_response: View) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Chinese unless the reader chose English by a link; kept in a cookie."""
        if request.path_info.startswith(ELSEWHERE):
            return self._answer(request)
        translation.activate(_language(request))
        request.LANGUAGE_CODE = translation.get_language()
        admit(request)
        request.visit = Visit(request)  # type: ignore[attr-defined]
        if request.method == "POST":
            request.upload_handlers = [InMemory(request)]
        response = self._within_limits(request)
        _remember(request, response)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Cache-Control", "no-store" if _private(request) else "no-cache"
        )
        return response

    def _within_limits(self, request: HttpRequest) -> HttpResponse:
        """The page, or to a stranger who has opened too many of them the words that say so."""
        call = request.visit.call  # type: ignore[attr-defined]
        allowance = None if call.actor.signed_in else limits.counted(request, at=call.at)
        if allowance and allowance.spent:
            response = limits.enough(request, allowance)
        else:
            response = self._answer(request)
        limits.told(allowance, response)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal that no form took becomes a page with every reason."""
        if isinstance(error, Refusal):
            error = Refused([error])
        known = hasattr(request, "visit") and isinstance(error, Refused)
        return refused(request, error) if known and isinstance(error, Refused) else None


def _language(request: HttpRequest) -> str:
    """Pages have their own rule: what the browser prefers is not asked, so that links are stable."""
    offered = dict(settings.LANGUAGES)
    for chosen in (request.GET.get("lang"), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)):
        if chosen in offered:
            return str(chosen)
    return settings.LANGUAGE_CODE


def _remember(request: HttpRequest, response: HttpResponse) -> None:
    for query, cookie, offered in (
        ("lang", settings.LANGUAGE_COOKIE_NAME, set(dict(settings.LANGUAGES))),
        ("type", "type", {"large", "normal"}),
    ):
        chosen = request.GET.get(query)
        if chosen in offered:
            response.set_cookie(
                cookie,
                chosen,
                max_age=YEAR,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )


def _private(request: HttpRequest) -> bool:
    visit = getattr(request, "visit", None)
    return bool(visit and visit.actor.signed_in)
