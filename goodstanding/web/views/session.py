"""Signing in and out: name and password, with the lock-out of `departments.signin`."""

from django import forms
from django.contrib.auth import login, logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from goodstanding.departments.queries import actor_of
from goodstanding.departments.signin import authenticate
from goodstanding.rules.actors import STAFF, Role
from goodstanding.rules.errors import Refused
from goodstanding.web.fields import PageForm
from goodstanding.web.visit import Visited

BACKEND = "goodstanding.departments.backend.AccountBackend"


class SignInForm(PageForm):
    """Name and password."""

    login = forms.CharField(
        label=_("Name to sign in"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@sensitive_post_parameters("password")
def sign_in(request: Visited) -> HttpResponse:
    """Sign in and go on to where the visitor wanted to go, or to the desk."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _signed_in(request, form)
        except Refused as refused:
            form.place(refused)
    page = {"form": form, "next": _next(request)}
    return render(request, "web/sign_in.html", page, status=form.status if form.errors else 200)


def _signed_in(request: Visited, form: SignInForm) -> HttpResponse:
    data = form.cleaned_data
    account = authenticate(data["login"], data["password"], at=request.visit.call.at)
    login(request, account, backend=BACKEND)
    roles = actor_of(account, on=request.visit.today).roles
    home = (
        "web:desk" if roles & STAFF else "web:own" if Role.REPRESENTATIVE in roles else "web:search"
    )
    return HttpResponseRedirect(_next(request) or reverse(home))


def _next(request: Visited) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""


@require_POST
def sign_out(request: Visited) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("web:search")
