"""Lists of promises: the public's, a department's, an organisation's; each promise as one line."""

from collections.abc import Iterable

import msgspec
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.commitments import claims
from goodstanding.commitments import queries as promises
from goodstanding.commitments.coverage import decided as broken_by_decision
from goodstanding.commitments.models import BrokenDecision, Promise
from goodstanding.organisations.queries import meant, named
from goodstanding.web.clocks import Clock, clock
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.promise_words import areas, fixed
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES

COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "promise": _("Promise"),
    "area": _("Area"),
    "standard": _("Standard"),
    "department": _("Department"),
    "made_on": _("Promised on"),
    "due_on": _("To be kept by"),
    "state": _("State"),
    "published_by": _("Public by"),
    "id": _("Id"),
}
#: What strangers may ask for; of a notice they see nothing, and a broken promise is not public.
PUBLIC_STATES = ("promise-made", "promise-due", "promise-kept", "promise-partly")
DESK_STATES = (
    *("promise-due", "promise-notified", "promise-made", "promise-kept", "promise-partly"),
    *("promise-broken", "promise-undecided", "promise-withdrawn"),
)


class PublicPromiseFilter(ListFilter):
    """Which of the promises that everybody may see."""

    page, file = "web:promises", "web:promises-file"
    states: tuple[str, ...] = PUBLIC_STATES
    q = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    area = forms.ChoiceField(label=_("Area"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    since = Day(label=_("Promised from"), required=False, help_text="")
    until = Day(label=_("Promised until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """Areas and states."""
        self.choose("area", areas(), every=_("All"))
        states = [(each, STATES[each].word) for each in self.states]
        self.choose("state", states, every=_("All"))


class DeskPromiseFilter(PublicPromiseFilter):
    """Which of the promises made to a department; ``claims``: about which something was claimed."""

    page, file = "web:promise-desk", "web:promise-desk-file"
    states = DESK_STATES
    claimed = forms.ChoiceField(label=_("Claims"), required=False)

    def offer(self, visit: Visit) -> None:
        """The same, and whether somebody claimed something that was not looked at."""
        super().offer(visit)
        self.choose("claimed", [("new", _("Not looked at yet"))], every=_("All"))


class PromiseLine(msgspec.Struct, frozen=True, kw_only=True):
    """One promise as a line; ``clock``: until when the department verifies it, once it is due."""

    promise: Promise
    name: str
    title: str
    area: str
    state: str
    department: str
    clock: Clock | None
    claims: int
    published_by: str


def public(visit: Visit, chosen: PublicPromiseFilter) -> QuerySet[Promise]:
    """The promises everybody may see today that fit, latest first."""
    return _fitting(visit, chosen, promises.public(on=visit.today))


def of_desk(visit: Visit, chosen: DeskPromiseFilter) -> QuerySet[Promise]:
    """The promises made to the visitor's department (to all for oversight) that fit, by due day."""
    department = visit.actor.department or None
    found = _fitting(visit, chosen, promises.of_department(department=department))
    if not chosen.errors and chosen.value("claimed"):
        found = found.filter(id__in=claims.waiting(department=department or ""))
    return found


def lines(visit: Visit, found: Iterable[Promise], *, inside: bool) -> list[PromiseLine]:
    """Promises as lines. ``inside``: for the department or the organisation, not for strangers."""
    listed = list(found)
    names = named(each.organisation for each in listed) if listed else {}
    counted = claims.counts(promises=(each.id for each in listed)) if inside and listed else {}
    fallen = promises.decisions(records=(each.record for each in listed if each.record))
    return [
        PromiseLine(
            promise=each,
            name=names.get(each.organisation, each.organisation),
            title=visit.titles.commitment(each.template),
            area=fixed(each.area),
            state=state_of(visit, each, fallen.get(each.record)) if inside else _seen(visit, each),
            department=visit.titles.department(each.department),
            clock=_clock(visit, each) if inside else None,
            claims=counted.get(each.id, 0),
            published_by=_published_by(each),
        )
        for each in listed
    ]


def cells(line: PromiseLine) -> dict[str, str]:
    """The line as cells of a file."""
    found = line.promise
    shown = {
        "organisation": found.organisation,
        "name": line.name,
        "promise": line.title,
        "area": line.area,
        "standard": found.standard,
        "department": line.department,
        "made_on": found.made_on,
        "due_on": found.due_on,
        "state": STATES[line.state].word,
        "published_by": line.published_by,
        "id": found.id,
    }
    return {name: str(value) for name, value in shown.items() if value}


def state_of(visit: Visit, promise: Promise, decided: BrokenDecision | None) -> str:
    """The state's key in `wording.STATES`; a broken one follows the record that it is."""
    if promise.stage == "made":
        return _seen(visit, promise)
    if promise.stage == "broken" and not promise.record:
        return "promise-undecided"
    if decided is not None and not decided.counts:
        if decided.withdrawn_on:
            return "promise-fallen"
        return "promise-repaired" if decided.repaired_on else "promise-disputed"
    return f"promise-{promise.stage}"


def _seen(visit: Visit, promise: Promise) -> str:
    """The same for strangers: that a notice was given is between the two until something is found."""
    if promise.stage in ("made", "notified"):
        return "promise-made" if promise.due_on >= visit.today else "promise-due"
    return f"promise-{promise.stage}"


def _published_by(promise: Promise) -> str:
    if not promise.published:
        return gettext("not public")
    return gettext("a rule") if promise.by_rule else gettext("consent")


def _clock(visit: Visit, promise: Promise) -> Clock | None:
    if promise.stage not in promises.OPEN or promise.due_on >= visit.today:
        return None
    return clock(
        due_on=promise.verification_due,
        not_before=promise.verification_not_before,
        today=visit.today,
        calendar=visit.calendar,
    )


def _fitting(
    visit: Visit, chosen: PublicPromiseFilter, found: QuerySet[Promise]
) -> QuerySet[Promise]:
    if chosen.errors:
        return found.none()
    if chosen.value("q"):
        found = found.filter(organisation__in=meant(q=chosen.value("q")))
    if chosen.value("state") == "promise-broken":
        found = found.filter(broken_by_decision())
    asked = {
        "area": chosen.value("area"),
        "made_on__gte": chosen.value("since"),
        "made_on__lte": chosen.value("until"),
        **_of_state(visit, chosen),
    }
    return found.filter(**{name: value for name, value in asked.items() if value is not None})


def _of_state(visit: Visit, chosen: PublicPromiseFilter) -> dict[str, object]:
    stage = (chosen.value("state") or "").removeprefix("promise-")
    running = "stage__in" if type(chosen) is PublicPromiseFilter else "stage"
    still: object = promises.OPEN if running == "stage__in" else "made"
    if stage == "made":
        return {running: still, "due_on__gte": visit.today}
    if stage == "undecided":
        return {"stage": "broken", "record": ""}
    if stage == "due":
        return {"stage__in": promises.OPEN, "due_on__lt": visit.today}
    return {"stage": stage or None}


def held_promises(visit: Visit, code: str) -> list[dict[str, object]]:
    """An organisation's promises for the file of everything held about it."""
    found = lines(visit, promises.of_organisation(organisation=code), inside=True)
    return [
        {
            "id": each.promise.id,
            "kind": each.title,
            "state": STATES[each.state].word,
            "supplied_by": each.department,
            "entered_on": each.promise.made_on,
            "due_on": each.promise.due_on,
            "document": each.promise.document,
            "record": each.promise.record,
        }
        for each in found
    ]
