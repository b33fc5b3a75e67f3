"""Evidence: the files of a matter, one more sent, taken back, all handed in; and one to look at."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.evidence.models import File
from goodstanding.flow import hand_in
from goodstanding.flow.purge_evidence import deleted_after
from goodstanding.register.reading import named_states
from goodstanding.rules.errors import Refused
from goodstanding.rules.evidence import looking, steps
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection
from goodstanding.web.fields import PageForm
from goodstanding.web.step_forms import NO_NAMES, Needed
from goodstanding.web.visit import Visited

#: A file is handed out to be saved, never to be run or shown by the browser inside this site.
ALONE = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class EvidenceForm(PageForm):
    """A file and what it shows."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, PNG or JPEG; at most 10 MB and 100 pages. One at a time."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        allow_empty_file=True,
    )
    label = Needed(label=_("What it shows"), help_text=NO_NAMES, max_length=looking.LONGEST_LABEL)
    places = {
        "EvidenceLabelMissing": "label",
        "EvidenceLabelTooLong": "label",
        **dict.fromkeys(
            ("EvidenceEmpty", "EvidenceTooLarge", "EvidenceTypeUnknown", "EvidenceUnreadable"),
            "file",
        ),
        **dict.fromkeys(
            ("EvidenceEncrypted", "EvidenceTooManyPages", "EvidenceNamesPerson"), "file"
        ),
    }


def matter(request: Visited, id: str) -> HttpResponse:
    """The files of an objection, a repair or a case; by POST one more is sent."""
    if request.method != "POST":
        return _shown(request, id, EvidenceForm())
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            data = form.cleaned_data["file"].read()
            label = form.cleaned_data["label"]
            hand_in.send_evidence(request.visit.call, matter=id, label=label, data=data)
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(
                request, gettext("Sent. It is not part of the matter before you hand it in.")
            )
            return HttpResponseRedirect(reverse("web:evidence", args=[id]))
    return _shown(request, id, form)


def again(request: Visited, refused: Refused) -> HttpResponse:
    """The form of an upload that could not be read, with what was wrong."""
    assert request.resolver_match is not None
    form = EvidenceForm({}, {})
    form.errors.clear()
    form.place(refused, request.visit.titles)
    return _shown(request, str(request.resolver_match.kwargs["id"]), form)


@require_POST
def whole(request: Visited, id: str) -> HttpResponse:
    """Every file sent so far is handed in."""
    files = hand_in.hand_in_evidence(request.visit.call, matter=id)
    messages.success(request, gettext("Handed in: files %(n)s.") % {"n": files})
    return HttpResponseRedirect(reverse("web:evidence", args=[id]))


@require_POST
def take_back(request: Visited, id: str) -> HttpResponse:
    """A file that was not handed in yet is removed."""
    hand_in.take_back_evidence(request.visit.call, file=id)
    messages.success(request, gettext("Removed. Nothing of the file is kept."))
    return HttpResponseRedirect(reverse("web:evidence", args=[request.POST.get("matter", "")]))


def file(request: Visited, id: str) -> HttpResponse:
    """The file itself, to be saved."""
    found, data = hand_in.read_evidence(request.visit.call, file=id)
    return handed_out(found, data)


def handed_out(found: File, data: bytes) -> HttpResponse:
    """A file as an answer that no browser runs or shows inside the site."""
    name = f"evidence-{found.id[2:10]}.{looking.Media(found.media).suffix}"
    answer = HttpResponse(data, content_type=found.media, headers=ALONE)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _shown(request: Visited, id: str, form: EvidenceForm) -> HttpResponse:
    visit = request.visit
    files = hand_in.list_evidence(visit.call, matter=id)
    found = steps.matter_of(named_states([id]).get(id), id)
    may = allowed(
        visit.actor,
        Action.HAND_IN_EVIDENCE,
        department=found.department,
        organisation=found.organisation,
    )
    closed = steps.closed_on(found)
    context = {
        **_about(found),
        "matter": found,
        "form": form,
        "open": may and not closed,
        "closed_on": closed,
        "files": files,
        "waiting": sum(not each.handed_in_on and not each.deleted_on for each in files),
        "kept_until": deleted_after(found, law=visit.law, on=visit.today) if visit.law else None,
    }
    status = form.status if form.errors else 200
    return render(request, "web/evidence.html", context, status=status)


def _about(found: steps.Matter) -> dict[str, Any]:
    match found:
        case Objection():
            return {"what": gettext("Objection"), "url": reverse("web:objection", args=[found.id])}
        case Designation():
            return {"what": gettext("Case"), "url": reverse("web:case", args=[found.id])}
    return {"what": gettext("Repair"), "url": reverse("web:repair", args=[found.id])}
