"""Lists of duties: what may be asked on the desk and about tasks, and which duties fit."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.clocks.queries import Duty, Todo, met, settled_duty, todo
from goodstanding.measures import queries as measures
from goodstanding.organisations.queries import meant
from goodstanding.web.downloads import MOST_ROWS
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.rows import DutyRow, duty_rows
from goodstanding.web.visit import Visit
from goodstanding.web.wording import WORDS

#: The groups of what waits, in the order they are shown: colour, icon and word.
GROUPS = {
    "overdue": ("is-late", "late", _("Overdue")),
    "within": ("is-stay", "clock", _("Due within 4 working days")),
    "later": ("is-quiet", "day", _("Later")),
}
TASKS = ("response", "feedback", "suspend", "resume", "lift")
DUTIES = (
    "inspection-results",
    *("statement", *TASKS, "verification", "publication"),
    *("repair-acceptance", "repair-decision", "correction"),
    *("objection-acceptance", "carry-out", "commitment-verification"),
    *("missing-list", "application"),
)
COLUMNS = {
    "kind": _("What"),
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "detail": _("Measure"),
    "department": _("Department"),
    "due": _("Due"),
    "distance": _("Distance"),
    "why": _("Why paused"),
}


class DeskFilter(ListFilter):
    """Which of the duties that wait."""

    page, file = "web:desk", "web:desk-file"
    kinds: tuple[str, ...] = DUTIES
    states = GROUPS
    q = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("What"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    until = Day(label=_("Due until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """Kinds of duty and groups."""
        kinds = [(each, WORDS["duty"][each]) for each in self.kinds]
        self.choose("kind", kinds, every=_("All"))
        states = [(name, word) for name, (_tone, _icon, word) in self.states.items()]
        self.choose("state", states, every=_("All"))


class TaskFilter(DeskFilter):
    """Which tasks about measures; also those that are done."""

    page, file = "web:tasks", "web:tasks-file"
    kinds = TASKS
    states = {**GROUPS, "done": ("is-good", "done", _("Done"))}
    measure = forms.ChoiceField(label=_("Measure"), required=False)
    since = Day(label=_("Due from"), required=False, help_text="")
    field_order = ("q", "kind", "state", "measure", "since", "until")

    def offer(self, visit: Visit) -> None:
        """Also the measures of the catalogue."""
        super().offer(visit)
        self.choose("measure", visit.titles.choices("measures"), every=_("All"))


def fitting(visit: Visit, chosen: DeskFilter) -> dict[str, tuple[Duty, ...]]:
    """The duties of the visitor's department (of all for oversight) that fit, by their group."""
    if chosen.errors:
        return {}
    kind, state = chosen.value("kind"), chosen.value("state")
    kinds = (kind,) if kind else chosen.kinds
    groups = _done(visit, kinds) if state == "done" else _waiting(visit, kinds)
    keep = _Keep(visit, chosen)
    return {
        name: tuple(each for each in found if keep(each))
        for name, found in groups.items()
        if not state or name == state
    }


def _waiting(visit: Visit, kinds: Sequence[str]) -> dict[str, tuple[Duty, ...]]:
    found: Todo = todo(
        on=visit.today,
        calendar=visit.calendar,
        department=visit.actor.department or None,
        kinds=kinds,
    )
    return {"overdue": found.overdue, "within": found.within, "later": found.later}


def _done(visit: Visit, kinds: Sequence[str]) -> dict[str, tuple[Duty, ...]]:
    found = met(on=visit.today, department=visit.actor.department or None, kinds=kinds)
    return {"done": tuple(settled_duty(each, visit.calendar) for each in found[:MOST_ROWS])}


class _Keep:
    """Whether a duty fits organisation, measure and days; what is looked up is looked up once."""

    def __init__(self, visit: Visit, chosen: DeskFilter) -> None:
        text, measure = chosen.value("q"), chosen.value("measure")
        self._since, self._until = chosen.value("since"), chosen.value("until")
        self._codes = set(meant(q=text)) if text else None
        department = visit.actor.department or None
        self._of = measures.ids_of(measure=measure, department=department) if measure else None

    def __call__(self, duty: Duty) -> bool:
        if self._codes is not None and duty.organisation not in self._codes:
            return False
        if self._of is not None and duty.aggregate not in self._of:
            return False
        since, until = self._since or duty.day, self._until or duty.day
        return bool(since <= duty.day <= until)


def lines(visit: Visit, duties: Sequence[Duty]) -> list[DutyRow]:
    """Duties as rows, each with its measure, its clock and why it is paused."""
    shown = measures.measures(ids=(each.aggregate for each in duties))
    return duty_rows(visit, duties, shown)


def cells(row: DutyRow) -> dict[str, str]:
    """The row as cells of a file."""
    clock = row.clock
    return {
        "kind": str(WORDS["duty"][row.kind]),
        "organisation": row.organisation,
        "name": row.name,
        "detail": row.detail,
        "department": row.department,
        "due": clock.day.isoformat() if clock.day else "",
        "distance": clock.distance,
        "why": row.why,
    }
