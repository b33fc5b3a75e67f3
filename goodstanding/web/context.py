"""What the frame of every page shows: menu, language, who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.queries import institution_names
from goodstanding.rules.policy import ever_permitted
from goodstanding.rules.rights import Action
from goodstanding.web.dates import english
from goodstanding.web.visit import Visit

Entry = tuple[str, Promise]

_STAFF: tuple[tuple[str, Promise, Action], ...] = (
    ("desk", _("To do"), Action.READ_TASKS),
    ("cases", _("Cases"), Action.READ_CASE),
    ("tasks", _("Measures and lifts"), Action.READ_TASKS),
    ("uploads", _("Files"), Action.ENTER_RECORDS),
    ("check", _("Check"), Action.CHECK),
    ("recalls", _("Recalls"), Action.READ_RECALLS),
    ("messages", _("Messages"), Action.READ_MESSAGES),
    ("oversight", _("Oversight"), Action.SEE_OVERSIGHT),
    ("audit", _("Audit"), Action.READ_LOG),
    ("colleagues", _("Colleagues"), Action.ARRANGE_OWN_WORK),
    ("sign-ins", _("Sign-ins"), Action.READ_SIGN_INS),
    ("people", _("Accounts"), Action.MANAGE_ACCOUNTS),
)
_OUTSIDE: tuple[Entry, ...] = (
    ("consents", _("Consents to us")),
    ("recalls", _("Recalls")),
    ("messages", _("Messages")),
)
_EVERYBODY: tuple[Entry, ...] = (
    ("search", _("Search")),
    ("rulebook", _("Rulebook")),
    ("guide", _("Objection and way back")),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Variables of `base.html`; also for error pages of requests that never came to the door."""
    visit: Visit | None = getattr(request, "visit", None)
    large = request.GET.get("type", request.COOKIES.get("type")) == "large"
    return {
        "visit": visit,
        "lang": "en" if english() else "zh-Hans",
        "menu": _menu(request, visit),
        "large": large,
        "other_language": _same_page(request, lang="zh-hans" if english() else "en"),
        "other_type": _same_page(request, type="normal" if large else "large"),
        "serves": _serves(visit),
        "sandbox": settings.SANDBOX,
    }


def _menu(request: HttpRequest, visit: Visit | None) -> list[dict[str, Any]]:
    entries: list[Entry] = []
    if visit and visit.staff:
        entries += [(n, word) for n, word, act in _STAFF if ever_permitted(visit.actor, act)]
    elif visit and visit.represents:
        entries.append(("own", _("Our organisation")))
    elif visit and visit.outside:
        entries += _OUTSIDE
    here = request.resolver_match
    section = (here.kwargs.get("section") or here.url_name) if here else ""
    return [
        {"url": reverse(f"web:{name}"), "word": word, "here": name == section}
        for name, word in (*entries, *_EVERYBODY)
    ]


def _same_page(request: HttpRequest, **changed: str) -> str:
    """The address of this page with another language or type; a refused question is not kept."""
    kept = {} if getattr(request, "unspoken", False) else request.GET.dict()
    query = request.GET.copy()
    query.clear()
    query.update({**kept, **changed})
    return f"?{query.urlencode()}"


def _serves(visit: Visit | None) -> str:
    if visit is None or not visit.actor.signed_in:
        return ""
    if own := visit.actor.institution:
        return institution_names([own]).get(own, own)
    return visit.titles.department(visit.actor.department) if visit.actor.department else ""
