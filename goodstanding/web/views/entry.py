"""One record by a form: typed, shown as it will be kept, then entered; a draft waits meanwhile."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.flow import commit as flow
from goodstanding.flow import policy
from goodstanding.flow.enter_one import kinds_of_one, save_draft, show_one, shown
from goodstanding.intake import drafts, staging
from goodstanding.publication import queries as publication
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.rights import Action
from goodstanding.web.batches import problem_rows
from goodstanding.web.entry_form import EntryForm, remarks, values
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.views.upload import AT_ONCE
from goodstanding.web.visit import Visited
from goodstanding.web.working import work_on


def entry(request: Visited, kind: str) -> HttpResponse:
    """The form; what was typed goes into a draft, or on to be shown as it will be kept."""
    _require(request, kind)
    if request.method != "POST":
        return _form(request, kind, _begun(request, kind))
    form = EntryForm(request.POST, kind=kind)
    if not form.is_valid():
        form.forget_identity_numbers()
        return _form(request, kind, form)
    try:
        return redirect(_on(request, kind, form))
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return _form(request, kind, form, there=_there(request, refused))


def _require(request: Visited, kind: str) -> None:
    visit = request.visit
    policy.require(visit.actor, Action.ENTER_RECORDS, department=visit.actor.department)
    if visit.law is None or kind not in kinds_of_one(visit.law):
        refuse(PageUnknown())


def _begun(request: Visited, kind: str) -> EntryForm:
    visit, form = request.visit, EntryForm(kind=kind)
    found = drafts.draft(
        id=request.GET.get("draft", ""),
        department=visit.actor.department,
        kind=kind,
        at=visit.call.at,
    )
    if found:
        form.fill(found.cells)
        form.initial["draft"] = found.id
    return form


def _on(request: Visited, kind: str, form: EntryForm) -> str:
    """Where a form leads that may be kept: back to itself, or to what will be entered."""
    call, cells = request.visit.call, form.cells
    draft = save_draft(call, kind=kind, cells=cells, draft=form.cleaned_data["draft"])
    if "save" in request.POST:
        messages.success(request, gettext("The draft is saved for half an hour."))
        return f"{reverse('web:entry', args=[kind])}?draft={draft}"
    try:
        return reverse(
            "web:entry-shown", args=[show_one(call, kind=kind, cells=cells, draft=draft)]
        )
    except Refused:
        form.data = form.data.copy()
        form.data["draft"] = draft
        raise


def _there(request: Visited, refused: Refused) -> str:
    """The record of the visitor's own department that is in the way, if it is one."""
    ids = [str(each.fields["record"]) for each in refused.refusals if "record" in each.fields]
    found = publication.entries(records=ids)
    mine = request.visit.actor.department
    return next((id for id in ids if id in found and found[id].department == mine), "")


def _form(request: Visited, kind: str, form: EntryForm, *, there: str = "") -> HttpResponse:
    context = {"form": form, "kind": request.visit.titles.kind(kind), "there": there}
    return render(request, "web/entry.html", context, status=form.status if form.errors else 200)


def entry_shown(request: Visited, id: str) -> HttpResponse:
    """The record to be as it will be kept; once entered, the record itself."""
    found = publication.of_batch(batch=id).first()
    if found is not None:
        return redirect("web:record", found.record)
    waiting = shown(request.visit.call, batch=id)
    if waiting is None:
        return redirect("web:upload", id)
    staged, row = waiting
    draft = drafts.shown_as(batch=id)
    context = {
        "batch": staged,
        "kind": request.visit.titles.kind(staged.kind),
        "row": row,
        "values": values(row),
        "remarks": remarks(staged.kind, problem_rows(staging.remarks(id=id))),
        "back": f"{reverse('web:entry', args=[staged.kind])}?draft={draft.id if draft else ''}",
    }
    return render(request, "web/entry_shown.html", context)


@require_POST
def commit(request: Visited, id: str) -> HttpResponse:
    """Enter it; a second click finds the record."""
    try:
        flow.commit(request.visit.call, staged=id)
    except Refused as refused:
        if not all(isinstance(each, flow.AlreadyCommitted) for each in refused.refusals):
            raise
    work_on(id, wait=AT_ONCE)
    drafts.forget(batch=id)
    return redirect("web:entry-shown", id)


@require_POST
def cancel(request: Visited, id: str) -> HttpResponse:
    """Forget it, and the draft it was typed into."""
    flow.cancel(request.visit.call, staged=id)
    drafts.forget(batch=id)
    messages.success(request, gettext("Cancelled. Nothing was entered or kept."))
    return redirect("web:uploads")
