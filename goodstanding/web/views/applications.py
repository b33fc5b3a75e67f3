"""Applications: the list of a desk and its file, one that is begun, and one with its way."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from goodstanding.enquiries import queries as enquiries
from goodstanding.flow import apply, policy
from goodstanding.flow.read import OrganisationUnknown
from goodstanding.organisations.queries import by_code, replaced
from goodstanding.rules.acts.application import Asked
from goodstanding.rules.application.state import FAST_LANE, Application
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.rights import Action
from goodstanding.web import subjects
from goodstanding.web.application_forms import ReceiveForm, StartForm, paper_label
from goodstanding.web.application_lists import (
    COLUMNS,
    ApplicationFilter,
    cells,
    fitting,
    lines,
)
from goodstanding.web.application_steps import STEPS
from goodstanding.web.application_way import limit_clock, points_of, promise_clock
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.sending import new_token, once
from goodstanding.web.titles import in_language
from goodstanding.web.told import told_effects
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited

#: A form with something to change, whatever the refusal is elsewhere.
UNPROCESSABLE = 422


def applications(request: Visited) -> HttpResponse:
    """The applications at the visitor's desk that fit; oversight sees all."""
    chosen = _chosen(request)
    page = page_of(request, fitting(request.visit, chosen))
    context = {
        "chosen": chosen,
        "page": page,
        "rows": lines(request.visit, page.rows),
        "may_begin": bool(_items(request.visit)),
    }
    return render(request, "web/applications.html", context)


def applications_file(request: Visited, suffix: str) -> HttpResponse:
    """The same applications as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, _chosen(request)
    found = lines(visit, fitting(visit, chosen)[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="applications", suffix=suffix)


def _chosen(request: Visited) -> ApplicationFilter:
    actor = request.visit.actor
    policy.require(actor, Action.READ_APPLICATIONS, department=actor.department)
    return ApplicationFilter.asked(request)


def begin(request: Visited) -> HttpResponse:
    """An application is begun: first who and what, then which papers are there."""
    visit = request.visit
    policy.require(visit.actor, Action.HANDLE_APPLICATION, department=visit.actor.department)
    start = StartForm(request.GET or None)
    start.offer([(each.id, in_language(each.title)) for each in _items(visit)])
    organisation = _organisation(start) if start.is_bound and start.is_valid() else None
    item = _item(visit, start) if organisation else None
    if organisation is None or item is None:
        status = start.status if start.errors else 200
        context = {"form": start, "items": _items(visit)}
        return render(request, "web/application_start.html", context, status=status)
    return _receive(request, organisation, item)


def _receive(request: Visited, organisation: Any, item: Item) -> HttpResponse:
    visit = request.visit
    form = ReceiveForm(request.POST if request.method == "POST" else None)
    form.offer(visit, item)
    if form.is_bound and form.is_valid():
        try:
            address, _before = once(request, lambda: _received(visit, organisation, item, form))
        except Refused as refused:
            form.place(refused, visit.titles)
        else:
            messages.success(request, gettext("The application is received."))
            return redirect(address)
    context = {
        "form": form,
        "token": new_token(),
        "organisation": organisation,
        "item": item,
        "title": in_language(item.title),
    }
    status = form.status if form.errors else 200
    return render(request, "web/application_new.html", context, status=status)


def _received(visit: Visit, organisation: Any, item: Item, form: ReceiveForm) -> str:
    data = form.cleaned_data
    id = apply.receive_application(
        visit.call,
        organisation=organisation.code,
        item=item.id,
        case_number=data["case_number"],
        papers=tuple(data["papers"]),
    )
    return f"/applications/{id}"


def _items(visit: Visit) -> list[Item]:
    rows = visit.law.rulebook.items.values() if visit.law else ()
    mine = (each for each in rows if each.department == visit.actor.department)
    return [each for each in mine if each.in_force.holds_on(visit.today)]


def _item(visit: Visit, form: StartForm) -> Item | None:
    return next((each for each in _items(visit) if each.id == form.cleaned_data["item"]), None)


def _organisation(form: StartForm) -> Any:
    """The organisation of the code, by the code it bears now; none with the reason at the field."""
    judged = judge(form.cleaned_data["code"])
    if judged.problems:
        form.places = {each.code: "code" for each in judged.problems}
        form.place(Refused(judged.problems))
        return None
    code = replaced([judged.code]).get(judged.code, judged.code)
    found = by_code(code)
    if found is None:
        form.places = {"OrganisationUnknown": "code"}
        form.place(Refused([OrganisationUnknown(code=code)]))
        form.status = UNPROCESSABLE
    return found


def application(request: Visited, id: str) -> HttpResponse:
    """For the department that handles it, the organisation that applied, and oversight."""
    visit = request.visit
    subject = subjects.application(visit, id)
    found = subject.state
    assert isinstance(found, Application)
    item = visit.law.rulebook.items.get(found.item) if visit.law else None
    steps = [offered(visit, subject, page) for page in STEPS]
    context = {
        "subject": subject,
        "application": found,
        "item": item,
        "state": f"application-{found.stage}",
        "promise_state": f"papers-{found.promise.stands}" if found.promise else "",
        "department": visit.titles.department(found.department),
        "answers": [_answer(visit, each) for each in found.asked],
        "missing": [paper_label(visit, item, each) for each in found.missing],
        "handed_in": [paper_label(visit, item, each) for each in found.handed_in],
        "limit": limit_clock(visit, found),
        "promised": promise_clock(visit, found),
        "not_supplied": in_language(item.not_supplied) if item and item.not_supplied else "",
        "points": points_of(visit, found),
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
    }
    return render(request, "web/application.html", context)


def _answer(visit: Visit, asked: Asked) -> dict[str, Any]:
    """What the register answered for one procedure, with its effects."""
    receipt = enquiries.receipt(id=asked.receipt)
    return {
        "asked": asked,
        "open": asked.act_as == "advantage",
        "fast": asked.procedure == FAST_LANE,
        "procedure": visit.titles.procedure(asked.procedure),
        "effects": told_effects(visit, receipt.effects) if receipt else [],
        "at": receipt.at if receipt else None,
    }
