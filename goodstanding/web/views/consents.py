"""The screen of a lender, insurer or agency: consents given to it, and consulting by one of them."""

from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from goodstanding.catalogue.signing import public_keys
from goodstanding.consents import queries
from goodstanding.departments.queries import institution_names
from goodstanding.files.signed import verified
from goodstanding.flow import policy
from goodstanding.flow.pull import pull, read_pull
from goodstanding.organisations.queries import named
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import Action
from goodstanding.web.consent_forms import PullForm
from goodstanding.web.opened import class_titles, consent_line, opened
from goodstanding.web.paging import page_of
from goodstanding.web.visit import Visit, Visited

LATEST = 20


def consents(request: Visited) -> HttpResponse:
    """The consents given to the visitor's institution, and what it asked last."""
    return _screen(request, PullForm(None))


@require_POST
def consult(request: Visited) -> HttpResponse:
    """What a consent opens today; the access is noted and the organisation sees it."""
    visit, form = request.visit, PullForm(request.POST)
    policy.require(visit.actor, Action.PULL, recipient=visit.actor.recipient)
    if not form.is_valid():
        return _screen(request, form)
    try:
        found = pull(visit.call, **form.cleaned_data)
    except Refused as refused:
        form.place(refused, visit.titles)
        return _screen(request, form)
    context = {
        **opened(visit, found.told),
        "pulled": found,
        "name": found.file.signed["name"],
        "grantee": found.file.signed["grantee"]["name"],
        "purpose": visit.titles.choices("consent_purposes", [found.consent.purpose])[0][1],
        "file": msgspec.json.encode(found.file).decode(),
    }
    return render(request, "web/pulled.html", context)


@require_POST
def file(request: Visited) -> HttpResponse:
    """The report as a signed file: what was shown, given back only if it is what was told."""
    body = request.POST.get("file", "").encode()
    found = verified(body, keys=public_keys())
    receipt = read_pull(request.visit.call, receipt=str(found.signed.get("receipt", "")))
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{receipt.id}.json"'
    return response


def _screen(request: Visited, form: PullForm) -> HttpResponse:
    visit = request.visit
    policy.require(visit.actor, Action.PULL, recipient=visit.actor.recipient)
    own = visit.actor.institution
    if form.errors:
        form.forget_identity_numbers()
    page = page_of(request, queries.to_grantee(grantee=own))
    context = {
        "form": form,
        "institution": institution_names([own]).get(own, own),
        "page": page,
        "rows": _lines(visit, page.rows),
        "asked": _asked(visit, own),
    }
    return render(request, "web/consents.html", context, status=form.status if form.errors else 200)


def _lines(visit: Visit, rows: Any) -> list[dict[str, Any]]:
    listed = list(rows)
    names = named(each.organisation for each in listed)
    pulls = queries.pulls_under(consents=[each.id for each in listed])
    return [
        consent_line(
            visit, each, name=names.get(each.organisation, ""), pulls=pulls.get(each.id, 0)
        )
        for each in listed
    ]


def _asked(visit: Visit, own: str) -> list[dict[str, Any]]:
    listed = list(queries.pulls_of_grantee(grantee=own)[:LATEST])
    names = named(each.organisation for each in listed)
    return [
        {
            "pull": each,
            "name": names.get(each.organisation, each.organisation),
            "classes": class_titles(visit.titles, each.classes),
        }
        for each in listed
    ]
