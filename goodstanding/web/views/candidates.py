"""Rows of a file with a name and no code: who may be meant, and why; the sender fills the code in."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.intake import queries as intake
from goodstanding.intake import staging
from goodstanding.web.naming import named_rows, with_candidates
from goodstanding.web.paging import page_of
from goodstanding.web.views.upload import found_file
from goodstanding.web.visit import Visited


def candidates(request: Visited, id: str) -> HttpResponse:
    """The rows of a preview or a report, each with its candidates; nothing is chosen here."""
    staged, batch = found_file(request, id)
    waits = staged is not None and staged.state == "waiting"
    outcomes = staging.outcomes(id=id) if waits else intake.needing_work(batch=id)
    kind = (staged or batch).kind  # type: ignore[union-attr]
    page = page_of(request, named_rows(outcomes, kind=kind))
    context = {
        "id": id,
        "kind": request.visit.titles.kind(kind),
        "page": page,
        "rows": list(with_candidates(page.rows)),
    }
    return render(request, "web/candidates.html", context)
