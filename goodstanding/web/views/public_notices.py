"""Public notices: title, number and department of letters that could not be served otherwise."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.publication.models import PublicNotice
from goodstanding.publication.notices import running
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import LETTERS


def notices(request: Visited) -> HttpResponse:
    """Those whose period runs today, latest first; whom they are for is not shown."""
    visit = request.visit
    page = page_of(request, running(on=visit.today))
    rows = [_line(visit, each) for each in page.rows]
    return render(request, "web/public_notices.html", {"page": page, "rows": rows})


def _line(visit: Visit, notice: PublicNotice) -> dict[str, Any]:
    return {
        "title": LETTERS[notice.letter],
        "number": notice.document,
        "department": visit.titles.department(notice.department),
        "since": notice.published_on,
        "until": notice.due_on,
        "not_before": notice.not_before,
    }
