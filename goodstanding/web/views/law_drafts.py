"""The credit office changes the law: versions and drafts, sending one, approving or taking it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.catalogue.queries import activations
from goodstanding.flow import legislate, policy
from goodstanding.flow.dry_runs import ask_dry_run
from goodstanding.flow.transit import touched
from goodstanding.flow.upcoming import revision_to
from goodstanding.rules.errors import Refused, require_none
from goodstanding.rules.governing.files import file_refusals
from goodstanding.rules.governing.steps import approval_refusals
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Draft
from goodstanding.web.audited import people
from goodstanding.web.dry_running import run_dry
from goodstanding.web.dry_runs import dry_run, report_of
from goodstanding.web.law_diff import shown_diff
from goodstanding.web.law_drafts import by_rule, choices, problems, state_of
from goodstanding.web.law_forms import CALENDAR, ApprovalForm, DraftForm
from goodstanding.web.said import said
from goodstanding.web.titles import Titles, in_language
from goodstanding.web.transiting import shorten
from goodstanding.web.visit import Visited

#: Organisations looked at to show what a version touches; of more the page says so.
MOST = 500
#: A small register is done before anybody would look away.
PATIENCE_SECONDS = 3.0
#: The same of a dry run; of a larger register the page tells how far it is.
DRY_RUN_SECONDS = 1.0


def versions(request: Visited) -> HttpResponse:
    """Every version in force or to come, every calendar, and every draft."""
    policy.require(request.visit.actor, Action.DRAFT_LAW)
    found = legislate.drafts()
    who = people(each.drafted_by for each in found)
    page = {
        "drafts": [(each, state_of(each), who[each.drafted_by]) for each in found],
        "activations": [
            (each, rulebook_of(each.digest) if each.kind == "rulebook" else None)
            for each in reversed(activations())
        ],
    }
    return render(request, "web/law_versions.html", page)


def new(request: Visited) -> HttpResponse:
    """Send the files of a version; with a problem nothing is kept, and every one is told."""
    policy.require(request.visit.actor, Action.DRAFT_LAW)
    if request.method != "POST":
        return render(request, "web/law_new.html", {"form": DraftForm()})
    form = DraftForm(request.POST, request.FILES)
    found: list[Any] = []
    if form.is_valid():
        try:
            return redirect("web:law-draft", _drafted(request, form.cleaned_data))
        except Refused as refused:
            found = problems(refused)
            if not found:
                form.place(refused, request.visit.titles)
    page = {"form": form, "problems": found}
    return render(request, "web/law_new.html", page, status=form.status)


def _drafted(request: Visited, data: dict[str, Any]) -> str:
    files = data["files"]
    require_none(file_refusals([(each.name, each.size) for each in files]))
    sent = {each.name: each.read() for each in files}
    if data["what"] == CALENDAR:
        return legislate.draft_calendar(request.visit.call, years=sent)
    return legislate.draft_rulebook(request.visit.call, files=sent)


def draft(request: Visited, digest: str) -> HttpResponse:
    """A draft: how it stands, what it changes and whom it touches; its approval is sent here."""
    visit = request.visit
    policy.require(visit.actor, Action.APPROVE_LAW)
    found = legislate.draft_of(digest)
    unsure = [] if found.is_calendar else choices(rulebook_of(found.digest))
    form = ApprovalForm(request.POST if request.method == "POST" else None, unsure=unsure)
    if form.is_bound and form.is_valid() and _approved(request, found, form):
        return redirect("web:law-draft", found.digest)
    return _draft(request, found, form, bool(unsure))


def _approved(request: Visited, found: Draft, form: ApprovalForm) -> bool:
    call = request.visit.call
    seen = form.cleaned_data.get("acknowledged") or ()
    try:
        report = request.POST.get("report")
        done = legislate.approve(
            call, digest=found.digest, acknowledged=seen, report=report, later=True
        )
    except Refused as refused:
        form.place(refused, request.visit.titles)
        return False
    if done.activated and not found.is_calendar:
        shorten(call, found.digest, wait=PATIENCE_SECONDS)
    told = gettext("Approved. It holds from its first day.")
    if not done.activated:
        told = gettext("Approved. One more person has to approve it.")
    messages.success(request, told)
    return True


def _draft(request: Visited, found: Draft, form: ApprovalForm, asks: bool) -> HttpResponse:
    visit = request.visit
    told = {} if found.is_calendar else report_of(found, at=visit.call.at, on=visit.today)
    against = approval_refusals(found, by=visit.actor.id, on=visit.today)
    against += told.get("against_report", []) if found.is_open else []
    who = people([found.drafted_by, found.withdrawn_by, *(x.by for x in found.approvals)])
    page = {
        "draft": found,
        "state": state_of(found),
        "form": form,
        "asks": asks,
        "reasons": [] if form.is_bound else [said(each, visit.titles) for each in against],
        "drafted_by": who[found.drafted_by],
        "withdrawn_by": who[found.withdrawn_by],
        "approvals": [(each, who[each.by]) for each in found.approvals],
        "still": "still" in request.GET,
        **told,
        **(_calendar(found) if found.is_calendar else _rulebook(found, visit.titles)),
    }
    return render(request, "web/law_draft.html", page, status=form.status if form.errors else 200)


def _calendar(found: Draft) -> dict[str, Any]:
    return {"definite": legislate.made_definite(found) if found.is_open else 0}


def _rulebook(found: Draft, titles: Titles) -> dict[str, Any]:
    book = rulebook_of(found.digest)
    revision = revision_to(book)
    page: dict[str, Any] = {"book": book, "title": in_language(book.title)}
    if revision is None:
        return page
    rows = [] if found.withdrawn_on else touched(book, most=MOST)
    diff = shown_diff(revision.old, book)
    return page | {
        "old": revision.old,
        "diff": diff,
        "touched": by_rule(rows, diff),
        "many": len({each.organisation for each in rows}) >= MOST,
        **dry_run(found.digest, titles),
    }


@require_POST
def withdraw(request: Visited, digest: str) -> HttpResponse:
    """Take a draft back."""
    legislate.withdraw(request.visit.call, digest=digest)
    messages.success(request, gettext("Taken back. The version in force stays."))
    return redirect("web:law-draft", digest)


@require_POST
def run(request: Visited, digest: str) -> HttpResponse:
    """Have a draft run dry in the background and its report signed; no act is written."""
    call, found = request.visit.call, legislate.draft_of(digest)
    id = ask_dry_run(call, digest=found.digest)
    if id is not None:
        run_dry(call, id, found.digest, wait=DRY_RUN_SECONDS)
    return redirect("web:law-draft", found.digest)


@require_POST
def go_on(request: Visited, digest: str) -> HttpResponse:
    """Write what an approved version still has to shorten."""
    policy.require(request.visit.actor, Action.APPROVE_LAW)
    found = legislate.draft_of(digest)
    if found.approved and not found.is_calendar:
        shorten(request.visit.call, found.digest, wait=PATIENCE_SECONDS)
    return redirect("web:law-draft", found.digest)
