"""The clock of a sandbox as a page: forward to the day on which something is to be seen."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.clocks.queries import todo
from goodstanding.rules.deadlines import due_after
from goodstanding.rules.errors import Refused
from goodstanding.sandbox import clock
from goodstanding.wallclock import LEGAL_ZONE
from goodstanding.web.dates import full
from goodstanding.web.fields import Day, PageForm
from goodstanding.web.visit import Visit, Visited

#: Offices open; what became due the day before is overdue now.
MORNING = time(9)


class ClockForm(PageForm):
    """The day to go on to."""

    to = Day(label=_("Another day"))
    places = {"ClockGoesForwardOnly": "to", "ClockTooFarAhead": "to"}


def sandbox(request: Visited) -> HttpResponse:
    """What day the sandbox believes it is, and the days to go on to."""
    if not settings.SANDBOX:
        raise Http404
    form = ClockForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return _moved(request, form.cleaned_data["to"])
        except Refused as refused:
            form.place(refused)
    page = {"form": form, "days": _days(request.visit)}
    return render(request, "web/sandbox.html", page, status=form.status if form.errors else 200)


def _moved(request: Visited, to: date) -> HttpResponse:
    clock.move(datetime.combine(to, MORNING, LEGAL_ZONE))
    told = gettext("The sandbox now believes that it is %(day)s.") % {"day": full(to)}
    messages.success(request, told)
    return redirect("web:sandbox")


def _days(visit: Visit) -> list[tuple[Promise, date]]:
    """Days worth going on to, soonest first."""
    today, calendar = visit.today, visit.calendar
    next_working = due_after(today, 1, calendar)
    waiting = todo(on=today, calendar=calendar)
    due = [each.due_on for each in waiting.all if each.due_on and each.due_on > today]
    found = [(_("The next working day"), next_working.due or today + timedelta(days=1))]
    if due:
        found.append((_("The day after the next due date"), min(due) + timedelta(days=1)))
    found += [
        (_("In a week"), today + timedelta(days=7)),
        (_("In thirty days"), today + timedelta(days=30)),
        (_("In a year"), today + timedelta(days=365)),
    ]
    return sorted(found, key=lambda each: each[1])
