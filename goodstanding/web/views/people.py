"""The credit office's page of accounts, and the log of every sign-in that auditors read too."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.departments import identity, queries, second_factor, sessions
from goodstanding.departments.errors import NotYourOwnAccount
from goodstanding.departments.events import note
from goodstanding.departments.models import Account, OpenSession
from goodstanding.flow import policy
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.rights import Action
from goodstanding.wallclock import machine
from goodstanding.web.account_words import EVENTS, OUTCOMES
from goodstanding.web.fields import Day, PageForm, Pick, Text
from goodstanding.web.paging import page_of
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.represented import represented
from goodstanding.web.sign_in_rows import sign_in_rows
from goodstanding.web.visit import Visited
from goodstanding.web.wording import ROLES

LINK, UNLINK, RESET = "link", "unlink", "reset"


class SignInsWanted(PageForm):
    """Which sign-ins to show."""

    login = forms.CharField(label=_("Account"), required=False, max_length=100)
    outcome = forms.ChoiceField(
        label=_("How it went"),
        required=False,
        choices=[("", _("All")), *((id, state.word) for id, state in OUTCOMES.items())],
    )
    since = Day(label=_("From day"), required=False, help_text="")
    until = Day(label=_("To day"), required=False, help_text="")


class PersonForm(PageForm):
    """What the credit office does about an account, and why."""

    what = Pick(
        label=_("What is to be done?"),
        choices=[
            (RESET, _("Remove the second factor: the phone is lost or new")),
            (LINK, _("Link with the identity service: the reference is known")),
            (UNLINK, _("End the link with the identity service")),
        ],
    )
    reference = forms.CharField(
        label=_("Reference"),
        required=False,
        max_length=20,
        help_text=_("Eight characters that the person was shown; only for linking"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    reason = Text(
        label=_("Reason"), help_text=_("How you made sure who asks. No names, no identity numbers.")
    )
    places = {"ReferenceUnknown": "reference"}


def sign_ins(request: Visited) -> HttpResponse:
    """Every attempt to sign in."""
    policy.require(request.visit.actor, Action.READ_SIGN_INS)
    form = SignInsWanted(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = page_of(request, queries.sign_ins(**wanted))
    rows = sign_in_rows(page.rows, queries.names_of({each.account_id for each in page.rows}))
    context = {"page": page, "rows": rows, "chosen": form, "filtered": any(wanted.values())}
    return render(request, "web/account/sign_ins.html", context)


def people(request: Visited) -> HttpResponse:
    """Accounts, by a part of their name."""
    policy.require(request.visit.actor, Action.MANAGE_ACCOUNTS)
    wanted = request.GET.get("named", "")[:100]
    page = page_of(request, queries.accounts(named=wanted))
    shown = [each.id for each in page.rows]
    context = {
        "page": page,
        "wanted": wanted,
        "factors": second_factor.have_one(shown),
        "posts": _posts(request, shown),
    }
    return render(request, "web/account/people.html", context)


def person(request: Visited, id: str) -> HttpResponse:
    """One account, and what the credit office may do about it."""
    policy.require(request.visit.actor, Action.MANAGE_ACCOUNTS)
    found = Account.objects.filter(pk=id).first() or refuse(PageUnknown())
    form = PersonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _do(request, found, **form.cleaned_data)
        except Refused as refused:
            form.place(refused)
        else:
            messages.success(request, gettext("Done, and written into the log of the account."))
            return redirect("web:person", id=id)
    context = {
        "account": found,
        "form": form,
        "factor": second_factor.in_use(found),
        "organisations": represented(found),
        "linked": found.identities.count(),
        "posts": _posts(request, [found.id]).get(found.id, []),
        "events": [(each, EVENTS.get(each.kind, each.kind)) for each in queries.events(found)[:20]],
        "sign_ins": sign_in_rows(queries.sign_ins(account=found)[:10], {}),
        "own": found.id == request.visit.actor.id,
    }
    status = form.status if form.errors else 200
    return render(request, "web/account/person.html", context, status=status)


@transaction.atomic
def _do(request: Visited, found: Account, *, what: str, reference: str, reason: str) -> None:
    by, at = request.visit.actor.id, request.visit.call.at
    if found.id == by:
        refuse(NotYourOwnAccount())
    if what == LINK:
        identity.link(found, reference)
    elif what == UNLINK:
        identity.unlink(found)
    else:
        second_factor.remove(found)
        sessions.end_all(found, OpenSession.Ending.FACTOR, at=machine())
    kind = {LINK: "linked", UNLINK: "unlinked"}.get(what, "factor-reset")
    note(found, kind, by=by, at=at, reason=reason)


def _posts(request: Visited, ids: list[str]) -> dict[str, list[Any]]:
    visit = request.visit
    posts: dict[str, list[Any]] = {id: [] for id in ids}
    for grant in queries.grants_on(ids, on=visit.today):
        department = visit.titles.department(grant.department) if grant.department else ""
        posts[grant.account_id].append((department, ROLES.get(grant.role)))
    return posts
