"""Colleagues: who is away and who stands in, handing over, conflicts of interest."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.departments import colleagues as desk
from goodstanding.departments.models import Account, StandIn
from goodstanding.departments.queries import grants_of
from goodstanding.flow import policy
from goodstanding.register.reading import stream_of
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.account_words import RECUSALS
from goodstanding.web.colleague_forms import HandOverForm, LeaveForm, RecusalForm
from goodstanding.web.fields import PageForm
from goodstanding.web.matters import department_of, matter_rows
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.staying import local, mine
from goodstanding.web.visit import Visited


def colleagues(request: Visited) -> HttpResponse:
    """The department's people: who is away, what I work on, who declared a conflict."""
    department, visit = _department(request), request.visit
    me = mine(request)
    people = list(desk.colleagues(department, on=visit.today))
    may_arrange = allowed(visit.actor, Action.ARRANGE_WORK, department=department)
    page = {
        "serves": visit.titles.department(department),
        "away": list(desk.away(department, on=visit.today)),
        "mine": matter_rows(visit, desk.work_of(me)),
        "recusals": [
            (each, RECUSALS[each.reason]) for each in desk.recusals(department, on=visit.today)
        ],
        "people": people,
        "me": me,
        "may_arrange": may_arrange,
    }
    return render(request, "web/account/colleagues.html", page)


def leave(request: Visited) -> HttpResponse:
    """Enter leave or hand one matter to a colleague for some days."""
    department = _department(request)
    people = desk.colleagues(department, on=request.visit.today)
    matter = {"matter": request.GET.get("matter", "")[:200]}
    form = LeaveForm(_posted(request), people=people, actor=request.visit.actor, initial=matter)
    return _form(request, form, "leave", lambda data: _leave(request, department, data))


def _leave(request: Visited, department: str, data: dict[str, Any]) -> None:
    actor, call = request.visit.actor, request.visit.call
    account = Account.objects.get(pk=data["account"] or actor.id)
    if account.id != actor.id:
        policy.require(actor, Action.ARRANGE_WORK, department=department)
    desk.stand_in(
        account,
        Account.objects.get(pk=data["deputy"]),
        department=department,
        first=data["first"],
        last=data["last"],
        matter=data["matter"],
        by=actor.id,
        at=call.at,
        today=call.on,
    )
    messages.success(request, gettext("Entered. On these days the deputy sees what waits."))


@require_POST
def back(request: Visited, id: int) -> HttpResponse:
    """End leave, or call it off."""
    department, visit = _department(request), request.visit
    found = get_object_or_404(StandIn, pk=id, department=department)
    if found.account_id != visit.actor.id:
        policy.require(visit.actor, Action.ARRANGE_WORK, department=department)
    desk.end_stand_in(found, by=visit.actor.id, at=visit.call.at, today=visit.today)
    messages.success(request, gettext("Ended."))
    return redirect("web:colleagues")


def recuse(request: Visited) -> HttpResponse:
    """Declare a conflict of interest of one's own."""
    department = _department(request)
    form = RecusalForm(_posted(request), initial={"about": request.GET.get("about", "")[:200]})
    return _form(request, form, "recusal", lambda data: _recuse(request, department, data))


def _recuse(request: Visited, department: str, data: dict[str, Any]) -> None:
    call = request.visit.call
    if len(data["about"]) != 18 and stream_of(data["about"]) is None:
        refuse(PageUnknown())
    desk.recuse(mine(request), department=department, at=call.at, **data)
    told = gettext("Declared. From the first day on you take no step in it.")
    messages.success(request, told)


def hand_over(request: Visited, id: str) -> HttpResponse:
    """Hand matters of somebody who leaves or changes over to a colleague."""
    department, visit = _department(request), request.visit
    people = desk.colleagues(department, on=visit.today)
    account = get_object_or_404(Account, pk=id)
    if account.id != visit.actor.id:
        served = {grant.department for grant in grants_of(account)}
        theirs = department if department in served else next(iter(served), "")
        policy.require(visit.actor, Action.ARRANGE_WORK, department=theirs)
    rows = matter_rows(visit, desk.work_of(account).filter(department=department))
    form = HandOverForm(_posted(request), people=people.exclude(pk=id), rows=rows)
    more = {"account": account, "rows": rows}
    return _form(
        request,
        form,
        "hand_over",
        lambda data: _hand_over(request, account, department, data),
        more,
    )


def _hand_over(request: Visited, account: Account, department: str, data: dict[str, Any]) -> None:
    visit = request.visit
    moved = desk.hand_over(
        account,
        Account.objects.get(pk=data["to"]),
        data["matters"],
        department=department,
        reason=data["reason"],
        by=visit.actor.id,
        at=visit.call.at,
        today=visit.today,
    )
    messages.success(request, gettext("%(n)s matters were handed over.") % {"n": moved})


@require_POST
def take(request: Visited) -> HttpResponse:
    """Work on a matter from now on."""
    department, visit = _department(request), request.visit
    matter = request.POST.get("matter", "")[:200]
    if department_of(matter) != department:
        refuse(PageUnknown())
    desk.take(mine(request), matter, department=department, at=visit.call.at)
    messages.success(request, gettext("You work on this from now on."))
    return redirect(local(request) or "web:colleagues")


def _department(request: Visited) -> str:
    actor = request.visit.actor
    policy.require(actor, Action.ARRANGE_OWN_WORK, department=actor.department)
    return actor.department


def _posted(request: Visited) -> Any:
    return request.POST if request.method == "POST" else None


def _form(
    request: Visited, form: PageForm, name: str, do: Any, more: dict[str, Any] | None = None
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refused:
            form.place(refused)
        else:
            return redirect("web:colleagues")
    page = {"form": form, **(more or {})}
    status = form.status if form.errors else 200
    return render(request, f"web/account/{name}.html", page, status=status)
