"""A sample to look into: drawn by lot from a seed, so that anybody can draw it again."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goodstanding.files.writing import workbook_bytes
from goodstanding.flow import policy
from goodstanding.organisations.queries import named
from goodstanding.register.reading import head
from goodstanding.register.sampling import Drawn, Population, Sample, draw
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import WORKBOOK, download
from goodstanding.web.fields import Day, PageForm
from goodstanding.web.visit import Visited

MOST = 500
_POPULATIONS: dict[Population, Promise] = {
    Population.RECORDS: _("Records entered"),
    Population.DESIGNATIONS: _("Designations decided"),
    Population.CHECKS: _("Checks answered"),
    Population.LIFTS: _("Lifts reported"),
}
_PLACES = {
    Population.RECORDS: "web:record",
    Population.DESIGNATIONS: "web:case",
    Population.CHECKS: "web:receipt",
    Population.LIFTS: "web:task",
}


class SampleForm(PageForm):
    """From what, how many, and the seed."""

    population = forms.ChoiceField(label=_("Drawn from"), choices=list(_POPULATIONS.items()))
    size = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    seed = forms.CharField(label=_("Seed"), max_length=100)
    department = forms.ChoiceField(label=_("Department"), required=False)
    since = Day(label=_("Entered from"), required=False, help_text="")
    until = Day(label=_("Entered until"), required=False, help_text="")
    position = forms.IntegerField(
        label=_("As of position (empty: now)"),
        min_value=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def sample(request: Visited) -> HttpResponse:
    """The form, and the sample it drew; with ``print`` as the address says, a list to tick."""
    form = _form(request)
    drawn = _drawn(form) if form.is_bound and form.is_valid() else None
    context: dict[str, Any] = {"form": form, "head": head(), "most": MOST}
    if drawn:
        context |= {
            "sample": drawn,
            "rows": _rows(request, form, drawn),
            "position": _position(form),
            "address": _address(request, form),
        }
    return render(request, "web/audit/sample.html", context, status=422 if form.errors else 200)


def sample_file(request: Visited) -> HttpResponse:
    """The sample as a workbook with a column for what was found."""
    form = _form(request)
    if not form.is_valid():
        return sample(request)
    columns = {
        "lot": _now("Lot"),
        "id": _now("Id"),
        "organisation": _now("Credit code"),
        "name": _now("Organisation"),
        "department": _now("Department"),
        "position": _now("Position"),
        "found": _now("What was found"),
    }
    rows = _rows(request, form, _drawn(form))
    cells = ({word: str(row.get(field, "")) for field, word in columns.items()} for row in rows)
    return download(
        workbook_bytes(cells, list(columns.values())), name="sample.xlsx", type=WORKBOOK
    )


def _form(request: Visited) -> SampleForm:
    visit = request.visit
    policy.require(visit.actor, Action.READ_LOG)
    asked = "population" in request.GET
    form = SampleForm(
        request.GET if asked else None,
        initial={"size": 20, "seed": visit.today.isoformat(), "population": "records"},
    )
    departments = [("", _("All")), *visit.titles.choices("departments")]
    form.fields["department"].choices = departments  # type: ignore[attr-defined]
    return form


def _position(form: SampleForm) -> int:
    asked, last = form.cleaned_data["position"], head().position
    return min(asked, last) if asked else last


def _drawn(form: SampleForm) -> Sample:
    data = form.cleaned_data
    return draw(
        Population(data["population"]),
        seed=data["seed"],
        size=data["size"],
        position=_position(form),
        department=data["department"],
        since=data["since"],
        until=data["until"],
    )


def _rows(request: Visited, form: SampleForm, drawn: Sample) -> list[dict[str, Any]]:
    names = named(each.organisation for each in drawn.drawn)
    population = Population(form.cleaned_data["population"])
    return [_row(request, each, names, population) for each in drawn.drawn]


def _row(
    request: Visited, each: Drawn, names: dict[str, str], population: Population
) -> dict[str, Any]:
    return {
        **each._asdict(),
        "name": names.get(each.organisation, each.organisation),
        "department": request.visit.titles.department(each.department) if each.department else "",
        "url": reverse(_PLACES[population], args=[each.id]),
    }


def _address(request: Visited, form: SampleForm) -> str:
    """The address that draws this sample again, at this position, whatever was entered since."""
    query = request.GET.copy()
    query["position"] = str(_position(form))
    query.pop("lang", None)
    return query.urlencode()
