"""Files of records: sent, judged row by row, reported, and sent again mended."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goodstanding.files.template import template_bytes
from goodstanding.flow import policy
from goodstanding.flow.receive import receive
from goodstanding.intake import queries as intake
from goodstanding.intake.models import Batch
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.official_columns import COLUMNS, VERSION, template_columns
from goodstanding.rules.rights import Action
from goodstanding.web.batches import problem_rows, workbook
from goodstanding.web.fields import PageForm, Pick
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visited

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: As many problems as a page bears; the workbook has all.
MOST = 200


class UploadForm(PageForm):
    """Which kind, which file."""

    kind = Pick(label=_("What the rows are"))
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "xlsx, csv or JSON lines, at most 16 MB. Rows about persons are left out, and nothing"
            " of them is kept."
        ),
        widget=forms.FileInput,
        allow_empty_file=True,
    )


def uploads(request: Visited) -> HttpResponse:
    """The files a department sent, and the form to send one."""
    visit = request.visit
    department = visit.actor.department
    policy.require(visit.actor, Action.ENTER_RECORDS, department=department)
    posted = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if posted else UploadForm()
    form.fields["kind"].choices = visit.titles.choices("kinds", COLUMNS)  # type: ignore[attr-defined]
    if posted and form.is_valid() and (batch := _received(request, form)):
        return redirect("web:upload", batch)
    page = page_of(request, intake.of_department(department=department))
    context = {
        "form": form,
        "page": page,
        "batches": [(each, visit.titles.kind(each.kind)) for each in page.rows],
        "kinds": visit.titles.choices("kinds", COLUMNS),
    }
    return render(request, "web/uploads.html", context, status=form.status if form.errors else 200)


def _received(request: Visited, form: UploadForm) -> str:
    data = form.cleaned_data
    try:
        report = receive(
            request.visit.call,
            kind=data["kind"],
            department=request.visit.actor.department,
            source=data["file"].read(),
        )
    except Refused as refused:
        form.places = dict.fromkeys(refused.codes, "file")
        form.place(refused, request.visit.titles)
        return ""
    messages.success(request, str(_("The file was read; every row is accounted for.")))
    return report.batch


def upload(request: Visited, id: str) -> HttpResponse:
    """What became of every row of one file."""
    batch = _batch(request, id)
    found = intake.needing_work(batch=batch.id)
    problems = list(problem_rows(found[:MOST]))
    context = {
        "batch": batch,
        "kind": request.visit.titles.kind(batch.kind),
        "needs_work": batch.rejected + batch.quarantined,
        "problems": problems,
        "shown": min(MOST, batch.rejected + batch.quarantined),
        "shares": _shares(batch),
    }
    return render(request, "web/upload.html", context)


def _batch(request: Visited, id: str) -> Batch:
    batch = intake.batch(id=id)
    if batch is None:
        refuse(PageUnknown())
    policy.require(request.visit.actor, Action.ENTER_RECORDS, department=batch.department)
    return batch


def _shares(batch: Batch) -> list[tuple[str, str, str]]:
    """Where each part of the bar begins, how wide it is, its tone; in per cent."""
    whole, start, found = max(batch.read, 1), 0.0, []
    work = batch.rejected + batch.quarantined
    for tone, n in (("is-good", batch.accepted), ("is-quiet", batch.duplicates), ("is-stay", work)):
        share = n / whole * 100
        found.append((tone, f"{start:.1f}%", f"{share:.1f}%"))
        start += share
    return found


def needs_work(request: Visited, id: str) -> HttpResponse:
    """The workbook of the rows that need work."""
    batch = _batch(request, id)
    data = workbook(intake.needing_work(batch=batch.id), kind=batch.kind)
    return _download(data, f"needs-work-{batch.kind}.xlsx")


def template(request: Visited, kind: str) -> HttpResponse:
    """The empty workbook of a kind."""
    policy.require(
        request.visit.actor,
        Action.ENTER_RECORDS,
        department=request.visit.actor.department,
    )
    if kind not in COLUMNS:
        refuse(PageUnknown())
    data = template_bytes(template_columns(kind), kind=kind, version=VERSION)
    return _download(data, f"{kind}.xlsx")


def _download(data: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=WORKBOOK, headers=headers)
