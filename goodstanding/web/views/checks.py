"""A check: one question about one organisation, answered with a receipt that can be read again."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy
from goodstanding.flow.answers import Question
from goodstanding.flow.enquire import ask
from goodstanding.organisations.queries import named
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.persons import refuse_identity_number
from goodstanding.rules.rights import Action
from goodstanding.web.fields import PageForm, Text
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.told import told_effects
from goodstanding.web.views.watches import beginning
from goodstanding.web.visit import Visited


class CheckForm(PageForm):
    """Whom, for what, for which case."""

    code = forms.CharField(
        label=_("Unified social credit code"),
        max_length=60,
        help_text=_("18 characters; spaces do not matter"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    procedure = forms.ChoiceField(label=_("Procedure"))
    case_number = Text(
        label=_("Your case number"),
        required=False,
        help_text=_("It finds the case again if the answer has to be taken back"),
    )
    places = {
        "CodeMissing": "code",
        "CodeDamaged": "code",
        "LengthWrong": "code",
        "CharacterNotAllowed": "code",
        "RegionNotDigits": "code",
        "AuthorityUnknown": "code",
        "ClassUnknown": "code",
        "CheckCharacterWrong": "code",
        "ClassOutsideTheRegister": "code",
        "IdentityNumberInQuery": "code",
        "ProcedureUnknown": "procedure",
    }


def check(request: Visited) -> HttpResponse:
    """Ask, and go on to the receipt."""
    visit = request.visit
    policy.require(visit.actor, Action.CHECK)
    posted = request.POST if request.method == "POST" else None
    form = CheckForm(posted, initial={"code": request.GET.get("code", "")[:60]})
    form.fields["procedure"].choices = visit.titles.choices("procedures")  # type: ignore[attr-defined]
    if posted is not None and form.is_valid():
        try:
            refuse_identity_number(form.cleaned_data["code"])
            told = ask(visit.call, Question(**form.cleaned_data))
            return redirect("web:receipt", told.receipt)
        except Refused as refused:
            form.place(refused, visit.titles)
            _forget(form)
    elif posted is not None:
        form.forget_identity_numbers()
    page = page_of(request, enquiries.of_recipient(recipient=visit.actor.recipient), size=10)
    context = {"tab": "check", "form": form, "page": page, "receipts": _rows(request, page.rows)}
    status = form.status if form.errors else 200
    return render(request, "web/check.html", context, status=status)


def _forget(form: CheckForm) -> None:
    """A number that may be a person's is not shown again."""
    if form.has_error("code", "IdentityNumberInQuery"):
        form.data = form.data.copy()
        form.data["code"] = ""


def _rows(request: Visited, receipts: list[Receipt]) -> list[dict[str, Any]]:
    names = named(each.organisation for each in receipts)
    return [
        {
            "receipt": each,
            "name": names.get(each.organisation, each.organisation),
            "procedure": request.visit.titles.procedure(each.procedure),
        }
        for each in receipts
    ]


def receipt(request: Visited, id: str) -> HttpResponse:
    """The answer as it was given, on the day it was given."""
    visit = request.visit
    found = enquiries.receipt(id=id)
    if found is None:
        refuse(PageUnknown())
    policy.require(
        visit.actor,
        Action.READ_RECEIPT,
        recipient=found.recipient,
        organisation=found.organisation,
        department=found.department,
    )
    context = {
        **_rows(request, [found])[0],
        "effects": told_effects(visit, found.effects),
        "watching": beginning(visit, found),
        "rulebook": visit.law.rulebook.version if visit.law else "",
    }
    return render(request, "web/receipt.html", context)
