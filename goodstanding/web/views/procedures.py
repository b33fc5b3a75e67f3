"""Cases of procedures: the list of a department, a new one, and one with its bidders and stages."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goodstanding.flow import policy
from goodstanding.flow import read_procedures as flow
from goodstanding.flow.open_procedure import open_procedure_case
from goodstanding.flow.procedure_cases import asked_about
from goodstanding.letters.tables import sheet_pdf
from goodstanding.procedures.models import ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.procuring.stages import PAY, RESULTS_AT, following
from goodstanding.rules.rights import Action
from goodstanding.web import downloads
from goodstanding.web.basis_sheet import basis_sheet
from goodstanding.web.bidder_lists import case_address
from goodstanding.web.paging import page_of
from goodstanding.web.procedure_forms import OpeningForm
from goodstanding.web.procedure_lists import (
    COLUMNS,
    ProcedureFilter,
    cells,
    lines,
    stage_of,
)
from goodstanding.web.procedure_rows import rows_of
from goodstanding.web.procedure_way import points_of, promises
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visit, Visited

ROWS = 50


def procedures(request: Visited) -> HttpResponse:
    """The cases of the visitor's department that fit; auditors see all."""
    chosen, found = _chosen(request)
    page = page_of(request, found)
    may = allowed(
        request.visit.actor,
        Action.KEEP_PROCEDURE_CASE,
        department=request.visit.actor.department or None,
    )
    context = {"tab": "procedures", "chosen": chosen, "page": page, "may": may}
    return render(
        request, "web/procedures.html", {**context, "rows": lines(request.visit, page.rows)}
    )


def procedures_file(request: Visited, suffix: str) -> HttpResponse:
    """The same cases as a file: all of them, whatever page was shown."""
    _, found = _chosen(request)
    rows = map(cells, lines(request.visit, found[: downloads.MOST_ROWS]))
    return downloads.sheet(rows, COLUMNS, name="procedures", suffix=suffix)


def _chosen(request: Visited) -> tuple[ProcedureFilter, Any]:
    chosen = ProcedureFilter.asked(request)
    asked = {name: chosen.value(name) or "" for name in ("q", "procedure", "stage")}
    found = flow.read_procedure_cases(request.visit.call, **asked)
    return chosen, found.none() if chosen.errors else found


def new(request: Visited) -> HttpResponse:
    """Open a case, and go on to it."""
    visit = request.visit
    policy.require(
        visit.actor, Action.KEEP_PROCEDURE_CASE, department=visit.actor.department or None
    )
    posted = request.POST if request.method == "POST" else None
    first = {"procedure": request.GET.get("procedure", "tender")}
    form = OpeningForm(posted, visit=visit, initial=first)
    if posted is not None and form.is_valid():
        try:
            return redirect("web:procedure", open_procedure_case(visit.call, form.opening))
        except Refused as refused:
            form.place(refused, visit.titles)
    elif posted is not None:
        form.forget_identity_numbers()
    status = form.status if form.errors else 200
    return render(request, "web/procedure_new.html", {"form": form}, status=status)


def procedure(request: Visited, id: str) -> HttpResponse:
    """One case: where it is, what its bidders' effects do at this stage, what comes next."""
    visit = request.visit
    case, bids = flow.read_procedure_case(visit.call, case=id)
    page = page_of(request, bids, size=ROWS)
    everybody = rows_of(visit, case, bids)
    concerned = asked_about(case, bids)
    rows = [each for each in everybody if each.bid in concerned]
    context = {
        **common(visit, case, bids),
        "page": page,
        "rows": everybody[page.first - 1 : page.last] if page.count else [],
        "asked": len(concerned),
        "excluded": [each for each in rows if each.excluded],
        "changed": sum(each.changed for each in rows),
        "fresh": all(each.last and each.last.on_day == visit.today for each in concerned),
        "points": points_of(visit, case),
        "promises": promises(visit, case),
        "moved": len(flow.moved(case, bids, on=visit.today).changes),
        "bases": list(case.bases.order_by("-at", "id")),
        "checks": case_address(case.number, case.procedure),
    }
    return render(request, "web/procedure.html", context)


def common(visit: Visit, case: ProcedureCase, bids: list[Bid]) -> dict[str, Any]:
    """What every page of a case shows, and which steps are open to who looks."""
    may = allowed(visit.actor, Action.KEEP_PROCEDURE_CASE, department=case.department)
    results = Counter(each.result for each in bids)
    ahead = following(case.stages, case.stage)
    return {
        "tab": "procedures",
        "case": case,
        "procedure_title": visit.titles.procedure(case.procedure),
        "department": visit.titles.department(case.department),
        "stage": stage_of(case),
        "count": len(bids),
        "awarded": results["awarded"],
        "undecided": results[""],
        "may": may and not case.closed_on,
        "entering": case.stage == case.stages[0],
        "ahead": ahead,
        "deciding": case.stage in RESULTS_AT,
        "paying": case.stage == PAY,
    }


def basis(request: Visited, id: str, basis: str, suffix: str) -> HttpResponse:
    """A payment basis as it was drawn up (``json``), or as a sheet to sign and keep (``pdf``)."""
    found = flow.read_basis(request.visit.call, basis=basis)
    if found.case_id != id or suffix not in ("json", "pdf"):
        refuse(PageUnknown())
    name = f"payment-basis-{found.on_day}-{found.id[2:10]}"
    if suffix == "json":
        return downloads.download(bytes(found.body), name=f"{name}.json", type=downloads.JSON)
    made = sheet_pdf(basis_sheet(found, request.visit.titles))
    return downloads.download(made, name=f"{name}.pdf", type=downloads.PDF)
