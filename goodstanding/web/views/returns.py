"""Monthly returns: those of a department or of all, and the list of one month with its confirming."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.queries import names_of
from goodstanding.flow import policy
from goodstanding.flow import returns as flow
from goodstanding.oversight.period import Period, months_between
from goodstanding.rules.errors import Refused
from goodstanding.rules.policy import permitted
from goodstanding.rules.returns.lines import digest
from goodstanding.rules.returns.owed import Kept, Owed
from goodstanding.rules.rights import Action
from goodstanding.web import returns as words
from goodstanding.web.accounting import account_of
from goodstanding.web.downloads import sheet
from goodstanding.web.said import said
from goodstanding.web.visit import Visited

#: The rest of what is late is found by choosing its month or department.
MOST = 30

COLUMNS = {
    "department": _("Department"),
    "month": _("Month"),
    "due": _("Due"),
    "state": _("State"),
    "filed": _("Confirmed on"),
    "lines": _("Lines"),
}
LINES = {
    "day": _("Day"),
    "change": _("What happened"),
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "ground": _("Ground"),
    "document": _("Document number"),
    "until": _("Last day"),
    "wrong": _("Wrong from the start"),
}


def returns(request: Visited) -> HttpResponse:
    """Every return of the department; for oversight the period's of all, and whoever is late."""
    visit = request.visit
    found, page = _asked(request)
    late = _late(request, found) if page["account"] else []
    page |= {
        "rows": words.rows(visit, found),
        "figures": words.figures(found, on=visit.today),
        "late": words.rows(visit, late[:MOST]),
        "late_count": len(late),
    }
    return render(request, "web/returns.html", page)


def returns_file(request: Visited, suffix: str) -> HttpResponse:
    """The same rows as a file."""
    found, _page = _asked(request)
    rows = [_cells(request, each) for each in found]
    return sheet(rows, COLUMNS, name="returns", suffix=suffix)


def one(request: Visited, month: str) -> HttpResponse:
    """The list of a month: confirmed here, and every line that changed since."""
    visit = request.visit
    department = words.readable(visit, request.GET.get("department", ""))
    refused: list[Any] = []
    if request.method == "POST":
        policy.require(visit.actor, Action.FILE_RETURN, department=department)
        try:
            return _filed(request, department, month)
        except Refused as told:
            refused = [said(each, visit.titles) for each in told.refusals]
    owed = flow.owed_for(department=department, month=month, on=visit.today)
    found = flow.reconciled(owed)
    page = {
        **_told(request, owed),
        "refused": refused,
        "lines": words.shown(visit, found.listed),
        "differences": words.differing(visit, found.differences),
        "seen": digest(found.listed),
        "may": not permitted(visit.actor, Action.FILE_RETURN, department=department),
        "open": owed.last is None or bool(found.differences),
    }
    return render(request, "web/return.html", page, status=409 if refused else 200)


def one_file(request: Visited, month: str, suffix: str) -> HttpResponse:
    """The list of a month as a file."""
    visit = request.visit
    department = words.readable(visit, request.GET.get("department", ""))
    owed = flow.owed_for(department=department, month=month, on=visit.today)
    rows = [_line(each) for each in words.shown(visit, flow.reconciled(owed).listed)]
    return sheet(rows, LINES, name=f"return-{department}-{month}", suffix=suffix)


def _asked(request: Visited) -> tuple[list[Owed], dict[str, Any]]:
    visit = request.visit
    own = words.readable(visit, "") if not words.whole_city(visit) else ""
    if own:
        return flow.owed(on=visit.today, department=own), {"account": None, "query": ""}
    account = account_of(request)
    months: tuple[Period, ...] = months_between(account.period)
    found = flow.owed(on=visit.today, department=account.only, months=months)
    return found, {"account": account, "query": account.query()}


def _late(request: Visited, listed: list[Owed]) -> list[Owed]:
    """Whoever is late now with a month that is not looked at; longest first."""
    on, months = request.visit.today, {each.month for each in listed}
    found = (each for each in reversed(flow.owed(on=on)) if each.kept(on) is Kept.LATE)
    return [each for each in found if each.month not in months]


def _filed(request: Visited, department: str, month: str) -> HttpResponse:
    seen = request.POST.get("seen", "")
    flow.file_return(request.visit.call, month=month, department=department, seen=seen)
    messages.success(request, gettext("Confirmed. The return is filed."))
    address = reverse("web:return", args=[month])
    return redirect(f"{address}?department={department}")


def _told(request: Visited, owed: Owed) -> dict[str, Any]:
    visit = request.visit
    people = names_of({each.by for each in owed.filings})
    return {
        "owed": owed,
        "department": visit.titles.department(owed.department),
        "month": words.month_word(owed.month),
        "query": f"department={owed.department}",
        "name": f"{owed.month:%Y-%m}",
        "state": words.STANDING[owed.kept(visit.today)],
        "clock": words.clock_of(visit, owed),
        "filings": [(each, people.get(each.by, ""), _many(each.count)) for each in owed.filings],
    }


def _many(count: int) -> str:
    return ngettext("{n} line", "{n} lines", count).format(n=count)


def _cells(request: Visited, owed: Owed) -> dict[str, str]:
    visit = request.visit
    return {
        "department": visit.titles.department(owed.department),
        "month": f"{owed.month:%Y-%m}",
        "due": owed.due.due.isoformat() if owed.due.due else "",
        "state": str(words.STANDING[owed.kept(visit.today)].word),
        "filed": owed.filed_on.isoformat() if owed.filed_on else "",
        "lines": str(owed.last.count) if owed.last else "",
    }


def _line(line: words.Shown) -> dict[str, str]:
    return {
        "day": line.day.isoformat(),
        "change": line.change,
        "organisation": line.organisation,
        "name": line.name,
        "ground": line.ground,
        "document": line.document,
        "until": line.until.isoformat(),
        "wrong": gettext("yes") if line.wrong else "",
    }
