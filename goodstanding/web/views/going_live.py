"""The first import: what the city already holds is entered, and one day the register is live."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import policy
from goodstanding.flow.going_live import declare_live, live_since
from goodstanding.flow.stage import stage
from goodstanding.intake import queries as intake
from goodstanding.intake import staging
from goodstanding.rules.errors import Refused
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.rights import Action
from goodstanding.web.fields import PageForm
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visit, Visited


class ImportForm(PageForm):
    """Whose records, which kind, which file."""

    department = forms.ChoiceField(label=_("Whose records"))
    kind = forms.ChoiceField(label=_("What the rows are"))
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "xlsx, csv or JSON lines, at most 16 MB. Rows about persons are left out, and nothing"
            " of them is kept."
        ),
        widget=forms.FileInput,
        allow_empty_file=True,
    )

    def offer(self, visit: Visit) -> "ImportForm":
        """The departments and the kinds of the rulebook in force."""
        held = dict(visit.titles.choices("kinds"))
        kinds = [(id, held[id]) for id in COLUMNS if id in held]
        self.fields["department"].choices = [("", "—"), *visit.titles.choices("departments")]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "—"), *kinds]  # type: ignore[attr-defined]
        return self


class LiveForm(PageForm):
    """That it is meant."""

    sure = forms.BooleanField(label=_("What the city held is there: nothing more is imported"))


def page(request: Visited) -> HttpResponse:
    """Import a file, or declare the register live; and what was imported so far."""
    policy.require(request.visit.actor, Action.GO_LIVE)
    bringing, declaring = ImportForm().offer(request.visit), LiveForm()
    if request.method == "POST" and "declare" in request.POST:
        declaring = LiveForm(request.POST)
        if declaring.is_valid() and _declared(request, declaring):
            return redirect("web:going-live")
    elif request.method == "POST":
        bringing = ImportForm(request.POST, request.FILES).offer(request.visit)
        if bringing.is_valid() and (staged := _staged(request, bringing)):
            return redirect("web:upload", staged)
    return _page(request, bringing, declaring)


def _declared(request: Visited, form: LiveForm) -> bool:
    try:
        declare_live(request.visit.call)
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return False
    messages.success(request, gettext("The register is live. From now on every record counts."))
    return True


def _staged(request: Visited, form: ImportForm) -> str:
    data = form.cleaned_data
    try:
        return stage(
            request.visit.call,
            kind=data["kind"],
            department=data["department"],
            data=data["file"].read(),
            first_import=True,
        )
    except Refused as refused:
        form.places = {**dict.fromkeys(refused.codes, "file"), "FileOfAnotherKind": "kind"}
        form.place(refused, request.visit.titles)
        return ""


def _page(request: Visited, bringing: ImportForm, declaring: LiveForm) -> HttpResponse:
    titles = request.visit.titles
    staging.sweep(at=request.visit.call.at)
    found = page_of(request, intake.first_imports())
    form = declaring if declaring.errors else bringing
    context: dict[str, Any] = {
        "since": live_since(),
        "bringing": bringing,
        "declaring": declaring,
        "form": form,
        "page": found,
        "batches": [
            (each, titles.kind(each.kind), titles.department(each.department))
            for each in found.rows
        ],
    }
    return render(
        request, "web/going_live.html", context, status=form.status if form.errors else 200
    )
