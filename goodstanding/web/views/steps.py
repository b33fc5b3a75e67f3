"""Taking a step: the form, every reason against it at once, or the step and on to what it changed."""

from collections.abc import Callable

import msgspec
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext

from goodstanding.register.reading import head
from goodstanding.rules.errors import Refused
from goodstanding.rules.rights import RIGHTS, Action
from goodstanding.rules.states import Designation
from goodstanding.web import obstacles, typed_before
from goodstanding.web.advantage_words import worded
from goodstanding.web.said import said
from goodstanding.web.sending import new_token, once
from goodstanding.web.since import acts_since
from goodstanding.web.step_forms import StepForm
from goodstanding.web.step_pages import StepPage
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import ROLES


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """A step as a page about its subject offers it: open now, or why not."""

    name: str
    id: str
    title: Promise | str
    roles: tuple[str, ...]
    reasons: tuple[str, ...]
    before_listing: tuple[str, ...]


def offered(visit: Visit, subject: Subject, page: StepPage) -> Open:
    """The step with every reason that stands against it now."""
    page = worded(page, subject)
    found = [*obstacles.may(visit, subject, page.action), *page.obstacles(visit, subject)]
    ahead = obstacles.listing(visit, subject) if page.action is Action.DECIDE else ()
    return Open(
        name=page.name,
        id=subject.id,
        title=page.title_for(visit),
        roles=_roles(page.action),
        reasons=tuple(said(each, visit.titles) for each in found),
        before_listing=tuple(said(each, visit.titles) for each in ahead),
    )


def _roles(action: Action) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(ROLES[right.role.value]) for right in RIGHTS[action]))


def step(plain: StepPage) -> Callable[[Visited, str], HttpResponse]:
    """The view of one step."""

    def view(request: Visited, id: str) -> HttpResponse:
        visit = request.visit
        subject = plain.load(visit, id)
        page = worded(plain, subject)
        denied = obstacles.may(visit, subject, page.action)
        if denied:
            raise Refused(denied)
        posted = request.POST if request.method == "POST" else None
        form = page.form(posted, visit=visit, subject=subject)
        if posted is not None and (taken := _taken(request, page, subject, form)):
            address, before = taken
            typed_before.forget(request)
            said_now = gettext("This was sent before and is done.") if before else str(page.done)
            messages.success(request, said_now)
            return HttpResponseRedirect(address)
        back = posted is None and typed_before.restore(request, form)
        return _form(request, page, subject, form, back=back)

    return view


def _taken(
    request: Visited, page: StepPage, subject: Subject, form: StepForm
) -> tuple[str, bool] | None:
    """The address to go on to if the step was taken, now or by the same form before.

    The form keeps every reason otherwise.
    """
    if not form.is_valid():
        form.forget_identity_numbers()
        return None
    try:
        data = dict(form.cleaned_data)
        return once(request, lambda: page.run(request.visit.call, subject, data) or subject.url)
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return None


def _form(
    request: Visited, page: StepPage, subject: Subject, form: StepForm, *, back: bool
) -> HttpResponse:
    visit = request.visit
    seen = _seen(request)
    open_now = offered(visit, subject, page)
    case = subject.state if isinstance(subject.state, Designation) else None
    context = {
        "page": page,
        "title": page.title_for(visit),
        "subject": subject,
        "form": form,
        "token": new_token(),
        "seen": head().position,
        "back": back,
        "since": acts_since(visit, subject, seen) if form.errors and seen else (),
        "reasons": () if form.is_bound else open_now.reasons,
        "ahead": () if form.is_bound else open_now.before_listing,
        "noticed": [
            (visit.titles.measure(line.measure), visit.titles.departments(line.departments))
            for line in (case.noticed if case else ())
        ],
    }
    status = form.status if form.is_bound else 200
    return render(request, "web/step.html", context, status=status)


def _seen(request: Visited) -> int:
    """Where the register stood when the form was opened; nought if that cannot be told."""
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() and len(text) < 19 else 0
