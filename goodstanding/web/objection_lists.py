"""Lists of objections: what may be asked, which fit, and each as one line."""

from collections.abc import Iterable

import msgspec
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from goodstanding.organisations.queries import meant, named
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Objection
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.visit import Visit
from goodstanding.web.wording import REASONS, STATES, WORDS

SHOWN = ("filed", "accepted", "corrected", "objection-withdrawn", "dismissed")
COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "reason": _("Reason"),
    "state": _("State"),
    "department": _("Department"),
    "filed_on": _("Filed"),
    "due": _("Due"),
    "distance": _("Distance"),
    "decided_on": _("Decided"),
    "id": _("Receipt number"),
}
_IN = {
    "filed": Q(accepted_on__isnull=True, outcome=""),
    "accepted": Q(accepted_on__isnull=False, outcome=""),
    "objection-withdrawn": Q(outcome="withdrawn"),
}


class ObjectionFilter(ListFilter):
    """Which objections."""

    page, file = "web:objections", "web:objections-file"
    q = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    by = forms.ChoiceField(label=_("Taken up by"), required=False)
    reason = forms.ChoiceField(label=_("Reason"), required=False)
    since = Day(label=_("Filed from"), required=False, help_text="")
    until = Day(label=_("Filed until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """States, reasons, and who took it up."""
        self.choose("state", [(each, STATES[each].word) for each in SHOWN], every=_("All"))
        whose = [("me", _("Me")), ("others", _("Another than me"))]
        self.choose("by", whose, every=_("Anybody"))
        self.choose("reason", list(REASONS.items()), every=_("All"))


class ObjectionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One objection as a line of a list."""

    objection: Objection
    name: str
    state: str
    department: str
    clock: Clock | None


def fitting(visit: Visit, chosen: ObjectionFilter) -> QuerySet[Objection]:
    """The objections the department decides (of all for oversight) that fit, latest filed first."""
    found = remedies.of_department(department=visit.actor.department or None)
    if chosen.errors:
        return found.none()
    state, by = chosen.value("state"), chosen.value("by")
    if state:
        found = found.filter(_IN.get(state, Q(outcome=state)))
    if by:
        mine = Q(accepted_by=visit.actor.id)
        found = found.filter(mine if by == "me" else ~mine & Q(accepted_on__isnull=False))
    if chosen.value("q"):
        found = found.filter(organisation__in=meant(q=chosen.value("q")))
    asked = {"reason": "reason", "since": "filed_on__gte", "until": "filed_on__lte"}
    return found.filter(
        **{name: chosen.value(field) for field, name in asked.items() if chosen.value(field)}
    )


def lines(visit: Visit, objections: Iterable[Objection]) -> list[ObjectionLine]:
    """Objections as lines; one query however many."""
    listed = list(objections)
    names = named(each.organisation for each in listed)
    return [
        ObjectionLine(
            objection=each,
            name=names.get(each.organisation, each.organisation),
            state=_state(each),
            department=visit.titles.department(each.department),
            clock=_clock(visit, each),
        )
        for each in listed
    ]


def cells(line: ObjectionLine) -> dict[str, str]:
    """The line as cells of a file."""
    found, due = line.objection, line.clock
    shown = {
        "organisation": found.organisation,
        "name": line.name,
        "reason": WORDS["reason"].get(found.reason, found.reason),
        "state": STATES[line.state].word,
        "department": line.department,
        "filed_on": found.filed_on,
        "due": due.day if due and not found.decided_on else "",
        "distance": due.distance if due else "",
        "decided_on": found.decided_on,
        "id": found.id,
    }
    return {name: str(value) for name, value in shown.items() if value}


def _state(objection: Objection) -> str:
    if objection.outcome:
        return "objection-withdrawn" if objection.outcome == "withdrawn" else objection.outcome
    return "accepted" if objection.accepted_on else "filed"


def _clock(visit: Visit, objection: Objection) -> Clock | None:
    """The clock that runs: to take it up where the rulebook sets a term, then to verify it."""
    due, not_before = objection.acceptance_due, objection.acceptance_not_before
    if objection.accepted_on:
        due, not_before = objection.verification_due, objection.verification_not_before
    if due is None and not_before is None:
        return None
    return clock(
        due_on=due,
        not_before=not_before,
        today=visit.today,
        calendar=visit.calendar,
        met_on=objection.decided_on,
    )
