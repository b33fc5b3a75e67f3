"""Listings decided elsewhere that wait for a second officer: which, and each as one line."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goodstanding.database.folding import FoldedDocument, folded_document
from goodstanding.designations import queries as designations
from goodstanding.organisations.queries import meant, named
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.visit import Visit

COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "authority": _("Authority"),
    "document": _("Document"),
    "decided_on": _("Decided"),
    "entered_on": _("Entered"),
    "id": _("Record"),
}


class ConfirmationFilter(ListFilter):
    """Which listings to confirm."""

    page, file = "web:confirmations", "web:confirmations-file"
    q = forms.CharField(label=_("Organisation or document"), required=False, max_length=200)
    by = forms.ChoiceField(label=_("Entered by"), required=False)
    since = Day(label=_("Entered from"), required=False, help_text="")
    until = Day(label=_("Entered until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """Who entered it."""
        whose = [("me", _("Me")), ("others", _("Another than me"))]
        self.choose("by", whose, every=_("Anybody"))


def fitting(visit: Visit, chosen: ConfirmationFilter) -> list[Entry]:
    """Standing transcribed records no designation rests on, oldest first, that fit; two queries."""
    if chosen.errors:
        return []
    found = publication.transcribed(department=visit.actor.department or None)
    if by := chosen.value("by"):
        mine = Q(entered_by=visit.actor.id)
        found = found.filter(mine if by == "me" else ~mine)
    if text := chosen.value("q"):
        numbered = Q(folded__contains=folded_document(text))
        found = found.annotate(folded=FoldedDocument("document")).filter(
            numbered | Q(organisation__in=meant(q=text))
        )
    days = {"since": "entered_on__gte", "until": "entered_on__lte"}
    asked = {name: chosen.value(each) for each, name in days.items() if chosen.value(each)}
    listed = list(found.filter(**asked))
    confirmed = designations.rested_on(records=(each.record for each in listed))
    return [each for each in listed if each.record not in confirmed]


def lines(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries as lines; one query however many."""
    listed = list(entries)
    names = named(each.organisation for each in listed)
    return [
        {
            "organisation": each.organisation,
            "name": names.get(each.organisation, each.organisation),
            "authority": each.authority,
            "document": each.document,
            "decided_on": each.decided_on,
            "entered_on": each.entered_on,
            "id": each.record,
        }
        for each in listed
    ]


def cells(line: dict[str, Any]) -> dict[str, str]:
    """The line as cells of a file."""
    return {name: str(line[name]) for name in COLUMNS}
