"""An organisation and the inspection plans it is in: how each counts it, why, and its visits."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from goodstanding.flow import policy
from goodstanding.flow.commit_inspection import contest_sampling, secret_of
from goodstanding.inspections import queries
from goodstanding.inspections.models import Contest, DrawnVisit, Plan, Pooled
from goodstanding.organisations.queries import codes_of, named
from goodstanding.register.reading import content
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.inspection.frame import salt_of
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web import inspections as words
from goodstanding.web.inspection_forms import ContestForm
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.sending import new_token, once
from goodstanding.web.visit import Visit, Visited


def own_inspections(request: Visited, code: str) -> HttpResponse:
    """The plans an organisation is in, its visits and their results, and contesting a plan."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_DOSSIER, organisation=code)
    form = ContestForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid() and (done := _contested(request, code, form)):
        return done
    codes = codes_of(code)
    pooled = queries.pooled(codes=codes)
    context = {
        "code": code,
        "name": named([code]).get(code, code),
        "form": form,
        "sent": request.POST.get("plan", ""),
        "token": new_token(),
        "plans": _plans(visit, codes, pooled, form, request.POST.get("plan", "")),
    }
    status = form.status if form is not None and form.errors else 200
    return render(request, "web/own_inspections.html", context, status=status)


def _contested(request: Visited, code: str, form: ContestForm) -> HttpResponse | None:
    plan, text = request.POST.get("plan", ""), form.cleaned_data["text"]
    if queries.plan(id=plan) is None:
        refuse(PageUnknown())

    def taken() -> str:
        contest_sampling(request.visit.call, plan=plan, organisation=code, text=text)
        return request.path

    try:
        address, _before = once(request, taken)
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return None
    messages.success(request, gettext("It is handed in; the department answers before the draw."))
    return redirect(address)


def _plans(
    visit: Visit, codes: list[str], pooled: list[Pooled], form: ContestForm | None, sent: str
) -> list[dict[str, Any]]:
    found = queries.plans(ids=(each.plan for each in pooled))
    contests = queries.contests_of(codes=codes)
    drawn = queries.visits_about(codes=codes)
    told = content([each.answered_at for each in contests.values() if each.answered_at])
    return [
        _plan(visit, found[each.plan], each, contests.get(each.plan), drawn)
        | {
            "reasons": _reasons(contests.get(each.plan), told),
            "form": form
            if form is not None and sent == each.plan
            else ContestForm(auto_id=f"id_{each.plan}_%s"),
        }
        for each in pooled
    ]


def _reasons(contest: Contest | None, told: dict[int, dict[str, str]]) -> str:
    return told.get(contest.answered_at, {}).get("reasons", "") if contest else ""


def _plan(
    visit: Visit, plan: Plan, pooled: Pooled, contest: Contest | None, drawn: list[DrawnVisit]
) -> dict[str, Any]:
    mine = [each for each in drawn if each.plan == plan.id]
    done = queries.recorded(visits=(each.id for each in mine))
    may = not permitted(visit.actor, Action.CONTEST_SAMPLING, organisation=pooled.code)
    in_time = plan.contest_due is not None and visit.today <= plan.contest_due
    own = visit.represents
    return {
        "plan": plan,
        "field": visit.titles.field(plan.field),
        "departments": visit.titles.departments(plan.departments),
        "stage": words.STAGES[plan.stage],
        "why": words.why(visit, plan, pooled),
        "ticket": pooled.ticket,
        "salt": salt_of(secret_of(plan.id, plan.number).key, pooled.code) if own else "",
        "contest": contest,
        "answer": words.ANSWERS.get(contest.outcome, "") if contest else "",
        "may_contest": may and in_time and plan.stage == "committed" and contest is None,
        "visits": [
            {
                "row": each,
                "items": words.item_titles(visit, each.items),
                "done": done.get(each.id),
                "result": words.RESULTS[done[each.id].outcome] if each.id in done else "",
            }
            for each in mine
        ],
    }
