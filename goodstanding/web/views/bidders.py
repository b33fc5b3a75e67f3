"""The bidders of a tender: a list of codes is read, shown, and asked about in one go."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.catalogue.queries import law as law_on
from goodstanding.files.codes import codes_in, codes_of_text
from goodstanding.flow import policy
from goodstanding.flow.answers import Answered
from goodstanding.flow.screen import MOST, screen
from goodstanding.organisations.queries import named
from goodstanding.register import idempotency
from goodstanding.rules.bidders import Bidder, bidders, without_persons
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.rights import Action
from goodstanding.web.bidder_lists import case_address, problems_of
from goodstanding.web.fields import PageForm, Text
from goodstanding.web.refusals import (
    BiddersMissing,
    BiddersTwice,
    NoCodeInList,
    TooManyBidders,
)
from goodstanding.web.visit import Visited

#: As many lines as the preview shows; all are asked about.
SHOWN = 200
#: Answered in one transaction, so that a tender is answered whole or not at all.
TOGETHER = 200
LONGEST = 500_000


class ListForm(PageForm):
    """A list of codes, pasted or as a file."""

    codes = forms.CharField(
        label=_("Codes of the bidders"),
        required=False,
        max_length=LONGEST,
        help_text=_("One line each; names beside the codes do not matter"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file with the codes"),
        required=False,
        help_text=_("xlsx, csv or txt, at most 16 MB; at most 10,000 codes"),
        widget=forms.FileInput,
        allow_empty_file=True,
    )
    places = {
        "BiddersMissing": "codes",
        "BiddersTwice": "codes",
        "NoCodeInList": "codes",
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("codes", "file"):
            # One of the two is needed, so neither is called optional.
            self.fields[name].needed = True  # type: ignore[attr-defined]


class BiddersForm(ListForm):
    """Whom, for what, for which case."""

    case_number = Text(
        label=_("Number of the tender or case"),
        help_text=_("The answers stand under this number, and are found again by it"),
    )
    procedure = forms.ChoiceField(label=_("Procedure"))
    field_order = ("case_number", "procedure", "codes", "file")


def page(request: Visited) -> HttpResponse:
    """The empty form; a list that was sent is shown as it was read."""
    policy.require(request.visit.actor, Action.SCREEN)
    if request.method != "POST":
        first = {"case_number": request.GET.get("number", "")[:300]}
        first["procedure"] = request.GET.get("procedure", "tender")
        return _page(request, _form(request, BiddersForm(initial=first)))
    form = _form(request, BiddersForm(request.POST, request.FILES))
    if form.is_valid():
        try:
            return _preview(request, form, read_list(request, form))
        except Refused as refused:
            # What is wrong with a file stands at the file, what is wrong with the list at the list.
            form.places = {**dict.fromkeys(refused.codes, "file"), **BiddersForm.places}
            form.place(refused, request.visit.titles)
    form.forget_identity_numbers()
    form.data["codes"] = without_persons(form.data.get("codes", ""))
    return _page(request, form)


def again(request: Visited, refused: Refused) -> HttpResponse:
    """The form after a request that could not be read."""
    policy.require(request.visit.actor, Action.SCREEN)
    form = _form(request, BiddersForm({}, {}))
    form.errors.clear()
    form.places = dict.fromkeys(refused.codes, "file")
    form.place(refused, request.visit.titles)
    form.status = refused.refusals[0].status
    return _page(request, form)


def _form(request: Visited, form: BiddersForm) -> BiddersForm:
    form.fields["procedure"].choices = request.visit.titles.choices("procedures")  # type: ignore[attr-defined]
    return form


def _page(request: Visited, form: BiddersForm) -> HttpResponse:
    status = form.status if form.errors else 200
    return render(request, "web/bidders.html", {"form": form, "tab": "bidders"}, status=status)


def read_list(request: Visited, form: ListForm, *, most: int = MOST) -> list[Bidder]:
    """The list as it was read; refuses an empty one, two at once, and one without any code.

    Args:
        most: as many as it may name.
    """
    text, file = form.cleaned_data["codes"], form.cleaned_data["file"]
    if text and file:
        refuse(BiddersTwice())
    found = codes_in(file.read()) if file else codes_of_text(text)
    if not found:
        refuse(BiddersMissing())
    if len(found) > most:
        refuse(TooManyBidders(count=len(found), limit=most))
    classes = law_on(on=request.visit.today).rulebook.classes_in
    told = bidders(found, classes=classes)
    if not any(each.asked for each in told):
        refuse(NoCodeInList(problems=_first(told)))
    return told


def _first(told: list[Bidder]) -> str:
    """The codes of the first problems, to say what kind of list it was."""
    found = dict.fromkeys(each.code for one in told[:20] for each in one.problems)
    return ", ".join(found)


def _preview(request: Visited, form: BiddersForm, told: list[Bidder]) -> HttpResponse:
    asked = [each for each in told if each.asked]
    names = named(each.code for each in asked[:SHOWN])
    bad = [each for each in told if each.problems]
    context: dict[str, Any] = {
        "tab": "bidders",
        "case_number": form.cleaned_data["case_number"],
        "procedure": form.cleaned_data["procedure"],
        "procedure_title": request.visit.titles.procedure(form.cleaned_data["procedure"]),
        "read": len(told),
        "asked": len(asked),
        "problems": problems_of(bad[:SHOWN], request.visit.titles),
        "bad": len(bad),
        "twice": [each for each in told if each.same_as],
        "bidders": [(each, names.get(each.code, "")) for each in asked[:SHOWN]],
        "shown": min(SHOWN, len(asked)),
        "codes": "\n".join(each.code for each in asked),
        "key": uuid4().hex,
    }
    return render(request, "web/bidders_preview.html", context)


class AskForm(forms.Form):
    """What the preview hands on."""

    case_number = Text()
    procedure = forms.CharField(max_length=60)
    codes = forms.CharField(max_length=LONGEST)
    key = forms.RegexField(r"[0-9a-f]{32}")


@require_POST
def ask(request: Visited) -> HttpResponse:
    """Ask about every code, once however often the button was pressed."""
    policy.require(request.visit.actor, Action.SCREEN)
    form = AskForm(request.POST)
    if not form.is_valid():
        refuse(BiddersMissing())
    data = form.cleaned_data
    address = case_address(data["case_number"], data["procedure"])
    first, *rest = parts_of(codes_of_text(data["codes"])[:MOST])
    asked = {"procedure": data["procedure"], "case_number": data["case_number"]}
    call = request.visit.call
    with transaction.atomic(using="default"):
        # A second click waits here for the first, and finds its page.
        client, digest = f"desk {call.actor.id}", idempotency.digest_of(data["codes"].encode())
        if idempotency.claim(client=client, key=data["key"], digest=digest, at=call.at):
            return redirect(address)
        ask_part(request, first, **asked)
        answer = idempotency.Answer(302, address.encode())
        idempotency.keep(client=client, key=data["key"], answer=answer)
    for part in rest:
        ask_part(request, part, **asked)
    return redirect(address)


def parts_of(codes: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """The codes in the order in which writers lock, so many as one transaction takes."""
    ordered = sorted(codes, key=lambda pair: pair[1])
    return [ordered[n : n + TOGETHER] for n in range(0, len(ordered), TOGETHER)] or [[]]


def ask_part(
    request: Visited, part: list[tuple[int, str]], *, procedure: str, case_number: str
) -> None:
    """Ask about some codes, all in one transaction; raises `Refused` where none could be asked."""
    call = request.visit.call
    with transaction.atomic(using="default"):
        asked = screen(call, part, procedure=procedure, case_number=case_number)
        answers = [each for _, each in asked]
    if not any(isinstance(each, Answered) for each in answers):
        raise next((each for each in answers if isinstance(each, Refused)), nobody())


def nobody() -> Refused:
    """What is said where a list names nobody."""
    return Refused([BiddersMissing()])
