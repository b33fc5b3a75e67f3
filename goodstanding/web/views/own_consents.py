"""Who may consult us: an organisation gives consent, looks at every access, and takes it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from goodstanding.catalogue.queries import law as law_on
from goodstanding.consents import queries
from goodstanding.consents.models import Consent, Pull
from goodstanding.departments.queries import institution_names, institutions
from goodstanding.flow import policy
from goodstanding.flow.consent import give_consent, revoke_consent
from goodstanding.flow.pull import preview
from goodstanding.organisations.queries import codes_of, named
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.consent_forms import WishForm
from goodstanding.web.dates import full
from goodstanding.web.opened import class_titles, consent_line, opened
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.visit import Visit, Visited


def consents(request: Visited, code: str) -> HttpResponse:
    """The consents of an organisation, and every access under them, the latest first."""
    visit = request.visit
    policy.require(visit.actor, Action.READ_CONSENTS, organisation=code)
    codes = codes_of(code)
    given = list(queries.of_organisation(organisations=codes))
    page = page_of(request, queries.pulls_of_organisation(organisations=codes))
    context = {
        **_named(code),
        "rows": _lines(visit, given),
        "page": page,
        "accesses": _accesses(visit, page.rows),
        "may": allowed(visit.actor, Action.GIVE_CONSENT, organisation=code),
    }
    return render(request, "web/own_consents.html", context)


def give(request: Visited, code: str) -> HttpResponse:
    """The form; what the institution would see; and the consent given."""
    visit, found = request.visit, None
    policy.require(visit.actor, Action.GIVE_CONSENT, organisation=code)
    posted = request.POST if request.method == "POST" else None
    form = WishForm(
        posted,
        institutions=institutions(on=visit.today),
        law=law_on(on=visit.today),
        today=visit.today,
    )
    if form.is_bound and form.is_valid() and "change" not in request.POST:
        wish = form.wish(visit.today)
        try:
            if "give" in request.POST:
                id = give_consent(visit.call, code=code, wish=wish)
                return _given(request, code, id)
            found = preview(visit.call, code=code, wish=wish)
        except Refused as refused:
            form.place(refused, visit.titles)
    if form.errors:
        form.forget_identity_numbers()
    status = form.status if form.errors else 200
    context = {"form": form, **_named(code)}
    if found is not None:
        seen = {**opened(visit, found), **_asked(visit, form)}
        return render(request, "web/own_consent_preview.html", {**context, **seen})
    return render(request, "web/own_consent_new.html", context, status=status)


def end(request: Visited, code: str, id: str) -> HttpResponse:
    """What happens when a consent is taken back; and it is taken back."""
    visit = request.visit
    policy.require(visit.actor, Action.REVOKE_CONSENT, organisation=code)
    row = queries.consent(id=id)
    if row is None or row.organisation not in codes_of(code):
        refuse(PageUnknown())
    if request.method == "POST":
        revoke_consent(visit.call, consent=id)
        messages.success(request, gettext("Taken back. From now on nothing is told by it."))
        return redirect("web:own-consents", code)
    return render(request, "web/own_consent_end.html", {**_named(code), **_lines(visit, [row])[0]})


def _given(request: Visited, code: str, id: str) -> HttpResponse:
    row = queries.consent(id=id)
    assert row is not None
    told = gettext("Given until {day}. Tell the institution the reference {reference}.")
    messages.success(request, told.format(day=full(row.last_day), reference=id))
    return redirect("web:own-consents", code)


def _asked(visit: Visit, form: WishForm) -> dict[str, Any]:
    wish = form.wish(visit.today)
    return {
        "wish": wish,
        "grantee": institution_names([wish.grantee])[wish.grantee],
        "purpose": visit.titles.choices("consent_purposes", [wish.purpose])[0][1],
    }


def _named(code: str) -> dict[str, str]:
    return {"code": code, "organisation": named([code]).get(code, code)}


def _lines(visit: Visit, rows: list[Consent]) -> list[dict[str, Any]]:
    names = institution_names(each.grantee for each in rows)
    pulls = queries.pulls_under(consents=[each.id for each in rows])
    return [
        consent_line(visit, each, name=names.get(each.grantee, ""), pulls=pulls.get(each.id, 0))
        for each in rows
    ]


def _accesses(visit: Visit, pulls: Any) -> list[dict[str, Any]]:
    listed: list[Pull] = list(pulls)
    names = institution_names(each.grantee for each in listed)
    return [
        {
            "pull": each,
            "name": names.get(each.grantee, each.grantee),
            "classes": class_titles(visit.titles, each.classes),
        }
        for each in listed
    ]
