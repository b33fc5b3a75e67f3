"""Pages for what went wrong: every reason at once, in the reader's language, and a way on."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goodstanding.rules.errors import Refused
from goodstanding.rules.policy import SignInNeeded
from goodstanding.web import typed_before
from goodstanding.web.said import said


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """The reasons as a page; a visitor who only has to sign in is taken there."""
    if any(isinstance(each, SignInNeeded) for each in error.refusals):
        if request.method == "POST":
            typed_before.keep(request)
        return redirect(f"{reverse('web:sign-in')}?{urlencode({'next': request.path})}")
    titles = request.visit.titles  # type: ignore[attr-defined]
    reasons = [(said(each, titles), each.code) for each in error.refusals]
    page = {"reasons": reasons, "status": error.status}
    return render(request, "web/refused.html", page, status=error.status)
