"""What must no longer be used, and checks to look at again: told, acknowledged, concluded."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.queries import Recall
from goodstanding.flow import policy
from goodstanding.flow.acknowledge import acknowledge_recall, acknowledge_recalls, due
from goodstanding.flow.reopen import conclude_reopening, reopenings
from goodstanding.organisations.queries import named
from goodstanding.outbox.models import Message
from goodstanding.outbox.queries import told_about
from goodstanding.register.reading import content
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.errors import Refused
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import asked
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.fields import PageForm, Pick, Text
from goodstanding.web.message_lists import state_of
from goodstanding.web.paging import page_of
from goodstanding.web.recall_lists import COLUMNS, RecallFilter, cells, fitting
from goodstanding.web.visit import Visit, Visited
from goodstanding.web.wording import REOPENED

MessageState = tuple[Message, str]


class ReopeningForm(PageForm):
    """What came of looking again."""

    result = Pick(label=_("What came of it"), choices=list(REOPENED.items()), required=False)
    outcome = Text(label=_("Reasons"), required=False, long=True)
    places = {"OutcomeMissing": "outcome"}


def recalls(request: Visited) -> HttpResponse:
    """The recalls and reopenings of the visitor's department; oversight sees all."""
    return render(request, "web/recalls.html", _context(request))


def recalls_file(request: Visited, suffix: str) -> HttpResponse:
    """The recalls that fit as a file: all of them, whatever page was shown."""
    visit = request.visit
    recipient = visit.told_as
    policy.require(visit.actor, Action.READ_RECALLS, recipient=recipient)
    found = fitting(visit, RecallFilter.asked(request))[:MOST_ROWS]
    return sheet(cells(visit, found), COLUMNS, name="recalls", suffix=suffix)


def _context(request: Visited, form: ReopeningForm | None = None, of: str = "") -> dict[str, Any]:
    visit = request.visit
    recipient = visit.told_as
    policy.require(visit.actor, Action.READ_RECALLS, recipient=recipient)
    chosen = RecallFilter.asked(request)
    page = page_of(request, fitting(visit, chosen))
    found = page.rows
    again = reopenings(today=visit.today, recipient=recipient)
    reasons = content(each.position for each in found)
    return {
        "chosen": chosen,
        "page": page,
        "recalls": [
            (each, reasons.get(each.position, {}).get("reasons", ""), clock, _key(each))
            for each, clock in _clocks(visit, found)
        ],
        "told": _told(found),
        "open": len(disclosure.open_recalls(recipient=recipient)),
        "reopenings": [
            (each, form if each.receipt == of and form else ReopeningForm(prefix=each.receipt))
            for each in again
        ],
        "names": named(each.organisation for each in [*found, *again]),
        "titles": {each.procedure: visit.titles.procedure(each.procedure) for each in again},
        "may": allowed(visit.actor, Action.ACKNOWLEDGE_RECALL, recipient=recipient),
        "failed": form,
    }


def _told(found: Sequence[Recall]) -> dict[str, list[MessageState]]:
    """By recipient and recall: each message about it, with its state."""
    about = told_about(kinds=("recall", "recall-reminder"), subjects=[each.id for each in found])
    told: dict[str, list[MessageState]] = {}
    for each in chain.from_iterable(about.values()):
        told.setdefault(f"{each.addressee} {each.subject}", []).append((each, state_of(each)))
    return told


def _clocks(visit: Visit, found: Sequence[Recall]) -> list[tuple[Recall, Clock | None]]:
    """Each recall with the day by which it is to be acknowledged; none without a law in force."""
    days = due(found, visit.law) if visit.law else {}
    due_days = {each: days.get(each.position) for each in found if asked(each.recipient)}
    return [(each, _clock(visit, each, due_days.get(each))) for each in found]


def _key(recall: Recall) -> str:
    """Of two recipients of one version each has its own messages."""
    return f"{recall.recipient} {recall.id}"


def _clock(visit: Visit, recall: Recall, deadline: Deadline | None) -> Clock | None:
    if deadline is None or recall.acknowledged_at:
        return None
    return clock(
        due_on=deadline.due,
        not_before=deadline.not_before,
        today=visit.today,
        calendar=visit.calendar,
    )


@require_POST
def acknowledge_many(request: Visited) -> HttpResponse:
    """The department no longer uses any of the recalls it chose."""
    done = acknowledge_recalls(request.visit.call, recalls=request.POST.getlist("recall"))
    said = ngettext("%(n)s recall is acknowledged.", "%(n)s recalls are acknowledged.", len(done))
    messages.success(request, said % {"n": len(done)})
    return redirect("web:recalls")


@require_POST
def acknowledge(request: Visited, id: str) -> HttpResponse:
    """The department no longer uses what was recalled."""
    acknowledge_recall(request.visit.call, recall=id)
    messages.success(request, gettext("The recall is acknowledged."))
    return redirect("web:recalls")


@require_POST
def conclude(request: Visited, id: str) -> HttpResponse:
    """The department looked at the check again."""
    form = ReopeningForm(request.POST, prefix=id)
    if form.is_valid():
        try:
            conclude_reopening(request.visit.call, receipt=id, **form.cleaned_data)
        except Refused as refused:
            form.place(refused, request.visit.titles)
        else:
            messages.success(request, gettext("The outcome is entered."))
            return redirect("web:recalls")
    form.forget_identity_numbers()
    page = _context(request, form, id)
    return render(request, "web/recalls.html", page, status=form.status)
