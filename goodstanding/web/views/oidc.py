"""Signing in through the city's identity service: there, and back."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goodstanding.departments import signin
from goodstanding.departments.identity import account_of
from goodstanding.departments.models import SignIn
from goodstanding.rules.errors import Refused
from goodstanding.web.identity_service import begin, proven
from goodstanding.web.said import said
from goodstanding.web.staying import enter, local
from goodstanding.web.visit import Visited

_NEXT = "identity-next"


def leave(request: Visited) -> HttpResponse:
    """Over to the identity service."""
    if not settings.IDENTITY["issuer"]:
        raise Http404
    back = request.build_absolute_uri(reverse("web:identity-back"))
    try:
        answer = begin(request, back=back)
    except Refused as refused:
        return _told(request, refused)
    request.session[_NEXT] = local(request)
    return answer


def back(request: Visited) -> HttpResponse:
    """Back from the identity service: signed in, or told what to do."""
    if not settings.IDENTITY["issuer"]:
        raise Http404
    at = request.visit.call.at
    try:
        who = proven(request)
        account = account_of(who.issuer, who.subject, organisation=who.organisation, at=at)
    except Refused as refused:
        return _told(request, refused)
    signin.log(account, SignIn.Outcome.DONE, SignIn.Means.IDENTITY, at=at)
    to = request.session.pop(_NEXT, "")
    return enter(request, account, means=SignIn.Means.IDENTITY, to=to)


def _told(request: Visited, refused: Refused) -> HttpResponse:
    reasons = [(said(each, request.visit.titles), each.code) for each in refused.refusals]
    status = max(each.status for each in refused.refusals)
    return render(request, "web/account/identity.html", {"reasons": reasons}, status=status)
