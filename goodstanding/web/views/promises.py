"""Promises: the public list and its file, one promise for everybody and from inside, and claims."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.commitments import claims
from goodstanding.commitments import queries as promised
from goodstanding.flow import claim as claiming
from goodstanding.flow import promise as promising
from goodstanding.organisations.queries import named
from goodstanding.register.reading import stored
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Commitment
from goodstanding.web import obstacles, subjects
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.paging import page_of
from goodstanding.web.promise_forms import ClaimForm
from goodstanding.web.promise_lists import (
    COLUMNS,
    PublicPromiseFilter,
    cells,
    lines,
    public,
)
from goodstanding.web.promise_steps import PROMISE_STEPS
from goodstanding.web.promise_way import points_of, promised_text, public_points, texts_of
from goodstanding.web.promise_words import CLAIMS, NOTICED, fixed
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.sending import new_token, once
from goodstanding.web.subjects import Subject
from goodstanding.web.views.steps import offered
from goodstanding.web.visit import Visit, Visited

NOT_FOUND = 404


def promises(request: Visited) -> HttpResponse:
    """The promises that everybody may see, and that fit."""
    visit, chosen = request.visit, PublicPromiseFilter.asked(request)
    page = page_of(request, public(visit, chosen))
    rows = lines(visit, page.rows, inside=False)
    return render(request, "web/promises.html", {"chosen": chosen, "page": page, "rows": rows})


def promises_file(request: Visited, suffix: str) -> HttpResponse:
    """The same promises as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, PublicPromiseFilter.asked(request)
    found = lines(visit, public(visit, chosen)[:MOST_ROWS], inside=False)
    return sheet(map(cells, found), COLUMNS, name="promises", suffix=suffix)


def promise(request: Visited, id: str) -> HttpResponse:
    """For everybody while it is public; more of it for the department and the organisation."""
    return _page(request, id, ClaimForm())


def _page(request: Visited, id: str, form: ClaimForm) -> HttpResponse:
    visit = request.visit
    found = _found(visit, id)
    inside = allowed(
        visit.actor,
        Action.READ_COMMITMENT,
        department=found.department,
        organisation=found.organisation,
    )
    if not inside and not found.shown_on(visit.today):
        refuse(PageUnknown())
    acts, texts = texts_of(found)
    row = promised.promise(id=id)
    assert row is not None
    context = {
        "promise": found,
        "inside": inside,
        "line": lines(visit, [row], inside=inside)[0],
        "name": named([found.organisation]).get(found.organisation, found.organisation),
        "text": promised_text(found, texts),
        "type": fixed(found.commitment_type),
        "shown": found.shown_on(visit.today),
        "form": form,
        "token": new_token(),
        "points": points_of(visit, found, acts, texts) if inside else public_points(visit, found),
        **(_inside(visit, id) if inside else {}),
    }
    status = form.status if form.is_bound else 200
    return render(request, "web/promise.html", context, status=status)


def _found(visit: Visit, id: str) -> Commitment:
    found = stored([id]).get(id)
    if not isinstance(found, Commitment):
        refuse(PageUnknown())
    return found


def _inside(visit: Visit, id: str) -> dict[str, Any]:
    """The steps, the claims, and what the organisation may do about its publicity."""
    subject = subjects.promise(visit, id)
    steps = [offered(visit, subject, page) for page in PROMISE_STEPS]
    return {
        "subject": subject,
        "open_steps": [each for each in steps if not each.reasons],
        "closed_steps": [each for each in steps if each.reasons] if visit.staff else [],
        **_own(visit, subject),
        **_claims(visit, subject),
    }


def _own(visit: Visit, subject: Subject) -> dict[str, bool]:
    """Whether the visitor may show or hide it, and take it back."""
    found = subject.state
    assert isinstance(found, Commitment)
    over = found.stage in ("withdrawn", "broken")
    arranges = not found.by_rule and not over
    before_due = found.stage == "made" and found.due_on >= visit.today
    return {
        "arranges": arranges and not obstacles.may(visit, subject, Action.SHOW_COMMITMENT),
        "withdraws": before_due and not obstacles.may(visit, subject, Action.WITHDRAW_COMMITMENT),
    }


def _claims(visit: Visit, subject: Subject) -> dict[str, Any]:
    if not allowed(visit.actor, Action.READ_CLAIMS, department=subject.department):
        return {}
    found = list(claims.about(promise=subject.id))
    return {
        "claims": [
            {"each": each, "kind": CLAIMS[each.kind], "noticed": NOTICED[each.noticed]}
            for each in found
        ],
        "unseen": any(each.seen_on is None for each in found),
    }


@require_POST
def claim(request: Visited, id: str) -> HttpResponse:
    """Count what somebody noticed; only two choices are read, whatever else was sent."""
    form = ClaimForm(request.POST)
    if not form.is_valid():
        return _page(request, id, form)
    try:
        once(request, lambda: _claimed(request.visit, id, form.cleaned_data))
    except Refused as refused:
        if refused.status == NOT_FOUND:
            raise
        form.place(refused, request.visit.titles)
        return _page(request, id, form)
    told = gettext("Counted. The department that verifies this promise sees it; nobody is named.")
    messages.success(request, told)
    return redirect("web:promise", id)


def _claimed(visit: Visit, id: str, typed: dict[str, str]) -> str:
    claiming.claim(visit.call, promise=id, kind=typed["kind"], noticed=typed["noticed"])
    return id


@require_POST
def claims_seen(request: Visited, id: str) -> HttpResponse:
    """The department looked at the claims."""
    claiming.note_claims_seen(request.visit.call, promise=id)
    messages.success(request, gettext("The claims are marked as looked at."))
    return redirect("web:promise", id)


@require_POST
def publicity(request: Visited, id: str) -> HttpResponse:
    """The organisation shows its promise, or hides it: gone from every door at once."""
    call, show = request.visit.call, request.POST.get("show") == "yes"
    (promising.show_promise if show else promising.hide_promise)(call, promise=id)
    words = {
        True: gettext("The promise is public now."),
        False: gettext("The promise is public no more."),
    }
    messages.success(request, words[show])
    return redirect("web:promise", id)


@require_POST
def withdraw(request: Visited, id: str) -> HttpResponse:
    """The organisation takes its promise back before its due day."""
    promising.withdraw_promise(request.visit.call, promise=id)
    messages.success(request, gettext("The promise is taken back; nothing is held against you."))
    return redirect("web:promise", id)
