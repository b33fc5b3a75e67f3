"""One box: a code, a name, part of one, a former name, a document's number."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.organisations import queries as organisations
from goodstanding.publication import queries as publication
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.persons import refuse_identity_number
from goodstanding.web.said import said
from goodstanding.web.visit import Visited

PAGE = 20
LONGEST = 200


def search(request: Visited) -> HttpResponse:
    """The front page, or what a question finds; one that holds a person's number is not asked."""
    q = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if not q:
        return render(request, "web/search.html", {"q": ""})
    try:
        refuse_identity_number(q)
    except Refused as refused:
        request.unspoken = True  # type: ignore[attr-defined]
        page = {"q": "", "refusal": said(refused.refusals[0]), "code": refused.codes[0]}
        return render(request, "web/search.html", page, status=422)
    return render(request, "web/search.html", _found(request, q))


def _found(request: Visited, q: str) -> dict[str, object]:
    visit, number = request.visit, _page(request)
    also = publication.with_document(document=q, on=visit.today, held=visit.staff)
    count = organisations.count(q=q, also=also)
    offset = (number - 1) * PAGE
    found = organisations.find(q=q, limit=PAGE, offset=offset, also=also)
    return {
        "q": q,
        "count": count,
        "results": [(each, visit.titles.class_of(each.class_id)) for each in found],
        "first": offset + 1,
        "last": offset + len(found),
        "number": number,
        "pages": range(1, -(-count // PAGE) + 1) if count > PAGE else (),
        "valid_code": judge(q).code if judge(q).valid else "",
    }


def _page(request: Visited) -> int:
    text = request.GET.get("page", "1")
    return min(max(int(text), 1), 500) if text.isdecimal() and len(text) < 5 else 1
