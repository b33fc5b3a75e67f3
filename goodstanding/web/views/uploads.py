"""The files a department sent: the list, and the form to send one."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.files.template import template_bytes
from goodstanding.flow import policy
from goodstanding.flow.enter_one import kinds_of_one
from goodstanding.flow.stage import stage
from goodstanding.flow.stage_changes import stage_changes
from goodstanding.intake import drafts, staging
from goodstanding.intake import queries as intake
from goodstanding.intake.models import Batch
from goodstanding.rules.changing.columns import CHANGES, CORRECTION, change_columns
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.intake_kinds import kinds_taken
from goodstanding.rules.official_columns import COLUMNS, VERSION, template_columns
from goodstanding.rules.policy import permitted
from goodstanding.rules.record_cells import SOURCES
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import WORKBOOK, download
from goodstanding.web.fields import Day, PageForm, Pick
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visit, Visited

STATES = (
    ("", _("All")),
    ("needs-work", _("Some rows need work")),
    ("whole", _("Every row taken")),
    ("stopped", _("Stopped half-way")),
)


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


class UploadFilter(PageForm):
    """Which of the files sent."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(label=_("What became of it"), required=False, choices=STATES)
    since = Day(label=_("Sent from"), required=False, help_text="")
    until = Day(label=_("Sent until"), required=False, help_text="")


def uploads(request: Visited) -> HttpResponse:
    """The list and the form; a file that can be read goes on to its preview."""
    _require(request)
    if request.method != "POST":
        return _page(request, UploadForm(initial={"kind": request.GET.get("kind")}))
    form = _form(request, UploadForm(request.POST, request.FILES))
    if form.is_valid() and (staged := _staged(request, form)):
        return redirect("web:upload", staged)
    return _page(request, form)


def again(request: Visited, refused: Refused) -> HttpResponse:
    """The form after a request that could not be read."""
    _require(request)
    form = UploadForm({}, {})
    form.errors.clear()
    form.places = dict.fromkeys(refused.codes, "file")
    form.place(refused, request.visit.titles)
    form.status = refused.refusals[0].status
    return _page(request, form)


def _require(request: Visited) -> None:
    actor = request.visit.actor
    policy.require(actor, Action.ENTER_RECORDS, department=actor.department)


def _kinds(visit: Visit) -> list[tuple[str, str]]:
    """The kinds that files bring, as far as the rulebook in force holds them."""
    taken = kinds_taken(visit.law.rulebook) if visit.law else []
    kinds = [*(id for id in COLUMNS if id in taken), *CHANGES]
    return [(id, visit.titles.kind(id)) for id in kinds]


def _templates(visit: Visit) -> list[tuple[str, str]]:
    """The empty file of each kind; of corrections one for each kind of record."""
    kinds = [(id, title) for id, title in _kinds(visit) if id != CORRECTION]
    found = [(reverse("web:template", args=[id]), title) for id, title in kinds]
    address = reverse("web:template", args=[CORRECTION])
    corrected = [(id, title) for id, title in kinds if id in SOURCES]
    words = gettext("Corrections: {kind}")
    return [*found, *((f"{address}?of={id}", words.format(kind=title)) for id, title in corrected)]


def _form(request: Visited, form: UploadForm) -> UploadForm:
    form.fields["kind"].choices = _kinds(request.visit)  # type: ignore[attr-defined]
    return form


def _staged(request: Visited, form: UploadForm) -> str:
    data = form.cleaned_data
    call, kind = request.visit.call, data["kind"]
    department, content = request.visit.actor.department, data["file"].read()
    try:
        if kind in CHANGES:
            return stage_changes(call, kind=kind, department=department, data=content).batch
        return stage(call, kind=kind, department=department, data=content)
    except Refused as refused:
        form.places = {**dict.fromkeys(refused.codes, "file"), "FileOfAnotherKind": "kind"}
        form.place(refused, request.visit.titles)
        return ""


def _page(request: Visited, form: UploadForm) -> HttpResponse:
    visit = request.visit
    department = visit.actor.department
    staging.sweep(at=visit.call.at)
    chosen = UploadFilter(request.GET)
    kinds = _kinds(visit)
    chosen.fields["kind"].choices = [("", _("All")), *kinds]  # type: ignore[attr-defined]
    wanted = chosen.cleaned_data if chosen.is_valid() else {}
    page = page_of(request, intake.of_department(department=department, **wanted))
    context = {
        "form": _form(request, form),
        "page": page,
        "batches": [(each, visit.titles.kind(each.kind)) for each in page.rows],
        "staged": [
            (each, visit.titles.kind(each.kind))
            for each in staging.of_department(department=department)
        ],
        "changes": CHANGES,
        "first_import": not permitted(visit.actor, Action.GO_LIVE),
        "templates": _templates(visit),
        "single": [
            each for each in _kinds(visit) if visit.law and each[0] in kinds_of_one(visit.law)
        ],
        "drafts": [
            (each, visit.titles.kind(each.kind))
            for each in drafts.of_department(department=department, at=visit.call.at)
        ],
        "chosen": chosen,
        "filtered": any(wanted.values()) or bool(chosen.errors),
        "any": page.count or Batch.objects.filter(department=department).exists(),
    }
    return render(request, "web/uploads.html", context, status=form.status if form.errors else 200)


def template(request: Visited, kind: str) -> HttpResponse:
    """The empty workbook of a kind."""
    _require(request)
    of = request.GET.get("of", "penalty")
    if kind not in (*COLUMNS, *CHANGES) or of not in SOURCES:
        refuse(PageUnknown())
    columns = change_columns(kind, of=of) if kind in CHANGES else template_columns(kind)
    data = template_bytes(columns, kind=kind, version=VERSION)
    return download(data, name=f"{kind}.xlsx", type=WORKBOOK)
