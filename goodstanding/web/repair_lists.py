"""Lists of repairs: what may be asked, which fit, and each as one line."""

from collections.abc import Iterable

import msgspec
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from goodstanding.organisations.queries import meant, named
from goodstanding.remedies import queries as remedies
from goodstanding.remedies.models import Repair
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.visit import Visit
from goodstanding.web.wording import REPAIR_TARGETS, STATES

SHOWN = (
    *("filed", "papers-asked", "repair-accepted", "granted", "refused", "not-accepted"),
    *("taken-back", "revoked"),
)
COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "target": _("Repair of"),
    "state": _("State"),
    "department": _("Department"),
    "filed_on": _("Filed"),
    "due": _("Due"),
    "distance": _("Distance"),
    "decided_on": _("Decided"),
    "id": _("Receipt number"),
}


class RepairFilter(ListFilter):
    """Which repairs."""

    page, file = "web:repairs", "web:repairs-file"
    q = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    by = forms.ChoiceField(label=_("Taken up by"), required=False)
    since = Day(label=_("Filed from"), required=False, help_text="")
    until = Day(label=_("Filed until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """States, and who took it up."""
        self.choose("state", [(each, STATES[each].word) for each in SHOWN], every=_("All"))
        whose = [("me", _("Me")), ("others", _("Another than me"))]
        self.choose("by", whose, every=_("Anybody"))


class RepairLine(msgspec.Struct, frozen=True, kw_only=True):
    """One repair as a line of a list."""

    repair: Repair
    name: str
    target: str
    state: str
    department: str
    clock: Clock | None


def fitting(visit: Visit, chosen: RepairFilter) -> QuerySet[Repair]:
    """The repairs the department decides (of all for oversight) that fit, latest filed first."""
    found = remedies.repairs_of_department(department=visit.actor.department or None)
    if chosen.errors:
        return found.none()
    by = chosen.value("by")
    if by:
        mine = Q(accepted_by=visit.actor.id)
        found = found.filter(mine if by == "me" else ~mine & Q(accepted_on__isnull=False))
    if chosen.value("q"):
        found = found.filter(organisation__in=meant(q=chosen.value("q")))
    stage = (chosen.value("state") or "").removeprefix("repair-")
    asked = {"stage": stage, "filed_on__gte": chosen.value("since")}
    asked["filed_on__lte"] = chosen.value("until")
    return found.filter(**{name: value for name, value in asked.items() if value})


def lines(visit: Visit, repairs: Iterable[Repair]) -> list[RepairLine]:
    """Repairs as lines; one query however many."""
    listed = list(repairs)
    names = named(each.organisation for each in listed)
    return [
        RepairLine(
            repair=each,
            name=names.get(each.organisation, each.organisation),
            target=str(REPAIR_TARGETS[each.target_kind]),
            state=state_of(each.stage),
            department=visit.titles.department(each.department),
            clock=_clock(visit, each),
        )
        for each in listed
    ]


def cells(line: RepairLine) -> dict[str, str]:
    """The line as cells of a file."""
    found, due = line.repair, line.clock
    shown = {
        "organisation": found.organisation,
        "name": line.name,
        "target": line.target,
        "state": STATES[line.state].word,
        "department": line.department,
        "filed_on": found.filed_on,
        "due": due.day if due and not found.decided_on else "",
        "distance": due.distance if due else "",
        "decided_on": found.decided_on,
        "id": found.id,
    }
    return {name: str(value) for name, value in shown.items() if value}


def state_of(stage: str) -> str:
    """The state's key in `wording.STATES`."""
    return "repair-accepted" if stage == "accepted" else stage


def _clock(visit: Visit, repair: Repair) -> Clock | None:
    """The clock that runs now; none while the organisation holds it, and none after the end."""
    if repair.outcome or repair.stage == "papers-asked":
        return None
    due, not_before = repair.acceptance_due, repair.acceptance_not_before
    if repair.accepted_on:
        due, not_before = repair.decision_due, repair.decision_not_before
    return clock(
        due_on=due,
        not_before=not_before,
        today=visit.today,
        calendar=visit.calendar,
    )
