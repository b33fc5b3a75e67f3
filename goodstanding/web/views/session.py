"""Signing in and out: name and password, then a code; the lock-out is `departments.signin`'s."""

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from goodstanding.departments import signin
from goodstanding.departments.models import SignIn
from goodstanding.departments.second_factor import in_use
from goodstanding.rules.errors import Refused
from goodstanding.wallclock import machine
from goodstanding.web.account_words import ENDINGS
from goodstanding.web.fields import PageForm
from goodstanding.web.staying import enter, half_way, leave, local, who_is_half_way, why_ended
from goodstanding.web.visit import Visited


class SignInForm(PageForm):
    """Name and password; both may be pasted or filled in by the browser (WCAG 2.2, 3.3.8)."""

    login = forms.CharField(
        label=_("Name to sign in"),
        max_length=100,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class Code(forms.CharField):
    """A code of a phone, or one on paper."""

    def __init__(self, **options: object) -> None:
        attrs = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "none"}
        super().__init__(
            max_length=40,
            widget=forms.TextInput(attrs=attrs),
            **{"label": _("One-time code"), **options},  # type: ignore[arg-type]
        )


class CodeForm(PageForm):
    """The second step of signing in."""

    code = Code(help_text=_("Six digits from the app on your phone, or one of your recovery codes"))
    places = {"CodeWrong": "code"}


@sensitive_post_parameters("password")
def sign_in(request: Visited) -> HttpResponse:
    """Sign in and go on to where the visitor wanted to go, or to the desk."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _password_right(request, form)
        except Refused as refused:
            form.place(refused)
    page = {
        "form": form,
        "next": local(request),
        "ended": ENDINGS.get(why_ended(request), ""),
        "identity": settings.IDENTITY["issuer"],
    }
    return render(request, "web/sign_in.html", page, status=form.status if form.errors else 200)


def _password_right(request: Visited, form: SignInForm) -> HttpResponse:
    data, at = form.cleaned_data, request.visit.call.at
    account = signin.authenticate(data["login"], data["password"], at=at)
    if not signin.asks_more(account, at=at):
        return enter(request, account, means=SignIn.Means.PASSWORD, to=local(request))
    half_way(request, account, to=local(request))
    return redirect("web:sign-in-code" if in_use(account) else "web:second-factor")


@sensitive_post_parameters("code")
def code(request: Visited) -> HttpResponse:
    """The code that a phone shows now, after the password was right."""
    account, to = who_is_half_way(request)
    if account is None or not in_use(account):
        return redirect("web:sign-in")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        at, typed = request.visit.call.at, form.cleaned_data["code"]
        try:
            means = signin.check_code(account, typed, at=at, machine=machine())
        except Refused as refused:
            form.place(refused)
        else:
            signin.log(account, SignIn.Outcome.DONE, means, at=at)
            return enter(request, account, means=means, to=to)
    status = form.status if form.errors else 200
    return render(request, "web/account/code.html", {"form": form}, status=status)


@require_POST
def sign_out(request: Visited) -> HttpResponse:
    """End the session."""
    leave(request)
    return redirect("web:search")
