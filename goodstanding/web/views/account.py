"""My account: who I am here, what protects it, where I am signed in, and how sign-ins went."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from goodstanding.departments import queries, second_factor, sessions, signin
from goodstanding.departments.events import note
from goodstanding.departments.models import Account, OpenSession
from goodstanding.rules.errors import Refused
from goodstanding.wallclock import machine
from goodstanding.web.account_words import EVENTS, MEANS
from goodstanding.web.fields import PageForm
from goodstanding.web.paging import page_of
from goodstanding.web.represented import represented
from goodstanding.web.sign_in_rows import sign_in_rows
from goodstanding.web.staying import handle_of, mine
from goodstanding.web.views.session import Code
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import ROLES


class PasswordForm(PageForm):
    """A new password; who has a second factor shows it again."""

    old = forms.CharField(
        label=_("Present password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("New password"),
        max_length=200,
        strip=False,
        help_text=_("At least ten characters. Several words that do not belong together are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    code = Code(help_text=_("Six digits from the app on your phone, or one of your recovery codes"))
    places = {"PasswordWrong": "old", "SignInLocked": "old", "CodeWrong": "code"}

    def __init__(self, *args: Any, account: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.account = account
        if not second_factor.in_use(account):
            del self.fields["code"]

    def clean_new(self) -> str:
        """Long enough, not a common one, not the name."""
        new = str(self.cleaned_data["new"])
        validate_password(new, self.account)
        return new


def account(request: Visited) -> HttpResponse:
    """Who I am here."""
    me, visit = mine(request), request.visit
    page = {
        "account": me,
        "factor": second_factor.in_use(me),
        "required": second_factor.required(visit.actor),
        "left": second_factor.codes_left(me),
        "roles": _roles(visit, me),
        "organisations": represented(me),
        "sessions": [
            (each, MEANS[each.means], each.handle == handle_of(request))
            for each in sessions.opened(me, at=machine())
        ],
        "sign_ins": sign_in_rows(queries.sign_ins(account=me)[:3], {}),
        "events": [(each, EVENTS.get(each.kind, each.kind)) for each in queries.events(me)[:5]],
    }
    return render(request, "web/account/account.html", page)


def _roles(visit: Visit, me: Account) -> list[dict[str, Any]]:
    return [
        {
            "grant": grant,
            "role": ROLES.get(grant.role, grant.role),
            "department": visit.titles.department(grant.department) if grant.department else "",
            "now": grant.in_force(visit.today),
        }
        for grant in queries.grants_of(me)
    ]


def sign_ins(request: Visited) -> HttpResponse:
    """How sign-ins with my account went."""
    page = page_of(request, queries.sign_ins(account=mine(request)))
    rows = sign_in_rows(page.rows, {})
    return render(request, "web/account/my_sign_ins.html", {"page": page, "rows": rows})


@require_POST
def everywhere(request: Visited) -> HttpResponse:
    """Sign out everywhere but here."""
    me = mine(request)
    ending = OpenSession.Ending.ELSEWHERE
    ended = sessions.end_all(me, ending, at=machine(), but=handle_of(request))
    note(me, "everywhere", by=me.id, at=request.visit.call.at)
    told = gettext("Signed out in %(n)s other places; here you are still signed in.")
    messages.success(request, told % {"n": ended})
    return redirect("web:account")


@sensitive_post_parameters("old", "new", "code")
def password(request: Visited) -> HttpResponse:
    """A new password; every other session ends."""
    me = mine(request)
    form = PasswordForm(request.POST if request.method == "POST" else None, account=me)
    if form.is_bound and form.is_valid():
        try:
            _change(request, me, **form.cleaned_data)
        except Refused as refused:
            form.place(refused)
        else:
            messages.success(request, gettext("Your password is changed."))
            return redirect("web:account")
    page = {"form": form, "usable": me.has_usable_password(), "account": me}
    status = form.status if form.errors else 200
    return render(request, "web/account/password.html", page, status=status)


def _change(request: Visited, me: Account, *, old: str, new: str, code: str = "") -> None:
    at = request.visit.call.at
    signin.check_password(me, old, at=at)
    if second_factor.in_use(me):
        signin.check_code(me, code, at=at, machine=machine())
    me.set_password(new)
    me.save(update_fields=["password"])
    note(me, "password", by=me.id, at=at)
    ending = OpenSession.Ending.PASSWORD
    sessions.end_all(me, ending, at=machine(), but=handle_of(request))
    update_session_auth_hash(request, me)
