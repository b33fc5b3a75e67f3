"""Signed in: a session begins, is looked at with every page, and ends with a reason that is told."""

from datetime import datetime, timedelta

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from goodstanding.departments import sessions
from goodstanding.departments.models import Account, OpenSession
from goodstanding.departments.queries import actor_of
from goodstanding.rules.actors import STAFF, Role
from goodstanding.rules.errors import refuse
from goodstanding.rules.policy import SignInNeeded
from goodstanding.wallclock import machine
from goodstanding.web.visit import Visited

BACKEND = "goodstanding.departments.backend.AccountBackend"
#: Long enough to find the phone.
HALF = timedelta(minutes=10)
_HANDLE, _ENDED, _HALF = "handle", "ended", "half"


def admit(request: HttpRequest) -> None:
    """Before every page: a session that lasts no longer is ended, and the sign-in page says why."""
    if not request.user.is_authenticated:
        return
    handle = request.session.get(_HANDLE, "")
    found = sessions.arrive(request.user, handle, at=machine())
    if found.ended_at:
        logout(request)
        request.session[_ENDED] = found.ending
    elif found.handle != handle:
        request.session[_HANDLE] = found.handle


def why_ended(request: HttpRequest) -> str:
    """Why this browser is no longer signed in; empty if it never was or left by itself."""
    return str(request.session.get(_ENDED, ""))


def handle_of(request: HttpRequest) -> str:
    """The handle of this browser's session."""
    return str(request.session.get(_HANDLE, ""))


def enter(request: Visited, account: Account, *, means: str, to: str = "") -> HttpResponse:
    """The account is signed in; on to ``to`` (checked by `local`) or to where its work is."""
    settle(request, account, means=means)
    return HttpResponseRedirect(to or home_of(request, account))


def settle(request: Visited, account: Account, *, means: str) -> None:
    """Begin a session of the account in this browser."""
    for name in (_HALF, _ENDED, _HANDLE):
        request.session.pop(name, None)
    login(request, account, backend=BACKEND)
    request.session[_HANDLE] = sessions.begin(account, means=means, at=machine()).handle


def home_of(request: Visited, account: Account) -> str:
    """Where somebody begins."""
    roles = actor_of(account, on=request.visit.today).roles
    if Role.AUDITOR in roles:
        return reverse("web:audit")
    if roles & STAFF:
        return reverse("web:desk")
    if Role.INSTITUTION in roles:
        return reverse("web:consents")
    return reverse("web:own" if Role.REPRESENTATIVE in roles else "web:search")


def leave(request: HttpRequest) -> None:
    """Sign out: this browser only."""
    found = OpenSession.objects.filter(handle=handle_of(request)).first()
    if found:
        sessions.end(found, OpenSession.Ending.LEFT, at=machine())
    logout(request)


def half_way(request: HttpRequest, account: Account, *, to: str) -> None:
    """The password was right; who this is counts only once the second factor is shown."""
    request.session.cycle_key()
    request.session[_HALF] = {"account": account.id, "at": machine().isoformat(), "to": to}


def who_is_half_way(request: HttpRequest) -> tuple[Account | None, str]:
    """Whose password was right in this browser within ten minutes, and where they wanted to go."""
    kept = request.session.get(_HALF) or {}
    if not kept or machine() - datetime.fromisoformat(kept["at"]) > HALF:
        return None, ""
    return Account.objects.filter(pk=kept["account"]).first(), str(kept["to"])


def mine(request: HttpRequest) -> Account:
    """The account of who is signed in; `SignInNeeded` if nobody is."""
    if not isinstance(request.user, Account):
        refuse(SignInNeeded())
    return request.user


def local(request: HttpRequest) -> str:
    """The address asked for with ``next``, if it is one of ours; else empty."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""
