"""Inspection plans: the list for everybody, making one, and one with its draw and its steps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import commit_inspection, draw_inspection, policy
from goodstanding.flow import inspections as flow
from goodstanding.flow.bench import Call
from goodstanding.inspections import queries
from goodstanding.inspections.models import Plan
from goodstanding.organisations.queries import named
from goodstanding.register.reading import content, named_states
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import ever_permitted, permitted, second_person
from goodstanding.rules.rights import Action
from goodstanding.rules.states import InspectionPlan
from goodstanding.web import inspections as words
from goodstanding.web.downloads import JSON, download
from goodstanding.web.fields import PageForm
from goodstanding.web.inspection_forms import AnswerForm, DropForm, PlanForm
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.said import said
from goodstanding.web.sending import new_token, once
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit, Visited

Run = Callable[[Call, str], object]
#: Steps without anything to fill in: right, stages in which it is offered, button, what was done.
STEPS: dict[str, tuple[Action, tuple[str, ...], Promise, Promise, Run]] = {
    "approve": (
        Action.APPROVE_INSPECTION,
        ("planned",),
        _("Approve this plan"),
        _("The plan is approved and public."),
        lambda call, plan: flow.approve_inspection(call, plan=plan),
    ),
    "commit": (
        Action.COMMIT_INSPECTION,
        ("approved", "committed"),
        _("Freeze the pool and publish the commitment"),
        _("The pool is frozen. Organisations see how they are counted and may contest it."),
        lambda call, plan: commit_inspection.commit_inspection(call, plan=plan),
    ),
    "draw": (
        Action.DRAW_INSPECTION,
        ("committed",),
        _("Draw now"),
        _("The plan is drawn. The seed is public; anybody can do the draw again."),
        lambda call, plan: draw_inspection.draw_inspection(call, plan=plan),
    ),
    "publish": (
        Action.PUBLISH_INSPECTION,
        ("drawn",),
        _("Publish the results in figures"),
        _("The results are published."),
        lambda call, plan: flow.publish_inspection(call, plan=plan),
    ),
}


def inspections(request: Visited) -> HttpResponse:
    """The plans: for a department its own, for everybody else those that are approved."""
    visit = request.visit
    actor, own = visit.actor, request.GET.get("by") == "others"
    staff = not permitted(actor, Action.READ_INSPECTIONS, department=actor.department)
    if own and staff:
        found = queries.to_approve(department=actor.department or None, other_than=actor.id)
    elif staff:
        found = queries.of_department(department=actor.department or None)
    else:
        found = queries.public()
    page = page_of(request, found)
    context = {
        "page": page,
        "rows": words.rows(visit, page.rows),
        "may_plan": ever_permitted(actor, Action.PLAN_INSPECTION),
        "staff": staff,
    }
    return render(request, "web/inspections.html", context)


def new(request: Visited) -> HttpResponse:
    """The form of a plan, or the plan made."""
    visit = request.visit
    policy.require(visit.actor, Action.PLAN_INSPECTION, department=visit.actor.department)
    posted = request.method == "POST"
    form = PlanForm(*((request.POST, request.FILES) if posted else ()), visit=visit)
    if posted and form.is_valid():
        try:
            address, _before = once(request, lambda: _planned(visit, form))
            return redirect(address)
        except Refused as refused:
            form.place(refused, visit.titles)
    status = form.status if form.errors else 200
    context = {"form": form, "token": new_token()}
    return render(request, "web/inspection_new.html", context, status=status)


def _planned(visit: Visit, form: PlanForm) -> str:
    return reverse("web:inspection", args=[flow.plan_inspection(visit.call, **form.asked)])


def inspection(request: Visited, id: str) -> HttpResponse:
    """One plan: what everybody may see of it and of its draw, and its steps for its departments."""
    visit = request.visit
    plan = found_plan(visit, id)
    refused: list[str] = []
    forms: dict[str, PageForm] = {}
    if request.method == "POST":
        try:
            return _stepped(request, plan, forms)
        except Refused as told:
            refused = [said(each, visit.titles) for each in told.refusals]
    context = _context(visit, plan, forms) | {"refused": refused, "token": new_token()}
    return render(request, "web/inspection.html", context, status=409 if refused else 200)


def draw_file(request: Visited, id: str) -> HttpResponse:
    """The public file of a draw."""
    found_plan(request.visit, id)
    return download(draw_inspection.draw_file(id), name=f"draw-{id}.json", type=JSON)


def found_plan(visit: Visit, id: str) -> Plan:
    """The plan, for whoever may see it: before it is approved only its departments."""
    plan = queries.plan(id=id)
    if plan is None or (plan.stage not in queries.OPEN and not words.inside(visit, plan)):
        refuse(PageUnknown())
    return plan


def _stepped(request: Visited, plan: Plan, forms: dict[str, PageForm]) -> HttpResponse:
    call, step = request.visit.call, request.POST.get("step", "")
    address = reverse("web:inspection", args=[plan.id])
    if step in STEPS:
        action, _stages, _button, done, run = STEPS[step]

        def taken() -> str:
            run(call, plan.id)
            return address
    else:
        action, done, taken = _filled(request, plan, forms, address)
    policy.require(call.actor, action, department=plan.department, first=plan.planned_by)
    once(request, taken)
    messages.success(request, str(done))
    return redirect(address)


def _filled(
    request: Visited, plan: Plan, forms: dict[str, PageForm], address: str
) -> tuple[Action, Promise, Callable[[], str]]:
    """The two steps that have something to fill in."""
    call, step = request.visit.call, request.POST.get("step", "")
    kind = {"drop": DropForm, "answer": AnswerForm}.get(step) or refuse(PageUnknown())
    form = forms[step] = kind(request.POST)
    given = form.cleaned_data if form.is_valid() else {}

    def dropped() -> str:
        flow.drop_inspection(call, plan=plan.id, reasons=given.get("reasons", ""))
        return address

    def answered() -> str:
        commit_inspection.answer_sampling(
            call,
            plan=plan.id,
            organisation=given.get("subject") or request.POST.get("subject", ""),
            outcome=given.get("outcome", ""),
            reasons=given.get("reasons", ""),
        )
        return address

    if step == "drop":
        return Action.DROP_INSPECTION, _("The plan is given up."), dropped
    return Action.ANSWER_SAMPLING, _("The contest is answered."), answered


def _context(visit: Visit, plan: Plan, forms: dict[str, PageForm]) -> dict[str, Any]:
    inside = words.inside(visit, plan)
    table = words.table_of(visit, plan)
    framed = queries.framed(plan=plan.id, number=plan.number)
    state = named_states([plan.id]).get(plan.id)
    return {
        "plan": plan,
        "field": visit.titles.field(plan.field),
        "departments": visit.titles.departments(plan.departments),
        "stage": words.STAGES[plan.stage],
        "items": words.items_of(visit, plan),
        "table": table,
        "table_title": in_language(table.title) if table else "",
        "frozen": framed is not None,
        "commits": state.commits if isinstance(state, InspectionPlan) else (),
        "drawn": state.drawn if isinstance(state, InspectionPlan) else None,
        "inside": inside,
        "steps": _steps(visit, plan),
        "may_drop": plan.stage in ("planned", "approved", "committed")
        and not permitted(visit.actor, Action.DROP_INSPECTION, department=plan.department),
        "drop": forms.get("drop") or DropForm(),
        "contests": _contests(visit, plan, forms) if inside else [],
        "own_codes": sorted(visit.actor.organisations),
    }


def _steps(visit: Visit, plan: Plan) -> list[tuple[str, Promise]]:
    """The steps this person may take now, the first first."""
    found = []
    for name, (action, stages, button, _done, _run) in STEPS.items():
        open_now = plan.stage in stages
        denied = permitted(visit.actor, action, department=plan.department)
        same = second_person(visit.actor, action, first=plan.planned_by)
        if open_now and not denied and not same:
            found.append((name, button))
    # Frozen already, it is drawn; freezing anew is for what has moved on since.
    return sorted(found, key=lambda each: each[0] == "commit" and plan.stage == "committed")


def _contests(visit: Visit, plan: Plan, forms: dict[str, PageForm]) -> list[dict[str, Any]]:
    rows = list(queries.contests(plan=plan.id))
    names = named(each.subject for each in rows)
    told = content([*(each.position for each in rows), *(each.answered_at for each in rows)])
    pooled = {
        each.code: each
        for each in queries.pool(plan=plan.id, number=plan.number).filter(
            code__in=[each.subject for each in rows]
        )
    }
    may = not permitted(visit.actor, Action.ANSWER_SAMPLING, department=plan.department)
    sent = forms.get("answer")
    return [
        {
            "row": each,
            "name": names.get(each.subject, each.subject),
            "text": told.get(each.position, {}).get("text", ""),
            "reasons": told.get(each.answered_at, {}).get("reasons", ""),
            "why": words.why(visit, plan, pooled[each.subject]) if each.subject in pooled else None,
            "answer": words.ANSWERS.get(each.outcome, ""),
            "form": _answer_form(sent, each.subject) if may and not each.outcome else None,
        }
        for each in rows
    ]


def _answer_form(sent: PageForm | None, subject: str) -> PageForm:
    if sent is not None and sent.data.get("subject") == subject:
        return sent
    return AnswerForm(initial={"subject": subject}, auto_id=f"id_{subject}_%s")
