"""Steps of a procedure case: asked again, on to the next stage, results, payment basis, closing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.flow import draw_up_basis as paying
from goodstanding.flow import next_stage as going_on
from goodstanding.flow import open_procedure, record_results
from goodstanding.flow import read_procedures as flow
from goodstanding.rules.errors import Refused
from goodstanding.rules.procuring.refusals import AnswersMoved, CaseStagePassed
from goodstanding.rules.procuring.results import RESULTS, Result
from goodstanding.rules.procuring.stages import PAY, following
from goodstanding.web.procedure_moves import moved_rows
from goodstanding.web.procedure_rows import rows_of
from goodstanding.web.procedure_words import RESULTS as RESULT_WORDS
from goodstanding.web.procedure_words import STAGES
from goodstanding.web.said import said
from goodstanding.web.views.procedures import common
from goodstanding.web.visit import Visited


def next_stage(request: Visited, id: str) -> HttpResponse:
    """What changed since the bidders were asked last, before the case goes on; by POST it does."""
    visit = request.visit
    refused: Refused | None = None
    if request.method == "POST":
        try:
            stage, seen = request.POST.get("stage", ""), request.POST.get("seen", "")
            asked = going_on.next_stage(visit.call, case=id, stage=stage, seen=seen)
            told = gettext("Asked about %(n)s organisations; the case is at the next stage.")
            messages.success(request, told % {"n": asked})
            return redirect("web:procedure", id)
        except Refused as found:
            if found.codes == (CaseStagePassed.__name__,):
                # A second click: the first one took the case there.
                return redirect("web:procedure", id)
            if found.codes != (AnswersMoved.__name__,):
                raise
            refused = found
    return _shown(request, id, refused)


def _shown(request: Visited, id: str, refused: Refused | None) -> HttpResponse:
    visit = request.visit
    new = flow.read_moved(visit.call, case=id)
    case, bids = flow.read_procedure_case(visit.call, case=id)
    ahead = following(case.stages, case.stage)
    against = going_on.against(case, bids, ahead) if ahead else []
    context = {
        **common(visit, case, bids),
        "ahead_title": str(STAGES[ahead]) if ahead else "",
        "asking": sum(each.result == "awarded" for each in bids) if ahead == PAY else len(bids),
        "new": moved_rows(visit, new.changes),
        "mark": new.mark,
        "again": [said(each, visit.titles) for each in refused.refusals] if refused else [],
        "against": [said(each, visit.titles) for each in against],
    }
    status = refused.status if refused else 200
    return render(request, "web/procedure_next.html", context, status=status)


def results(request: Visited, id: str) -> HttpResponse:
    """Awarded or not, for every bidder; by POST what was chosen is kept."""
    visit = request.visit
    case, bids = flow.read_procedure_case(visit.call, case=id)
    rows = rows_of(visit, case, bids)
    typed: dict[str, str] = request.POST.dict() if request.method == "POST" else {}
    refused: Refused | None = None
    if request.method == "POST":
        try:
            chosen = [each for each in (_result(typed, row.bid) for row in rows) if each]
            record_results.record_results(visit.call, case=id, results=chosen)
            messages.success(request, gettext("The results are kept with the case."))
            return redirect("web:procedure", id)
        except Refused as found:
            refused = found
    context: dict[str, Any] = {
        **common(visit, case, bids),
        "rows": [(row, *_typed(typed, row.bid)) for row in rows],
        "choices": list(RESULT_WORDS.items()),
        "against": [said(each, visit.titles) for each in refused.refusals] if refused else [],
    }
    status = refused.status if refused else 200
    return render(request, "web/procedure_results.html", context, status=status)


def _result(typed: dict[str, str], bid: Any) -> Result | None:
    chosen, reason = _typed(typed, bid)
    if chosen not in RESULTS or (chosen, reason.strip()) == (bid.result, bid.reason):
        return None
    return Result(organisation=bid.bidder.organisation, result=chosen, reason=reason)


def _typed(typed: dict[str, str], bid: Any) -> tuple[str, str]:
    row = bid.bidder.row
    return typed.get(f"result-{row}", bid.result), typed.get(f"reason-{row}", bid.reason)[:300]


@require_POST
def again(request: Visited, id: str) -> HttpResponse:
    """Ask about the same organisations again at the stage the case is at."""
    asked = going_on.ask_bidders_again(request.visit.call, case=id)
    messages.success(request, gettext("Asked about %(n)s organisations again.") % {"n": asked})
    return redirect("web:procedure", id)


@require_POST
def draw_up(request: Visited, id: str) -> HttpResponse:
    """The payment basis of today."""
    paying.draw_up_basis(request.visit.call, case=id)
    messages.success(request, gettext("The payment basis is drawn up and kept with the case."))
    return redirect("web:procedure", id)


@require_POST
def close(request: Visited, id: str) -> HttpResponse:
    """The case is over."""
    open_procedure.close_procedure_case(request.visit.call, case=id)
    messages.success(request, gettext("The case is closed; nobody in it is watched any more."))
    return redirect("web:procedure", id)
