"""Records an officer must look at: a basis that was not read, texts that may name persons."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from goodstanding.database.folding import FoldedDocument, folded_document
from goodstanding.organisations.queries import meant, named
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.register.reading import content
from goodstanding.rules.subjects import SUBJECTS
from goodstanding.web.filtering import ListFilter
from goodstanding.web.returns import whole_city
from goodstanding.web.visit import Visit
from goodstanding.web.wording import TEXTS

WHAT = (("basis", _("Basis not read")), ("text", _("Texts to be read")))
COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "department": _("Department"),
    "kind": _("Kind"),
    "document": _("Document"),
    "entered_on": _("Entered"),
    "columns": _("Column"),
    "id": _("Record"),
}


class LookFilter(ListFilter):
    """Which records to look at."""

    page, file = "web:looks", "web:looks-file"
    q = forms.CharField(label=_("Organisation or document"), required=False, max_length=200)
    what = forms.ChoiceField(label=_("What to look at"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)

    def offer(self, visit: Visit) -> None:
        """Both things to look at, the kinds; for oversight every department."""
        self.choose("what", list(WHAT), every=_("All"))
        self.choose("kind", visit.titles.choices("kinds", SUBJECTS), every=_("All"))
        if not whole_city(visit):
            del self.fields["department"]
        else:
            self.choose("department", visit.titles.choices("departments"), every=_("All"))


def fitting(visit: Visit, chosen: LookFilter) -> QuerySet[Entry]:
    """Standing records to be looked at that fit, oldest first: the department's, or everybody's."""
    if chosen.errors:
        return Entry.objects.none()
    own = None if whole_city(visit) else visit.actor.department
    department = own or chosen.value("department") or None
    found = publication.to_be_looked_at(department=department, what=chosen.value("what") or "")
    if kind := chosen.value("kind"):
        found = found.filter(record_kind=kind)
    if text := chosen.value("q"):
        numbered = Q(folded__contains=folded_document(text))
        found = found.annotate(folded=FoldedDocument("document")).filter(
            numbered | Q(organisation__in=meant(q=text))
        )
    return found


def lines(visit: Visit, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries as lines, with what was written in the columns to look at; two queries."""
    listed = list(entries)
    names = named(each.organisation for each in listed)
    told = content(each.content_position for each in listed)
    return [
        {
            "organisation": each.organisation,
            "name": names.get(each.organisation, each.organisation),
            "department": visit.titles.department(each.department),
            "kind": visit.titles.kind(each.record_kind),
            "document": each.document,
            "entered_on": each.entered_on,
            "id": each.record,
            "basis": not each.basis_readable,
            "text": bool(each.texts_held) and not each.texts_withheld,
            "written": _written(each, told.get(each.content_position, {})),
        }
        for each in listed
    ]


def _written(entry: Entry, texts: dict[str, str]) -> list[tuple[Any, str]]:
    """Each column to look at, with its text as it is kept."""
    names = [
        *([] if entry.basis_readable else ["basis"]),
        *filter(None, entry.texts_held.split(";")),
    ]
    return [(TEXTS[name], texts.get(name, "")) for name in names if name in TEXTS]


def cells(line: dict[str, Any]) -> dict[str, str]:
    """The line as cells of a file; the texts themselves stay in the register."""
    columns = "; ".join(str(column) for column, _text in line["written"])
    return {name: str(line.get(name, columns)) for name in COLUMNS}
