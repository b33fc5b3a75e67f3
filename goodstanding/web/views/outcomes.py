"""Outcomes without a decision: a department's own list, and the page where the decision is added."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.aside import queries
from goodstanding.flow import beside as flow
from goodstanding.flow import policy
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import SignInNeeded, allowed
from goodstanding.rules.rights import Action
from goodstanding.web.beside import DecisionForm, ReasonForm, outcomes_shown
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visited


def outcomes(request: Visited) -> HttpResponse:
    """Those of the department; an auditor's page has all."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_OUTCOMES, department=visit.actor.department)
    page = page_of(request, queries.outcomes_kept(actor=visit.actor, on=visit.today))
    context = {"page": page, "outcomes": outcomes_shown(visit, page.rows)}
    return render(request, "web/outcomes.html", context)


def outcome(request: Visited, id: str) -> HttpResponse:
    """One of them; its decision is sent here, and it is a record from then on."""
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            record = flow.add_decision(request.visit.call, outcome=id, **form.cleaned_data)
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(request, gettext("The decision is entered: this is a record now."))
            return redirect("web:record", record)
    return _page(request, id, form, ReasonForm())


@require_POST
def drop(request: Visited, id: str) -> HttpResponse:
    """The department keeps it no longer."""
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            flow.drop_outcome(request.visit.call, outcome=id, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(request, gettext("It is kept no longer."))
            return redirect("web:outcomes")
    return _page(request, id, DecisionForm(), form)


def _page(request: Visited, id: str, form: DecisionForm, reason: ReasonForm) -> HttpResponse:
    visit = request.visit
    if not visit.actor.signed_in:
        refuse(SignInNeeded())
    found = flow.outcome_of(visit.call, id)
    failed = next((each for each in (form, reason) if each.errors), form)
    if failed.is_bound:
        failed.forget_identity_numbers()
    page = {
        "shown": outcomes_shown(visit, [found])[0],
        "decision": form,
        "reason": reason,
        "form": failed,
        "may": allowed(visit.actor, Action.ENTER_RECORDS, department=found.department),
    }
    return render(request, "web/outcome.html", page, status=failed.status if failed.errors else 200)
