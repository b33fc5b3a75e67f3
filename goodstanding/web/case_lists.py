"""Lists of cases: what may be asked, which cases fit, and each as one line."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from goodstanding.designations.finding import Wanted, find
from goodstanding.designations.models import Case
from goodstanding.measures.models import Task
from goodstanding.measures.queries import open_lifts
from goodstanding.organisations.queries import named
from goodstanding.rules.designation.closing import keeps_open
from goodstanding.rules.designation.turn import Turn
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.turns import TURNS, turns
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES

SHOWN = ("proposed", "notified", "in-force", "stayed", "over", "dropped", "ended")
#: What a case waits for whose designation is over.
LIFTS = "lifts"
#: An advantage whose organisation was told that it shall end.
ENDING = "ending"
OVER = ("over", "ended")
OTHERS = (
    (LIFTS, _("Lifts still to be done")),
    (ENDING, _("Announced end to decide")),
)
COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "ground": _("Ground"),
    "state": _("Stage"),
    "waits": _("Waits for"),
    "department": _("Department"),
    "case_number": _("Case number"),
    "document": _("Document"),
    "opened_on": _("Opened"),
    "first_day": _("First day"),
    "last_day": _("Last day"),
}


class CaseFilter(ListFilter):
    """Which cases."""

    page, file = "web:cases", "web:cases-file"
    q = forms.CharField(label=_("Organisation or document"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stage"), required=False)
    waits = forms.ChoiceField(label=_("Waits for"), required=False)
    by = forms.ChoiceField(label=_("Proposed by"), required=False)
    ground = forms.ChoiceField(label=_("Ground"), required=False)
    since = Day(label=_("Opened from"), required=False, help_text="")
    until = Day(label=_("Opened until"), required=False, help_text="")
    ends_since = Day(label=_("Last day from"), required=False, help_text="")
    ends_until = Day(label=_("Last day until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """States, turns, whose proposal, and the grounds of the catalogue."""
        self.choose("state", [(each, STATES[each].word) for each in SHOWN], every=_("All"))
        waits = [(str(each), word) for each, word in TURNS.items()]
        self.choose("waits", [*waits, *OTHERS], every=_("All"))
        whose = [("me", _("Me")), ("others", _("Another than me"))]
        self.choose("by", whose, every=_("Anybody"))
        self.choose("ground", visit.titles.choices("grounds", _grounds(visit)), every=_("All"))


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """One case as a line of a list."""

    id: str
    organisation: str
    name: str
    ground: str
    state: str
    waits: str
    department: str
    case_number: str
    document: str
    opened_on: date
    first_day: date | None
    last_day: date | None


def _grounds(visit: Visit) -> list[str]:
    """The grounds the visitor's department may decide on; for oversight every one."""
    known = visit.law.rulebook.grounds if visit.law else {}
    department = visit.actor.department
    own = [id for id, each in known.items() if department in each.deciding]
    return own or list(known)


def wanted(visit: Visit, chosen: CaseFilter) -> Wanted:
    """What the filter asks for, in the visitor's department or, for oversight, everywhere."""
    by, me = chosen.value("by"), visit.actor.id
    return Wanted(
        department=visit.actor.department,
        state=chosen.value("state") or "",
        undecided=chosen.value("waits") not in ("", LIFTS, ENDING, None),
        ground=chosen.value("ground") or "",
        text=chosen.value("q") or "",
        proposed_by=me if by == "me" else "",
        not_by=me if by == "others" else "",
        opened_since=chosen.value("since"),
        opened_until=chosen.value("until"),
        ends_since=chosen.value("ends_since"),
        ends_until=chosen.value("ends_until"),
    )


def fitting(visit: Visit, chosen: CaseFilter) -> QuerySet[Case] | list[Case]:
    """The cases the filter asks for; none where it cannot be read."""
    if chosen.errors:
        return []
    found = find(wanted(visit, chosen), on=visit.today)
    if not chosen.value("waits"):
        return found
    if chosen.value("waits") == ENDING:
        return found.filter(ending_told_on__isnull=False)
    if chosen.value("waits") == LIFTS:
        lifts = open_lifts(on=visit.today)
        return [each for each in found.filter(id__in=lifts, state__in=OVER) if _waits(each, lifts)]
    listed = list(found)
    told = turns(visit, listed)
    return [each for each in listed if told.get(each.id) == Turn(chosen.value("waits"))]


def case_lines(visit: Visit, cases: Iterable[Case]) -> list[CaseLine]:
    """Cases as lines; as many queries for many as for one."""
    listed = list(cases)
    names = named(each.organisation for each in listed)
    told = turns(visit, listed)
    waits = {id: str(TURNS.get(turn, "")) for id, turn in told.items()}
    over = [each for each in listed if getattr(each, "state", each.stage) in OVER]
    lifts = open_lifts(on=visit.today) if over else {}
    waits |= {each.id: _lifting(many) for each in over if (many := _waits(each, lifts))}
    ending = str(_("Announced end to decide"))
    waits |= {each.id: ending for each in listed if each.ending_told_on}
    return [_line(visit, each, names, waits.get(each.id, "")) for each in listed]


def _waits(case: Case, lifts: dict[str, list[Task]]) -> int:
    """How many of the lifts keep a case open whose designation is over."""
    over_from = case.over_from
    return sum(keeps_open(over_from, each.start) for each in lifts.get(case.id, ()) if over_from)


def _lifting(many: int) -> str:
    return ngettext("Waits for {n} lift", "Waits for {n} lifts", many).format(n=many)


def _line(visit: Visit, case: Case, names: dict[str, str], waits: str) -> CaseLine:
    state = getattr(case, "state", case.stage)
    advantage = state == "in-force" and case.sense == "advantage"
    return CaseLine(
        id=case.id,
        organisation=case.organisation,
        name=names.get(case.organisation, case.organisation),
        ground=visit.titles.ground(case.ground),
        state="in-force-advantage" if advantage else state,
        waits=waits,
        department=visit.titles.department(case.department),
        case_number=case.case_number,
        document=case.document,
        opened_on=case.opened_on,
        first_day=case.first_day,
        last_day=case.last_day,
    )


def cells(line: CaseLine) -> dict[str, str]:
    """The line as cells of a file."""
    shown = {name: getattr(line, name) for name in COLUMNS}
    shown["state"] = STATES[line.state].word
    return {name: str(value) for name, value in shown.items() if value}
