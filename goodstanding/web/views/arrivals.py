"""How well files of double publicity come: rows accepted among rows sent, by department and file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from goodstanding.intake.models import Batch
from goodstanding.oversight import arriving
from goodstanding.rules.periods import local_day
from goodstanding.web.accounting import overseen
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited

COLUMNS = {
    "finished": _("Day"),
    "department": _("Department"),
    "kind": _("Kind"),
    "read": _("Read"),
    "accepted": _("Accepted"),
    "duplicates": _("Sent before"),
    "rejected": _("To be mended"),
    "quarantined": _("Kept out"),
}


def arrivals(request: Visited) -> HttpResponse:
    """The rate of a period by department, and exactly the files it is counted from."""
    visit, account = request.visit, overseen(request)
    found = arriving.by_department(account.period, department=account.only)
    total = arriving.Arrived()
    for each in found.values():
        total = total.plus(each)
    page = page_of(request, arriving.files(account.period, department=account.only))
    context = {
        "account": account,
        "total": total,
        "departments": [
            (visit.titles.department(owner), account.query(department=owner), each)
            for owner, each in found.items()
        ],
        "page": page,
        "files": [
            (each, visit.titles.department(each.department), visit.titles.kind(each.kind))
            for each in page.rows
        ],
        "query": account.query(),
    }
    return render(request, "web/arrivals.html", context)


def file(request: Visited, suffix: str) -> HttpResponse:
    """The same files, all of them, as a spreadsheet or CSV."""
    account = overseen(request)
    found = arriving.files(account.period, department=account.only)[:MOST_ROWS]
    rows = [_cells(request, each) for each in found]
    return sheet(rows, COLUMNS, name=f"files-{account.period.name}", suffix=suffix)


def _cells(request: Visited, batch: Batch) -> dict[str, str]:
    titles = request.visit.titles
    finished = local_day(batch.finished_at).isoformat() if batch.finished_at else ""
    counts = ("read", "accepted", "duplicates", "rejected", "quarantined")
    return {
        "finished": finished,
        "department": titles.department(batch.department),
        "kind": titles.kind(batch.kind),
        **{name: str(getattr(batch, name)) for name in counts},
    }
