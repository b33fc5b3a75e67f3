"""A department's watches: which of its cases have another answer now, and what is new."""

from typing import Any

import msgspec
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.enquiries import watches as stored
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import watch as flow
from goodstanding.flow.watch import Notice
from goodstanding.organisations.queries import named
from goodstanding.rules.effects import Effect
from goodstanding.rules.periods import local_day
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.watching import STAGES
from goodstanding.web.fields import PageForm
from goodstanding.web.paging import page_of
from goodstanding.web.told import told_effects
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import WATCH_STAGES


class StageForm(PageForm):
    """Where the case is now."""

    stage = forms.ChoiceField(label=_("The case is now at"))

    def __init__(self, *args: Any, after: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        ahead = STAGES[STAGES.index(after) + 1 :] if after else STAGES
        self.fields["stage"].choices = [(each, WATCH_STAGES[each]) for each in ahead]  # type: ignore[attr-defined]


def watches(request: Visited) -> HttpResponse:
    """The watches of the visitor's department, those with something new first."""
    visit = request.visit
    found = flow.read_watches(visit.call)
    new = {each.watch.row.id: each for each in flow.notices_among(found, on=visit.today)}
    listed = sorted(found, key=lambda each: each.row.id not in new)
    page = page_of(request, listed)
    names = named(each.row.organisation for each in page.rows)
    context = {
        "tab": "watches",
        "page": page,
        "new": len(new),
        "rows": [
            {
                "watch": each,
                "name": names.get(each.row.organisation, each.row.organisation),
                "procedure": visit.titles.procedure(each.row.procedure),
                "notice": new.get(each.row.id),
            }
            for each in page.rows
        ],
    }
    return render(request, "web/watches.html", context)


def watch(request: Visited, id: str) -> HttpResponse:
    """One watch: what was told, what the answer is now, and what came and went between them."""
    visit = request.visit
    found, notice = flow.read_watch(visit.call, watch=id)
    may = found.active and allowed(visit.actor, Action.WATCH, department=visit.actor.department)
    ahead = found.stage != STAGES[-1]
    context = {
        "watch": found,
        "notice": notice,
        **_new(visit, notice),
        "name": named([found.row.organisation]).get(found.row.organisation, ""),
        "procedure": visit.titles.procedure(found.row.procedure),
        "steps": stored.steps(watch=id),
        "may": may,
        "form": StageForm(after=found.stage) if may and ahead else None,
    }
    return render(request, "web/watch.html", context)


def _new(visit: Visit, notice: Notice | None) -> dict[str, Any]:
    if notice is None:
        return {}
    return {
        "came": told_effects(visit, _plain(notice.change.came)),
        "went": told_effects(visit, _plain(notice.change.went)),
    }


def _plain(effects: tuple[Effect, ...]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = msgspec.to_builtins(list(effects))
    return plain


@require_POST
def begin(request: Visited, id: str) -> HttpResponse:
    """Attach the check of a receipt to its case."""
    opened = flow.open_watch(
        request.visit.call, receipt=id, stage=request.POST.get("stage", STAGES[0])
    )
    messages.success(request, gettext("The case is watched until it is closed."))
    return redirect("web:watch", opened)


@require_POST
def move(request: Visited, id: str) -> HttpResponse:
    """The case goes on."""
    flow.move_watch(request.visit.call, watch=id, stage=request.POST.get("stage", ""))
    messages.success(request, gettext("The stage is entered."))
    return redirect("web:watch", id)


@require_POST
def acknowledge(request: Visited, id: str) -> HttpResponse:
    """The department has seen what is new; the new answer has its own receipt."""
    answered = flow.acknowledge_watch(request.visit.call, watch=id)
    messages.success(request, gettext("The new answer is kept with your case."))
    return redirect("web:receipt", answered.receipt)


@require_POST
def close(request: Visited, id: str) -> HttpResponse:
    """The case is over."""
    flow.close_watch(request.visit.call, watch=id)
    messages.success(request, gettext("The watch has ended."))
    return redirect("web:watches")


def beginning(visit: Visit, receipt: Receipt) -> StageForm | None:
    """The form to watch the case of a receipt, for who may."""
    mine = receipt.recipient == visit.actor.recipient and bool(receipt.case_number)
    current = receipt.on_day == local_day(receipt.at)
    may = allowed(visit.actor, Action.WATCH, department=receipt.department)
    return StageForm() if mine and current and may else None
