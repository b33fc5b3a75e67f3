"""The one place where reads are noted: every page and answer given to somebody who signed in."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from goodstanding.flow.bench import Call
from goodstanding.flow.witness import note_read

View = Callable[[HttpRequest], HttpResponse]

#: What needs no row, and why. Everything else leaves one: a new address is noted without a line.
EXEMPT: Mapping[str, str] = {
    "": "search: the same for everybody, and what was typed is never kept",
    "guide": "the same for everybody",
    "notices": "the same for everybody",
    "about": "the same for everybody",
    "robots.txt": "the same for everybody",
    "favicon.ico": "a drawing, the same for everybody",
    "exemplars": "the same for everybody",
    "exemplars.<str:suffix>": "the same for everybody; the ledger has who took the list",
    "data": "the same for everybody",
    "data/check": "tells nothing before a file is sent; of the file nothing is kept",
    "data/<slug:name>.<slug:suffix>": "the same for everybody; the ledger has who took which dataset",
    "recalls/feed.<str:suffix>": "the same for everybody",
    "rulebook": "the same for everybody",
    "rulebook/changes": "the same for everybody",
    "rulebook/changes.<str:suffix>": "the same for everybody",
    "rulebook/grounds/<path:id>": "the same for everybody",
    "rulebook/measures/<str:id>": "the same for everybody",
    "rulebook/departments/<str:id>": "the same for everybody",
    "rulebook/procedures/<str:id>": "the same for everybody",
    "rulebook/periods/<path:id>": "the same for everybody",
    "rulebook/repairs/<str:id>": "the same for everybody",
    "rulebook/conditions/<str:id>": "the same for everybody",
    "rulebook/items/<str:id>": "the same for everybody",
    "rulebook/publication": "the same for everybody",
    "rulebook/promises/<str:id>": "the same for everybody",
    "promises": "the same for everybody",
    "promises.<str:suffix>": "the same for everybody",
    "rulebook/boundary": "the same for everybody",
    "rulebook/consents": "the same for everybody",
    "rulebook/inspections": "the same for everybody",
    "inspections/<str:id>/draw.json": "the same for everybody",
    "inspections/new": "an empty form",
    "rulebook/rules": "the same for everybody",
    "rulebook/report-keys.json": "the same for everybody",
    "rulebook.<str:suffix>": "the same for everybody",
    "sign-in": "tells nothing; sign-ins have a log of their own",
    "sandbox": "tells only which day this instance for trying out believes",
    "uploads/templates/<str:kind>.xlsx": "an empty template",
    "entry/<slug:kind>": "an empty form, or what somebody of the department typed into it",
    "api/v1/sandbox/clock": "tells only which day this instance for trying out believes",
    "api/v1/exemplars": "the same for everybody; the ledger has who took the list",
    "api/v1/organisations": "search: the same for everybody, and what was typed is never kept",
    "api/v1/openapi.json": "the description of the API",
}
#: What an address with an id shows, by its first part; a part not named stands for itself.
KINDS: Mapping[str, str] = {
    "organisations": "organisation",
    "own": "organisation",
    "records": "record",
    "cases": "case",
    "designations": "case",
    "objections": "objection",
    "repairs": "repair",
    "proceedings": "proceeding",
    "applications": "application",
    "letters": "letter",
    "distinctions": "distinction",
    "removals": "removal",
    "matters": "evidence-list",
    "evidence": "evidence",
    "tasks": "task",
    "receipts": "receipt",
    "checks": "receipt",
    "reopenings": "receipt",
    "returns": "return",
    "recalls": "recall",
    "uploads": "batch",
    "entries": "batch",
    "rulebook": "draft",
    "outcomes": "outcome",
    "offers": "offered-list",
    "watches": "watch",
    "promises": "promise",
    "pulls": "pull",
    "procedures": "procedure-case",
    "procedure-cases": "procedure-case",
    "inspections": "inspection",
}
_API = "api/v1/"
_READING = ("GET", "HEAD")


class AccessLog:
    """Stands right behind the doors: what they gave out is noted before it leaves.

    A step is no read: it leaves an act, a receipt or a batch that names who took it.
    """

    def __init__(self, get_response: View) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, noted if it was given; where it cannot be noted it is not given."""
        response = self._answer(request)
        call = _call(request)
        given = request.method in _READING and response.status_code in (200, 206)
        if given and call and call.actor.signed_in and request.resolver_match:
            route = request.resolver_match.route
            if route not in EXEMPT:
                kind, target = what(route, request.resolver_match.kwargs)
                note_read(call, kind=kind, target=target)
        return response


def what(route: str, arguments: Mapping[str, Any]) -> tuple[str, str]:
    """What an address shows: its kind and id, or for one without id ``list`` and the address."""
    path = route.removeprefix(_API)
    if not arguments or set(arguments) <= {"suffix", "section"}:
        return "list", path.split("<")[0].rstrip("./")
    first = path.split("/")[0]
    return KINDS.get(first, first), str(next(iter(arguments.values())))


def _call(request: HttpRequest) -> Call | None:
    """Who asks, as the door of the pages or of the API knows."""
    visit = getattr(request, "visit", None)
    call = visit.call if visit else getattr(request, "call", None)
    return call if isinstance(call, Call) else None
