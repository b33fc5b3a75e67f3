"""One file at its permanent address: preview, then progress, then what became of every row."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.aside.queries import kept_of_batch
from goodstanding.flow import commit as flow
from goodstanding.flow import policy
from goodstanding.flow.commit_changes import may_read
from goodstanding.flow.judge_file import right_to_send
from goodstanding.intake import queries as intake
from goodstanding.intake import staging
from goodstanding.intake.models import Batch, Staged
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web.batches import OUTCOMES, sends, table, workbook
from goodstanding.web.downloads import WORKBOOK, download
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.said import said
from goodstanding.web.views.changes import preview
from goodstanding.web.visit import Visited
from goodstanding.web.working import work_on

FIRST = 5
#: Most files are entered within it, and their sender sees the report at once.
AT_ONCE = 1.5
STOPPED = timedelta(minutes=2)


def upload(request: Visited, id: str) -> HttpResponse:
    """Whatever stands at the address now."""
    staged, batch = found_file(request, id)
    if staged and staged.state == "entering":
        return _progress(request, staged)
    if staged and staged.state == "waiting" and staged.expires_at > request.visit.call.at:
        return preview(request, staged) if staged.kind in CHANGES else _preview(request, staged)
    if batch is None and staged:
        return _gone(request, staged)
    return _report(request, batch) if batch else refuse(PageUnknown())


def found_file(request: Visited, id: str) -> tuple[Staged | None, Batch | None]:
    """The preview or the batch at an address, or both, if the visitor may see it."""
    staged, batch = staging.staged(id=id), intake.batch(id=id)
    found = staged or batch
    if found is None:
        refuse(PageUnknown())
    if found.first_import and not permitted(request.visit.actor, Action.GO_LIVE):
        return staged, batch
    if found.kind in CHANGES:
        may_read(request.visit.call, found)
    else:
        right = right_to_send(found.kind)
        policy.require(request.visit.actor, right, department=found.department)
    return staged, batch


def _preview(request: Visited, staged: Staged) -> HttpResponse:
    found = [each for each in staging.outcomes(id=staged.id) if each.state != "duplicate"]
    before = intake.same_file(
        department=staged.department, kind=staged.kind, file_digest=staged.file_digest
    )
    context = {
        **table(request.visit, staged, found, staging.remarks(id=staged.id)),
        "first": staging.first_accepted(id=staged.id, rows=FIRST),
        "before": before,
    }
    return render(request, "web/upload_preview.html", context)


def _progress(request: Visited, staged: Staged) -> HttpResponse:
    """How far it is; looking at it starts the work again where it was stopped."""
    at = request.visit.call.at
    work_on(staged.id)
    share = staged.done / max(staged.read, 1)
    spent = (at - (staged.ordered_at or at)).total_seconds()
    context = {
        "batch": staged,
        "kind": request.visit.titles.kind(staged.kind),
        "percent": f"{share * 100:.0f}%",
        "seconds": round(spent / share - spent) if staged.done else None,
        "stopped": at - (staged.moved_at or at) > STOPPED,
        "still": "still" in request.GET,
        "mine": sends(request.visit, staged),
    }
    return render(request, "web/upload_progress.html", context)


def _gone(request: Visited, staged: Staged) -> HttpResponse:
    visit = request.visit
    kind, mine = visit.titles.kind(staged.kind), sends(visit, staged)
    context = {"batch": staged, "kind": kind, "mine": mine}
    return render(request, "web/upload_gone.html", context, status=410)


def _report(request: Visited, batch: Batch) -> HttpResponse:
    problems, remarks = intake.needing_work(batch=batch.id), intake.remarked(batch=batch.id)
    context = {
        **table(request.visit, batch, problems, remarks),
        "kept": kept_of_batch(batch=batch.id) if batch.kind in OUTCOMES else 0,
    }
    return render(request, "web/upload.html", context)


@require_POST
def commit(request: Visited, id: str) -> HttpResponse:
    """Order it to be entered; a second click finds it done."""
    try:
        flow.commit(request.visit.call, staged=id)
    except Refused as refused:
        return _no_more(request, id, refused)
    work_on(id, wait=AT_ONCE)
    return redirect("web:upload", id)


@require_POST
def cancel(request: Visited, id: str) -> HttpResponse:
    """Forget it."""
    try:
        flow.cancel(request.visit.call, staged=id)
    except Refused as refused:
        return _no_more(request, id, refused)
    messages.success(request, gettext("Cancelled. Nothing of the file was entered or kept."))
    return redirect("web:uploads")


def _no_more(request: Visited, id: str, refused: Refused) -> HttpResponse:
    """What the address shows now says why; any other reason is a page of its own."""
    there = (flow.AlreadyCommitted, flow.PreviewExpired, flow.PreviewCancelled)
    if not all(isinstance(each, there) for each in refused.refusals):
        raise refused
    if isinstance(refused.refusals[0], flow.AlreadyCommitted):
        messages.info(request, said(refused.refusals[0]))
    return redirect("web:upload", id)


def needs_work(request: Visited, id: str) -> HttpResponse:
    """The workbook of the rows that need work, and of the remarks, of a preview or a report."""
    staged, batch = found_file(request, id)
    if staged and staged.state == "waiting":
        found = [each for each in staging.outcomes(id=id) if each.state != "duplicate"]
        remarks = staging.remarks(id=id)
    else:
        found = list(intake.needing_work(batch=id))
        remarks = list(intake.remarked(batch=id))
    kind = (batch or staged or refuse(PageUnknown())).kind
    data = workbook(found, kind=kind, remarks=remarks)
    return download(data, name=f"needs-work-{(batch or staged).kind}.xlsx", type=WORKBOOK)  # type: ignore[union-attr]
