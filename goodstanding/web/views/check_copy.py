"""Check my file: which lines of an old copy are stale, and why; no sign-in, and nothing is kept."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.check_copy import CopyChecked, check_copy
from goodstanding.rules.errors import Refused
from goodstanding.rules.opendata.copies import Judged
from goodstanding.web.downloads import sheet
from goodstanding.web.fields import PageForm
from goodstanding.web.visit import Visited
from goodstanding.web.wording import COPIES

#: So many stale lines are shown on the page; the file has all.
SHOWN = 200
COLUMNS = {
    "number": _("Line"),
    "record": _("Record"),
    "version": _("Version in the copy"),
    "state": _("What"),
    "since": _("Since"),
    "now": _("Version now"),
    "not_after": _("Last day now"),
}


class CopyForm(PageForm):
    """A file, or numbers pasted."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A file of the open data as CSV, JSON lines or Parquet; at most 16 MB."),
        widget=forms.FileInput,
        allow_empty_file=True,
        required=False,
    )
    lines = forms.CharField(
        label=_("Or numbers of records, one a line"),
        help_text=_("The number, and after a space the version if you have it."),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "spellcheck": "false"}),
        required=False,
    )

    @property
    def sent(self) -> bytes:
        """The file if there is one, else what was pasted."""
        file = self.cleaned_data["file"]
        return file.read() if file else self.cleaned_data["lines"].encode()


def page(request: Visited) -> HttpResponse:
    """The form, and under it what came of the copy; as a file where that was asked for."""
    if request.method != "POST":
        return render(request, "web/check_copy.html", {"form": CopyForm()})
    form = CopyForm(request.POST, request.FILES)
    found = _checked(request, form) if form.is_valid() else None
    if found and request.POST.get("as") == "csv":
        return sheet(map(_cells, found.stale), COLUMNS, name="stale-lines", suffix="csv")
    context = {"form": form, **(_context(found) if found else {})}
    return render(request, "web/check_copy.html", context, status=200 if found else form.status)


def again(request: Visited, refused: Refused) -> HttpResponse:
    """The form after a request that could not be read."""
    form = CopyForm({}, {})
    form.errors.clear()
    form.places = dict.fromkeys(refused.codes, "file")
    form.place(refused, request.visit.titles)
    form.status = refused.refusals[0].status
    return render(request, "web/check_copy.html", {"form": form}, status=form.status)


def _checked(request: Visited, form: CopyForm) -> CopyChecked | None:
    try:
        return check_copy(form.sent, on=request.visit.today)
    except Refused as refused:
        form.places = dict.fromkeys(refused.codes, "file")
        form.place(refused, request.visit.titles)
        return None


def _context(found: CopyChecked) -> dict[str, Any]:
    return {
        "found": found,
        "counts": [(state, found.counts[state]) for state in COPIES if found.counts.get(state)],
        "stale": found.stale[:SHOWN],
        "more": max(len(found.stale) - SHOWN, 0),
    }


def _cells(judged: Judged) -> dict[str, str]:
    line = judged.line
    return {
        "number": str(line.number),
        "record": line.record,
        "version": str(line.version or ""),
        "state": str(COPIES[judged.state]),
        "since": judged.since.isoformat() if judged.since else "",
        "now": str(judged.version or ""),
        "not_after": judged.not_after.isoformat() if judged.not_after else "",
    }
