"""One box: a code, a name, part of one, a former name, a document's number."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.flow.likenesses import reasons
from goodstanding.flow.search import question
from goodstanding.organisations.queries import replaced
from goodstanding.organisations.searching import Found
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.persons import refuse_identity_number
from goodstanding.web.paging import SIZE, page_by
from goodstanding.web.said import said
from goodstanding.web.visit import Visit, Visited

LONGEST = 200
#: Whoever needs more of the found than these pages types more of the name.
FURTHEST = 500


def search(request: Visited) -> HttpResponse:
    """The front page, or what a question finds; one that holds a person's number is not asked."""
    typed = request.GET.get("q", "").replace("\x00", "").strip()
    if not typed:
        return render(request, "web/search.html", {"q": "", "empty": "q" in request.GET})
    try:
        refuse_identity_number(typed)
    except Refused as refused:
        request.unspoken = True  # type: ignore[attr-defined]
        page = {"q": "", "refusal": said(refused.refusals[0]), "code": refused.codes[0]}
        return render(request, "web/search.html", page, status=422)
    found = _found(request, typed[:LONGEST])
    return render(request, "web/search.html", {**found, "cut": len(typed) > LONGEST})


def _found(request: Visited, q: str) -> dict[str, object]:
    visit = request.visit
    asked = question(visit.call, q=q)
    count = asked.count()
    page = page_by(
        request,
        count,
        lambda start: _rows(visit, asked.find(limit=SIZE, offset=start)),
        furthest=FURTHEST,
    )
    return {
        "q": q,
        "count": count,
        "page": page,
        "reachable": FURTHEST * SIZE,
        "valid_code": judge(q).code if judge(q).valid else "",
    }


def _why(found: Found) -> list[str]:
    """Reasons, where the name is only like what was typed."""
    return reasons(found.why) if found.why and found.is_alike else []


def _rows(visit: Visit, found: list[Found]) -> list[tuple[Found, str, list[str], str]]:
    """What was found, its class, why, and the code that replaced its own, if another did."""
    now = replaced(each.code for each in found)
    return [
        (each, visit.titles.class_of(each.class_id), _why(each), now.get(each.code, ""))
        for each in found
    ]
