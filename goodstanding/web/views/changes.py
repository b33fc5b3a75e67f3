"""Corrections and withdrawals as rows: what waits for a second person, before and after, commit."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.flow import commit as entering
from goodstanding.flow import policy
from goodstanding.flow.commit_changes import action_of, commit_changes, obstacles
from goodstanding.intake import changes as staged_changes
from goodstanding.intake import staging
from goodstanding.intake.models import Staged
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import permitted, second_person
from goodstanding.rules.receiving import RowProblem
from goodstanding.rules.rights import Action
from goodstanding.web.audited import people
from goodstanding.web.batches import table
from goodstanding.web.fields import PageForm, Text
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.said import said
from goodstanding.web.visit import Visited
from goodstanding.web.working import work_on

AT_ONCE = 1.5


class ReviewForm(PageForm):
    """Which rows go back to their sender, and why."""

    note = Text(
        label=_("Why rows are sent back"),
        required=False,
        long=True,
        help_text=_("Only if you send rows back. Their sender reads it beside each of them."),
    )
    back = forms.TypedMultipleChoiceField(coerce=int, required=False)
    places = {"NoteMissing": "note", "IdentityNumberInCell": "note"}

    def __init__(self, rows: list[ChangeRow], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["back"].choices = [(row.row, row.row) for row in rows]  # type: ignore[attr-defined]


def waiting(request: Visited) -> HttpResponse:
    """The files of the department that another person sent."""
    visit = request.visit
    department = visit.actor.department
    policy.require(visit.actor, Action.ARRANGE_WORK, department=department)
    found = staging.waiting_for_colleague(
        department=department, other_than=visit.actor.id, kinds=CHANGES, at=visit.call.at
    )
    names = people(each.by for each in found)
    rows = [(each, visit.titles.kind(each.kind), names[each.by]) for each in found]
    return render(request, "web/changes.html", {"rows": rows})


def preview(request: Visited, staged: Staged, form: ReviewForm | None = None) -> HttpResponse:
    """Before and after of every row; who may commit finds the form, its sender the way to cancel."""
    visit = request.visit
    outcomes = [each for each in staging.outcomes(id=staged.id) if each.state != "duplicate"]
    rows = staged_changes.changes(id=staged.id)
    form = form or ReviewForm(rows)
    back = set(form.data.getlist("back")) if form.is_bound else set()
    context = {
        **table(visit, staged, outcomes, ()),
        "rows": [
            (
                row,
                _told(request, staged, row),
                visit.titles.kind(row.record_kind),
                str(row.row) in back,
                [said(RowProblem.of(each), visit.titles) for each in row.remarks],
            )
            for row in rows
        ],
        "sender": people([staged.by])[staged.by],
        "reviewer": _may_commit(request, staged),
        "form": form,
    }
    if form.errors:
        form.forget_identity_numbers()
    status = form.status if form.errors else 200
    return render(request, "web/changes_preview.html", context, status=status)


def _may_commit(request: Visited, staged: Staged) -> bool:
    actor, action = request.visit.actor, action_of(staged.kind)
    found = permitted(actor, action, department=staged.department)
    return not (*found, *second_person(actor, action, first=staged.by))


def _told(request: Visited, staged: Staged, row: ChangeRow) -> list[str]:
    """Why this reviewer does not take the row: it will go back to its sender."""
    if not _may_commit(request, staged):
        return []
    found = obstacles(request.visit.call, staged.kind, row)
    return [said(each, request.visit.titles) for each in found]


@require_POST
def review(request: Visited, id: str) -> HttpResponse:
    """Commit the rows but those sent back."""
    held = staging.staged(id=id)
    if held is None or held.kind not in CHANGES:
        refuse(PageUnknown())
    rows = staged_changes.changes(id=id)
    form = ReviewForm(rows, request.POST)
    if form.is_valid():
        back = form.cleaned_data["back"] if "all" not in request.POST else [r.row for r in rows]
        try:
            commit_changes(
                request.visit.call, staged=id, sent_back=back, note=form.cleaned_data["note"]
            )
        except Refused as refused:
            if not set(refused.codes) <= set(form.places):
                return _no_more(request, id, refused)
            form.place(refused, request.visit.titles)
        else:
            work_on(id, wait=AT_ONCE)
            return redirect("web:upload", id)
    return preview(request, held, form)


def _no_more(request: Visited, id: str, refused: Refused) -> HttpResponse:
    """Where it is committed, cancelled or expired by now, the address itself says so."""
    there = (entering.AlreadyCommitted, entering.PreviewExpired, entering.PreviewCancelled)
    if all(isinstance(each, there) for each in refused.refusals):
        return redirect("web:upload", id)
    raise refused
