"""The visits of a plan as a month and as a table, one visit with its result, and the file."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.queries import names_of
from goodstanding.flow import inspections as flow
from goodstanding.flow import policy
from goodstanding.inspections import queries
from goodstanding.inspections.models import DrawnVisit, Plan
from goodstanding.organisations.queries import named
from goodstanding.oversight.period import named as month_named
from goodstanding.register.reading import content
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web import inspections as words
from goodstanding.web.downloads import sheet
from goodstanding.web.inspection_forms import VisitForm
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.returns import month_word
from goodstanding.web.sending import new_token, once
from goodstanding.web.visit import Visit, Visited

COLUMNS = {
    "day": _("Day"),
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "items": _("What is inspected"),
    "inspectors": _("Inspectors"),
    "result": _("Result"),
    "visited": _("Visited on"),
}
MONDAY_FIRST = Calendar(firstweekday=0)
_DAY = timedelta(days=1)


def visits(request: Visited, id: str) -> HttpResponse:
    """A month of a plan's visits, each day with how many, and the visits of the day or month."""
    visit = request.visit
    plan = _plan(visit, id)
    month, day = _asked(request, plan)
    found = queries.visits(plan=id)
    many = Counter(found.values_list("day", flat=True))
    last = (month + 31 * _DAY).replace(day=1) - _DAY
    shown = found.filter(day=day) if day else found.filter(day__range=(month, last))
    page = page_of(request, shown)
    context = {
        "plan": plan,
        "field": visit.titles.field(plan.field),
        "departments": visit.titles.departments(plan.departments),
        "month": month_word(month),
        "weeks": _weeks(visit, month, many),
        "before": _other(month - _DAY, many),
        "after": _other(last + _DAY, many),
        "day": day,
        "page": page,
        "rows": _rows(visit, page.rows),
        "figures": _figures(plan),
    }
    return render(request, "web/inspection_visits.html", context)


def visits_file(request: Visited, id: str, suffix: str) -> HttpResponse:
    """All visits of a plan as a file."""
    visit = request.visit
    _plan(visit, id)
    rows = _rows(visit, queries.visits(plan=id))
    return sheet((_cells(each) for each in rows), COLUMNS, name=f"visits-{id}", suffix=suffix)


def one(request: Visited, id: str) -> HttpResponse:
    """A visit, and the form of its result."""
    visit = request.visit
    row = queries.visit(id=id) or refuse(PageUnknown())
    plan = _plan(visit, row.plan)
    own = visit.actor.department if visit.actor.department in plan.departments else plan.department
    denied = permitted(visit.actor, Action.RECORD_VISIT, department=own, organisation=row.code)
    form = VisitForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        if denied:
            raise Refused(denied)
        if form.is_valid() and (address := _recorded(request, row, form)):
            messages.success(request, gettext("The result is recorded."))
            return redirect(address)
    context = {
        "plan": plan,
        "found": _rows(visit, [row])[0],
        "note": _note(id),
        "form": form if not denied and plan.stage == "drawn" else None,
        "token": new_token(),
    }
    status = form.status if form.errors else 200
    return render(request, "web/inspection_visit.html", context, status=status)


def _recorded(request: Visited, row: DrawnVisit, form: VisitForm) -> str:
    def taken() -> str:
        flow.record_visit(request.visit.call, visit=row.id, **form.cleaned_data)
        return f"{request.path.split('/visits/')[0]}/{row.plan}/visits?day={row.day}"

    try:
        return once(request, taken)[0]
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return ""


def _plan(visit: Visit, id: str) -> Plan:
    plan = queries.plan(id=id) or refuse(PageUnknown())
    own = visit.actor.department if visit.actor.department in plan.departments else plan.department
    policy.require(visit.actor, Action.READ_INSPECTIONS, department=own)
    if not plan.drawn_on:
        refuse(PageUnknown())
    return plan


def _asked(request: Visited, plan: Plan) -> tuple[date, date | None]:
    """The first day of the month asked for, and the day if one is; else the plan's first month."""
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        day = None
    month = month_named(request.GET.get("month", ""))
    if day is None and month is None:
        first = queries.visits(plan=plan.id).values_list("day", flat=True).first()
        return (first or plan.first_day).replace(day=1), None
    return (day.replace(day=1), day) if day else (month.first, None)  # type: ignore[union-attr]


def _weeks(visit: Visit, month: date, many: Counter[date]) -> list[list[dict[str, Any]]]:
    return [
        [_cell(visit, month, each, many) for each in week]
        for week in MONDAY_FIRST.monthdatescalendar(month.year, month.month)
    ]


def _cell(visit: Visit, month: date, day: date, many: Counter[date]) -> dict[str, Any]:
    known = visit.calendar.covers(day.year)
    return {
        "day": day,
        "inside": day.month == month.month,
        "off": known and not visit.calendar.is_working(day),
        "many": many.get(day, 0),
        "today": day == visit.today,
    }


def _other(day: date, many: Counter[date]) -> str:
    """The month of a day, where it has visits."""
    month = day.replace(day=1)
    there = any((each.year, each.month) == (month.year, month.month) for each in many)
    return f"{month:%Y-%m}" if there else ""


def _rows(visit: Visit, found: Iterable[DrawnVisit]) -> list[dict[str, Any]]:
    listed = list(found)
    names = named(each.code for each in listed)
    people = names_of({who for each in listed for who in each.inspectors})
    done = queries.recorded(visits=(each.id for each in listed))
    return [
        {
            "row": each,
            "name": names.get(each.code, each.code),
            "items": words.item_titles(visit, each.items),
            "inspectors": [people.get(who, who) for who in each.inspectors],
            "done": done.get(each.id),
            "result": words.RESULTS[done[each.id].outcome] if each.id in done else "",
        }
        for each in listed
    ]


def _cells(found: dict[str, Any]) -> dict[str, str]:
    row, done = found["row"], found["done"]
    return {
        "day": row.day.isoformat(),
        "organisation": row.code,
        "name": found["name"],
        "items": "; ".join(found["items"]),
        "inspectors": "; ".join(found["inspectors"]),
        "result": str(found["result"]),
        "visited": done.visited_on.isoformat() if done else "",
    }


def _figures(plan: Plan) -> dict[str, int]:
    outcomes = queries.outcomes(plan=plan.id)
    return {"all": plan.visits, "done": sum(outcomes.values())}


def _note(visit: str) -> str:
    done = queries.recorded(visits=[visit]).get(visit)
    return content([done.position]).get(done.position, {}).get("note", "") if done else ""
