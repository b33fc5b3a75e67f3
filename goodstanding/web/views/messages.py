"""What was told to whom by which channel, what failed, and sending it again."""

from django.contrib import messages as notes
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodstanding.flow.messages import read_messages, send_again
from goodstanding.outbox import queries as outbox
from goodstanding.outbox.models import Message
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.web.downloads import MOST_ROWS, sheet
from goodstanding.web.message_lists import COLUMNS, MessageFilter, cells, fitting, lines
from goodstanding.web.paging import page_of
from goodstanding.web.staying import local
from goodstanding.web.visit import Visit, Visited


def messages_page(request: Visited) -> HttpResponse:
    """The messages to the visitor's department; oversight sees all."""
    visit = request.visit
    chosen = MessageFilter.asked(request)
    page = page_of(request, fitting(_readable(visit), chosen))
    addressee = _addressee(visit)
    context = {
        "chosen": chosen,
        "page": page,
        "whole": addressee is None,
        "rows": lines(visit, page.rows),
        "counts": outbox.counts(addressees=None if addressee is None else [addressee]),
        "told": outbox.told_up_to(),
        "may": allowed(visit.actor, Action.SEND_AGAIN, recipient=addressee),
        "settings": allowed(
            visit.actor,
            Action.ARRANGE_CONTACT,
            department=visit.actor.department,
            recipient=visit.actor.recipient,
        ),
        "endpoints": allowed(
            visit.actor,
            Action.ARRANGE_ENDPOINTS,
            department=visit.actor.department,
            recipient=visit.actor.recipient,
        ),
    }
    return render(request, "web/messages.html", context)


def messages_file(request: Visited, suffix: str) -> HttpResponse:
    """The same messages as a file: all of them, whatever page was shown."""
    visit, chosen = request.visit, MessageFilter.asked(request)
    found = lines(visit, fitting(_readable(visit), chosen)[:MOST_ROWS])
    return sheet(map(cells, found), COLUMNS, name="messages", suffix=suffix)


@require_POST
def again(request: Visited, id: int) -> HttpResponse:
    """A message that was given up is tried from the beginning."""
    send_again(request.visit.call, message=id)
    notes.success(request, gettext("It is tried again with the next run, within a minute."))
    return redirect(local(request) or "web:messages")


def _readable(visit: Visit) -> QuerySet[Message]:
    return read_messages(visit.call, addressee=_addressee(visit))


def _addressee(visit: Visit) -> str | None:
    """All for who oversees all; the department's own for everybody else."""
    whole = allowed(visit.actor, Action.READ_MESSAGES)
    return None if whole else visit.actor.recipient
