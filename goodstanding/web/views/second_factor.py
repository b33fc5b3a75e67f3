"""The second factor of one's own account: set it up, new recovery codes, do without it again."""

from datetime import datetime

import segno
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from goodstanding.departments import second_factor, sessions, signin
from goodstanding.departments.events import note
from goodstanding.departments.models import Account, OpenSession, SignIn
from goodstanding.rules.errors import Refused
from goodstanding.wallclock import machine
from goodstanding.web.fields import PageForm, Pick
from goodstanding.web.staying import handle_of, home_of, mine, settle, who_is_half_way
from goodstanding.web.views.session import Code
from goodstanding.web.visit import Visited

CODES, OFF = "codes", "off"


class EnrolForm(PageForm):
    """The first code proves that the phone has the secret."""

    code = Code(help_text=_("The six digits that the app shows now"))
    places = {"CodeWrong": "code"}


class ChangeForm(PageForm):
    """What changes the second factor needs it once more."""

    what = Pick(
        label=_("What do you want to do?"),
        choices=[
            (CODES, _("Make new recovery codes; the old ones work no more")),
            (OFF, _("Remove the second factor, for example to set up a new phone")),
        ],
    )
    code = Code(help_text=_("Six digits from the app on your phone, or one of your recovery codes"))
    places = {"CodeWrong": "code"}


@sensitive_post_parameters("code")
def second_factor_page(request: Visited) -> HttpResponse:
    """Set up a second factor, or change the one there is; also on the way in, where one is due."""
    half, to = who_is_half_way(request)
    account = half if half and not request.user.is_authenticated else mine(request)
    if second_factor.in_use(account):
        return _change(request, account) if account is not half else redirect("web:sign-in-code")
    return _enrol(request, account, half is account, to)


def _enrol(request: Visited, account: Account, entering: bool, to: str) -> HttpResponse:
    form = EnrolForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            codes = _confirmed(account, form.cleaned_data["code"], request.visit.call.at)
        except Refused as refused:
            form.place(refused)
        else:
            if entering:
                signin.log(
                    account, SignIn.Outcome.DONE, SignIn.Means.CODE, at=request.visit.call.at
                )
                settle(request, account, means=SignIn.Means.CODE)
            return _shown_once(request, codes, to or home_of(request, account))
    secret = second_factor.offered(account)
    page = {
        "form": form,
        "entering": entering,
        "account": account,
        "qr": _drawn(second_factor.address(account, secret)),
        "secret": " ".join(secret[n : n + 4] for n in range(0, len(secret), 4)),
    }
    status = form.status if form.errors else 200
    return render(request, "web/account/second_factor.html", page, status=status)


def _confirmed(account: Account, code: str, at: datetime) -> list[str]:
    with transaction.atomic():
        codes = second_factor.confirm(account, code, at=machine())
        note(account, "factor-on", by=account.id, at=at)
    return codes


def _change(request: Visited, account: Account) -> HttpResponse:
    form = ChangeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _changed(request, account, **form.cleaned_data)
        except Refused as refused:
            form.place(refused)
    page = {"form": form, "left": second_factor.codes_left(account)}
    status = form.status if form.errors else 200
    return render(request, "web/account/second_factor_change.html", page, status=status)


def _changed(request: Visited, account: Account, *, what: str, code: str) -> HttpResponse:
    at = request.visit.call.at
    signin.check_code(account, code, at=at, machine=machine())
    if what == CODES:
        note(account, "codes", by=account.id, at=at)
        return _shown_once(request, second_factor.renew_recovery_codes(account), "")
    with transaction.atomic():
        second_factor.remove(account)
        note(account, "factor-off", by=account.id, at=at)
    ended = OpenSession.Ending.FACTOR
    sessions.end_all(account, ended, at=machine(), but=handle_of(request))
    if second_factor.required(request.visit.actor):
        return redirect("web:second-factor")
    messages.success(request, gettext("Your second factor is removed."))
    return redirect("web:account")


def _shown_once(request: Visited, codes: list[str], to: str) -> HttpResponse:
    return render(request, "web/account/recovery_codes.html", {"codes": codes, "to": to})


def _drawn(address: str) -> SafeString:
    # Dark on light in both themes: some phones read it only so.
    drawn = segno.make(address, error="m").svg_inline(
        omitsize=True, dark="#000", light="#fff", border=4
    )
    return mark_safe(drawn)
