"""Lenders, insurers and agencies outside the administration: registered by the credit office."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import institutions as flow
from goodstanding.flow import policy
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import Action
from goodstanding.web.consent_forms import AccessForm, InstitutionForm
from goodstanding.web.visit import Visited


def institutions(request: Visited) -> HttpResponse:
    """Those registered today, and the form to register another."""
    policy.require(request.visit.actor, Action.MANAGE_INSTITUTIONS)
    form = _form(request, request.method == "POST")
    if form.is_bound and form.is_valid():
        try:
            found = flow.register_institution(request.visit.call, **form.cleaned_data)
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(request, gettext("{name} is registered.").format(name=found.name))
            return redirect("web:institutions")
    return _page(request, form=form)


@require_POST
def access(request: Visited) -> HttpResponse:
    """A person asks for an institution from today, or a program gets its token, shown this once."""
    call = request.visit.call
    form = AccessForm(request.POST, institutions=flow.read_institutions(call))
    token = ""
    if form.is_valid():
        code, named = form.cleaned_data["institution"], form.cleaned_data["named"]
        try:
            if form.cleaned_data["what"] == "program":
                token = flow.issue_token(call, code=code, name=named)
            else:
                flow.employ(call, code=code, login=named)
                messages.success(request, gettext("From now on this account asks for it."))
                return redirect("web:institutions")
        except Refused as refused:
            form.place(refused, request.visit.titles)
    return _page(request, access=form, token=token)


@require_POST
def end(request: Visited, code: str) -> HttpResponse:
    """An institution is registered no more: its people and programs are told nothing new."""
    flow.close_institution(request.visit.call, code=code)
    messages.success(request, gettext("Ended. Its people and programs are told nothing new."))
    return redirect("web:institutions")


def _form(request: Visited, sent: bool) -> InstitutionForm:
    return InstitutionForm(request.POST if sent else None, law=law_on(on=request.visit.today))


def _page(
    request: Visited,
    *,
    form: InstitutionForm | None = None,
    access: AccessForm | None = None,
    token: str = "",
) -> HttpResponse:
    visit = request.visit
    policy.require(visit.actor, Action.MANAGE_INSTITUTIONS)
    found = flow.read_institutions(visit.call)
    sent: Any = next((each for each in (form, access) if each is not None and each.errors), None)
    if sent is not None:
        sent.forget_identity_numbers()
    kinds = dict(visit.titles.choices("grantee_kinds"))
    context = {
        "rows": [(each, kinds.get(each.kind, each.kind)) for each in found],
        "register": form or _form(request, sent=False),
        "access": access or AccessForm(None, institutions=found),
        "form": sent or form,
        "token": token,
    }
    status = sent.status if sent is not None else 200
    return render(request, "web/institutions.html", context, status=status)
