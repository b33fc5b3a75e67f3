"""Lists of applications: what may be asked, which fit, and each as one line."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from goodstanding.applications import queries
from goodstanding.applications.models import Application
from goodstanding.organisations.queries import meant, named
from goodstanding.web.application_words import SHOWN
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.returns import whole_city
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES

Found = QuerySet[Application]

COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "item": _("Item"),
    "case_number": _("Case number"),
    "department": _("Department"),
    "state": _("State"),
    "lane": _("Lane"),
    "received_on": _("Received"),
    "limit": _("Decision due"),
    "promise": _("Promised papers"),
    "promise_due": _("Papers due"),
    "missing": _("Missing"),
    "decided_on": _("Decided"),
    "used": _("Working days used"),
    "saved": _("Working days saved"),
    "id": _("Receipt number"),
}


class ApplicationFilter(ListFilter):
    """Which applications."""

    page, file = "web:applications", "web:applications-file"
    q = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    item = forms.ChoiceField(label=_("Item"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    since = Day(label=_("Received from"), required=False, help_text="")
    until = Day(label=_("Received until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """What can be shown; the department where somebody sees several."""
        self.choose("state", list(SHOWN.items()), every=_("All"))
        self.choose("item", visit.titles.choices("items"), every=_("All"))
        self.choose("department", visit.titles.choices("departments"), every=_("All"))
        if not whole_city(visit):
            del self.fields["department"]


class ApplicationLine(msgspec.Struct, frozen=True, kw_only=True):
    """One application as a line; ``clock``: what runs now, a limit or the day of promised papers."""

    application: Application
    name: str
    item: str
    department: str
    state: str
    promise: str
    missing: str
    clock: Clock | None


def fitting(visit: Visit, chosen: ApplicationFilter) -> Found:
    """The applications at the department's desk (at all for oversight) that fit, latest first."""
    own = None if whole_city(visit) else visit.actor.department
    found = queries.of_department(department=own)
    if chosen.errors:
        return found.none()
    if asked := chosen.value("state"):
        found = _shown(visit.today)[asked](found)
    if chosen.value("q"):
        found = found.filter(organisation__in=meant(q=chosen.value("q")))
    wanted = {
        "item": chosen.value("item"),
        "department": chosen.value("department"),
        "received_on__gte": chosen.value("since"),
        "received_on__lte": chosen.value("until"),
    }
    return found.filter(**{name: value for name, value in wanted.items() if value})


def _shown(today: date) -> dict[str, Callable[[Found], Found]]:
    return {
        "to-accept": queries.to_accept,
        "awaiting": queries.awaiting,
        "promise-over": lambda found: queries.promised_over(found, on=today),
        "in-hand": queries.in_hand,
        "overdue": lambda found: queries.overdue(found, on=today),
        "decided": queries.decided,
        "fast": queries.fast,
        "counted": queries.counted,
        "following": queries.following,
        "kept": queries.kept,
        "never": queries.never,
    }


def lines(visit: Visit, applications: Iterable[Application]) -> list[ApplicationLine]:
    """Applications as lines; one query however many."""
    listed = list(applications)
    names = named(each.organisation for each in listed) if listed else {}
    return [
        ApplicationLine(
            application=each,
            name=names.get(each.organisation, each.organisation),
            item=visit.titles.item(each.item),
            department=visit.titles.department(each.department),
            state=f"application-{each.stage}",
            promise=f"papers-{each.promise}" if each.promise else "",
            missing=visit.titles.papers(each.missing) if _wanted(each) else "",
            clock=_clock(visit, each),
        )
        for each in listed
    ]


def cells(line: ApplicationLine) -> dict[str, str]:
    """The line as cells of a file."""
    found = line.application
    shown = {
        "organisation": found.organisation,
        "name": line.name,
        "item": line.item,
        "case_number": found.case_number,
        "department": line.department,
        "state": STATES[line.state].word,
        "lane": STATES["fast"].word if found.lane == "fast" else "",
        "received_on": found.received_on,
        "limit": found.limit_due,
        "promise": STATES[line.promise].word if line.promise else "",
        "promise_due": found.promise_due,
        "missing": line.missing,
        "decided_on": found.decided_on,
        "used": found.used,
        "saved": found.saved,
        "id": found.id,
    }
    return {name: str(value) for name, value in shown.items() if value not in (None, "")}


def _wanted(application: Application) -> bool:
    """Whether its missing papers are still waited for."""
    return application.awaits or not (application.outcome or application.accepted_on)


def _clock(visit: Visit, application: Application) -> Clock | None:
    """What runs now: the day of the promised papers if it comes first, else the limit."""
    due, not_before = application.limit_due, application.limit_not_before
    if application.outcome or not application.accepted_on:
        due = not_before = None
    promised = application.promise_due if application.awaits else None
    if promised and (due is None or promised < due):
        due, not_before = promised, None
    if due is None and not_before is None:
        return None
    return clock(due_on=due, not_before=not_before, today=visit.today, calendar=visit.calendar)
