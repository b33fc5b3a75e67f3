"""The public list of exemplars: what may be asked, which lines fit, and the dated list to take away."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.designations.models import Case
from goodstanding.flow.exemplars import find_exemplars
from goodstanding.letters.tables import Sheet, Table
from goodstanding.organisations.queries import named
from goodstanding.rules.exemplar.listed import good_until
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.web.dates import full
from goodstanding.web.filtering import ListFilter
from goodstanding.web.report_sheet import english
from goodstanding.web.visit import Visit

COLUMNS = {
    "name": _("Organisation"),
    "organisation": _("Unified social credit code"),
    "ground": _("Recognised as"),
    "department": _("Decided by"),
    "document": _("Document"),
    "decided_on": _("Decided on"),
    "first_day": _("First day"),
    "last_day": _("Last day"),
    "as_at": _("As at"),
    "not_after": _("Leave out after"),
    "address": _("Permanent address"),
}
PRINTED = "pdf"


class ExemplarFilter(ListFilter):
    """Which exemplars."""

    page, file = "web:exemplars", "web:exemplars-file"
    q = forms.CharField(label=_("Name or credit code"), required=False, max_length=200)
    field = forms.ChoiceField(label=_("Field"), required=False)
    department = forms.ChoiceField(label=_("Deciding department"), required=False)

    def offer(self, visit: Visit) -> None:
        """The fields of recognition, and the departments that may decide on them."""
        known = visit.law.rulebook.grounds.values() if visit.law else ()
        good = [each for each in known if each.sense == ADVANTAGE]
        fields = dict.fromkeys(each.field for each in good)
        departments = dict.fromkeys(d for each in good for d in each.deciding)
        self.choose("field", visit.titles.choices("fields", fields), every=_("All"))
        self.choose("department", visit.titles.choices("departments", departments), every=_("All"))

    @property
    def exports(self) -> list[tuple[str, str]]:
        """The tables, and a list to print for an exhibition."""
        query = f"?{self.query}" if self.query else ""
        printed = reverse(self.file, args=[PRINTED])
        return [*super().exports, (PRINTED, f"{printed}{query}")]


class ExemplarLine(msgspec.Struct, frozen=True, kw_only=True):
    """One exemplar as a line; ``not_after``: the last day a copy of the line is right."""

    id: str
    organisation: str
    name: str
    ground: str
    department: str
    document: str
    decided_on: date | None
    first_day: date | None
    last_day: date | None


def fitting(visit: Visit, chosen: ExemplarFilter) -> QuerySet[Case] | list[Case]:
    """The exemplars the filter asks for that everybody may see today; none if it cannot be read."""
    if chosen.errors:
        return []
    return find_exemplars(
        on=visit.today,
        q=chosen.value("q") or "",
        field=chosen.value("field") or "",
        department=chosen.value("department") or "",
    )


def lines(visit: Visit, cases: Iterable[Case]) -> list[ExemplarLine]:
    """Exemplars as lines; one query for the names of all."""
    listed = list(cases)
    names = named(each.organisation for each in listed)
    return [
        ExemplarLine(
            id=each.id,
            organisation=each.organisation,
            name=names.get(each.organisation, each.organisation),
            ground=visit.titles.ground(each.ground),
            department=visit.titles.department(each.authority or each.department),
            document=each.document,
            decided_on=each.decided_on,
            first_day=each.first_day,
            last_day=each.last_day,
        )
        for each in listed
    ]


def cells(visit: Visit, line: ExemplarLine, *, site: str) -> dict[str, str]:
    """The line as cells of a file: dated, and with the day after which it is left out."""
    shown = {name: getattr(line, name, None) for name in COLUMNS}
    shown |= {
        "as_at": visit.today,
        "not_after": min(line.last_day or visit.today, good_until(visit.today)),
        "address": f"{site}/records/{line.id}",
    }
    return {name: str(value) for name, value in shown.items() if value}


def dated_list(visit: Visit, found: Sequence[ExemplarLine], asked: ExemplarFilter) -> Sheet:
    """The list to print: as at a day, valid until another, each line with its own last day."""
    until = good_until(visit.today)
    return Sheet(
        language="en" if english() else "zh",
        title=gettext("List of exemplars"),
        on=visit.today,
        facts=(
            (gettext("As at"), full(visit.today)),
            (gettext("Valid until"), full(until)),
            *asked.words,
            (gettext("How many"), str(len(found))),
        ),
        tables=(
            Table(
                heading=gettext("Exemplars"),
                about=gettext(
                    "Organisations recognised by a department that consent to being named. Leave a"
                    " line out after its last day; take a new list after the list's."
                ),
                head=tuple(str(COLUMNS[each]) for each in _PRINTED),
                rows=tuple(_printed(each, until) for each in found),
            ),
        ),
        foot=gettext("As at {day}. Valid until {until}; ask for a new list after that day.").format(
            day=full(visit.today), until=full(until)
        ),
    )


_PRINTED = ("name", "organisation", "department", "document", "not_after")


def _printed(line: ExemplarLine, until: date) -> tuple[str, ...]:
    last = min(line.last_day or until, until)
    return (line.name, line.organisation, line.department, line.document, last.isoformat())
