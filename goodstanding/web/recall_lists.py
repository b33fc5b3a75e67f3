"""Lists of recalls: what may be asked, which fit, and each as cells of a file."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.database.folding import folded_document
from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.queries import Recall
from goodstanding.organisations.queries import meant, named
from goodstanding.rules.periods import local_day
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.visit import Visit
from goodstanding.web.wording import RECALLS, STATES

COLUMNS = {
    "organisation": _("Credit code"),
    "name": _("Organisation"),
    "kind": _("What"),
    "record": _("Record"),
    "document": _("Document"),
    "recipient": _("Recipient"),
    "told": _("Told"),
    "cases": _("Case number"),
    "acknowledged": _("Acknowledged"),
}


class RecallFilter(ListFilter):
    """Which recalls."""

    page, file = "web:recalls", "web:recalls-file"
    q = forms.CharField(label=_("Organisation or document"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("What"), required=False)
    since = Day(label=_("Told from"), required=False, help_text="")
    until = Day(label=_("Told until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """Waiting or done, and what is to be done."""
        self.choose(
            "state", [(each, STATES[each].word) for each in ("open", "done")], every=_("All")
        )
        self.choose("kind", list(RECALLS.items()), every=_("All"))


def fitting(visit: Visit, chosen: RecallFilter) -> list[Recall]:
    """The recalls sent to the visitor's department (to all for oversight) that fit, open ones first."""
    if chosen.errors:
        return []
    recipient = visit.told_as
    found = disclosure.recalls(recipient=recipient)
    text = chosen.value("q")
    codes = set(meant(q=text)) if text else set()
    kept = [
        each
        for each in found
        if _fits(each, chosen) and (not text or each.organisation in codes or _numbered(each, text))
    ]
    return sorted(kept, key=lambda each: each.acknowledged_at is not None)


def _fits(recall: Recall, chosen: RecallFilter) -> bool:
    state, kind = chosen.value("state"), chosen.value("kind")
    day = local_day(recall.told_last)
    return (
        (not state or (state == "done") is bool(recall.acknowledged_at))
        and (not kind or recall.kind == kind)
        and (chosen.value("since") or day) <= day <= (chosen.value("until") or day)
    )


def _numbered(recall: Recall, text: str) -> bool:
    return folded_document(text) in folded_document(recall.document)


def cells(visit: Visit, recalls: Iterable[Recall]) -> list[dict[str, str]]:
    """Recalls as cells of a file."""
    listed = list(recalls)
    names = named(each.organisation for each in listed)
    return [
        {
            "organisation": each.organisation,
            "name": names.get(each.organisation, each.organisation),
            "kind": str(RECALLS.get(each.kind, each.kind)),
            "record": each.record,
            "document": each.document,
            "recipient": visit.titles.department(each.recipient),
            "told": local_day(each.told_last).isoformat(),
            "cases": "; ".join(each.case_numbers),
            "acknowledged": _day(each),
        }
        for each in listed
    ]


def _day(recall: Recall) -> str:
    return local_day(recall.acknowledged_at).isoformat() if recall.acknowledged_at else ""
