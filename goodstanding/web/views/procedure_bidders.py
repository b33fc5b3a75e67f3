"""Bidders of a case: a list read, shown and entered; one with its answers and others' reports."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.files.codes import codes_of_text
from goodstanding.flow import policy, third_party
from goodstanding.flow import read_procedures as flow
from goodstanding.flow.enter_bidders import enter_bidders
from goodstanding.organisations.queries import named
from goodstanding.procedures.models import ProcedureCase
from goodstanding.procedures.queries import Bid
from goodstanding.register import idempotency
from goodstanding.rules.bidders import Bidder, without_persons
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.procuring.entering import MOST
from goodstanding.rules.rights import Action
from goodstanding.web.bidder_lists import problems_of
from goodstanding.web.procedure_forms import ThirdPartyForm
from goodstanding.web.procedure_rows import rows_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.views.bidders import SHOWN, ListForm, read_list
from goodstanding.web.views.procedures import common
from goodstanding.web.visit import Visited


def bidders(request: Visited, id: str) -> HttpResponse:
    """The empty form; a list that was sent is shown as it was read, with what has to be mended."""
    case, bids = _open(request, id)
    if request.method != "POST":
        return _form(request, case, bids, ListForm())
    form = ListForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            return _preview(request, case, bids, read_list(request, form, most=MOST))
        except Refused as refused:
            form.places = {**dict.fromkeys(refused.codes, "file"), **ListForm.places}
            form.place(refused, request.visit.titles)
    form.forget_identity_numbers()
    form.data["codes"] = without_persons(form.data.get("codes", ""))
    return _form(request, case, bids, form)


def again(request: Visited, refused: Refused) -> HttpResponse:
    """The form after a request that could not be read."""
    assert request.resolver_match is not None
    case, bids = _open(request, str(request.resolver_match.kwargs["id"]))
    form = ListForm({}, {})
    form.errors.clear()
    form.places = dict.fromkeys(refused.codes, "file")
    form.place(refused, request.visit.titles)
    return _form(request, case, bids, form)


def _open(request: Visited, id: str) -> tuple[ProcedureCase, list[Bid]]:
    actor = request.visit.actor
    policy.require(actor, Action.KEEP_PROCEDURE_CASE, department=actor.department or None)
    return flow.read_procedure_case(request.visit.call, case=id)


def _form(request: Visited, case: ProcedureCase, bids: list[Bid], form: ListForm) -> HttpResponse:
    status = form.status if form.errors else 200
    context = {**common(request.visit, case, bids), "form": form}
    return render(request, "web/procedure_bidders.html", context, status=status)


def _preview(
    request: Visited, case: ProcedureCase, bids: list[Bid], told: list[Bidder]
) -> HttpResponse:
    there = {each.bidder.organisation for each in bids}
    new = [each for each in told if each.asked and each.code not in there]
    bad = [each for each in told if each.problems]
    names = named(each.code for each in new[:SHOWN])
    context: dict[str, Any] = {
        **common(request.visit, case, bids),
        "new": len(new),
        "problems": problems_of(bad[:SHOWN], request.visit.titles),
        "bad": len(bad),
        "twice": [each for each in told if each.same_as],
        "before": [each for each in told if each.code in there and not each.same_as],
        "bidders": [(each, names.get(each.code, "")) for each in new[:SHOWN]],
        "shown": min(SHOWN, len(new)),
        "codes": "\n".join(each.code for each in new),
        "key": uuid4().hex,
    }
    return render(request, "web/procedure_preview.html", context)


@require_POST
def enter(request: Visited, id: str) -> HttpResponse:
    """Enter what was shown, once however often the button was pressed."""
    call = request.visit.call
    case, _ = _open(request, id)
    codes, key = request.POST.get("codes", ""), request.POST.get("key", "")[:40]
    answer = idempotency.Answer(302, case.id.encode())
    with transaction.atomic(using="default"):
        client, digest = f"desk {call.actor.id}", idempotency.digest_of(codes.encode())
        if not idempotency.claim(client=client, key=key, digest=digest, at=call.at):
            entered = enter_bidders(call, case=id, rows=codes_of_text(codes))
            idempotency.keep(client=client, key=key, answer=answer)
            told = gettext("Entered and asked about: %(n)s organisations.") % {"n": entered}
            messages.success(request, told)
    return redirect("web:procedure", id)


def bidder(request: Visited, id: str, row: int) -> HttpResponse:
    """One bidder: what it was answered at each stage, and reports others made; by POST one more."""
    visit = request.visit
    case, bids = flow.read_procedure_case(visit.call, case=id)
    bid = next((each for each in bids if each.bidder.row == row), None) or refuse(PageUnknown())
    form = ThirdPartyForm()
    if request.method == "POST":
        form = ThirdPartyForm(request.POST, request.FILES)
        if form.is_valid() and _attached(request, case, bid, form):
            return redirect("web:procedure-bidder", id, row)
        form.forget_identity_numbers()
    context = {
        **common(visit, case, bids),
        "row": rows_of(visit, case, [bid])[0],
        "form": form,
    }
    status = form.status if form.errors else 200
    return render(request, "web/procedure_bidder.html", context, status=status)


def bidder_again(request: Visited, refused: Refused) -> HttpResponse:
    """The page of a bidder after an upload that could not be read."""
    assert request.resolver_match is not None
    where = request.resolver_match.kwargs
    case, bids = flow.read_procedure_case(request.visit.call, case=str(where["id"]))
    bid = next((each for each in bids if each.bidder.row == where["row"]), None)
    form = ThirdPartyForm({}, {})
    form.errors.clear()
    form.place(refused, request.visit.titles)
    context = {**common(request.visit, case, bids), "form": form}
    context["row"] = rows_of(request.visit, case, [bid or refuse(PageUnknown())])[0]
    return render(request, "web/procedure_bidder.html", context, status=form.status)


def _attached(request: Visited, case: ProcedureCase, bid: Bid, form: ThirdPartyForm) -> bool:
    data = form.cleaned_data
    sent = third_party.Sent(
        organisation=bid.bidder.organisation,
        source=data["source"],
        data=data["file"].read(),
        stated=data["stated"],
    )
    try:
        third_party.attach_report(request.visit.call, case=case.id, sent=sent)
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return False
    messages.success(request, gettext("The report is kept with the case."))
    return True


@require_POST
def remove(request: Visited, id: str, row: int, file: str) -> HttpResponse:
    """A report that was attached by mistake is deleted."""
    third_party.remove_report(request.visit.call, case=id, file=file)
    messages.success(request, gettext("Removed. Nothing of the file is kept."))
    return redirect("web:procedure-bidder", id, row)
