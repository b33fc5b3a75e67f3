"""Forms of inspection plans: make one, give it up, contest, answer, record a visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.files.codes import codes_in, codes_of_text
from goodstanding.web.fields import Day, PageForm, Pick, PickMany, Text
from goodstanding.web.inspections import ANSWERS, RESULTS
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit

NO_NAMES = _("Name no person.")
MOST_TYPED = 400_000


class PlanForm(PageForm):
    """What is inspected, when, and among whom the plan draws."""

    items = PickMany(
        label=_("What is inspected"),
        help_text=_("Items of one field; the departments named inspect together in one visit"),
    )
    first_day = Day(label=_("First day"))
    last_day = Day(label=_("Last day"))
    size = forms.IntegerField(
        label=_("At most so many organisations"),
        min_value=0,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Left empty: as many as the shares of the rulebook's table give"),
    )
    codes = forms.CharField(
        label=_("Credit codes to draw from, one a line"),
        required=False,
        max_length=MOST_TYPED,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Left empty: every organisation the register holds"),
    )
    file = forms.FileField(label=_("Or a file of codes (xlsx, csv)"), required=False)
    places = {
        "PlanItemOutsideField": "items",
        "PlanItemNotInForce": "items",
        "PlanWithoutOwnItem": "items",
        "PlanDepartmentMissing": "items",
        "SamplingTableUnknown": "items",
        "PlanPeriodWrong": "first_day",
        "PlanSizeWrong": "size",
        "PoolCodesWrong": "codes",
    }

    def __init__(self, *args: Any, visit: Visit, **options: Any) -> None:
        super().__init__(*args, **options)
        self.book = visit.law.rulebook if visit.law else None
        self.fields["items"].choices = _items(visit)  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What the step takes; the field is that of the first item chosen."""
        data = self.cleaned_data
        first = self.book.inspection_items[data["items"][0]] if self.book else None
        return {
            "field": first.field if first else "",
            "items": tuple(data["items"]),
            "first_day": data["first_day"],
            "last_day": data["last_day"],
            "size": data["size"] or 0,
            "codes": self._codes(),
        }

    def _codes(self) -> tuple[str, ...]:
        sent = self.cleaned_data.get("file")
        found = codes_in(sent.read()) if sent else codes_of_text(self.cleaned_data["codes"])
        return tuple(code for _, code in found)


def _items(visit: Visit) -> list[tuple[str, str]]:
    book = visit.law.rulebook if visit.law else None
    found = book.inspection_items.values() if book else ()
    return [
        (
            each.id,
            f"{visit.titles.field(each.field)} · {in_language(each.title)}"
            f" · {visit.titles.department(each.department)}",
        )
        for each in found
        if each.in_force.holds_on(visit.today)
    ]


class DropForm(PageForm):
    """Why a plan is given up."""

    reasons = Text(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"InspectionReasonsMissing": "reasons"}


class ContestForm(PageForm):
    """What is wrong with how the organisation is counted."""

    text = Text(label=_("What is wrong"), long=True, help_text=NO_NAMES)
    places = {"ContestTextMissing": "text"}


class AnswerForm(PageForm):
    """The answer to a contest; the organisation reads the reasons."""

    subject = forms.CharField(widget=forms.HiddenInput)
    outcome = Pick(label=_("Answer"), choices=list(ANSWERS.items()))
    reasons = Text(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"ContestOutcomeUnknown": "outcome", "InspectionReasonsMissing": "reasons"}


class VisitForm(PageForm):
    """What a visit came to."""

    outcome = Pick(label=_("Result"), choices=list(RESULTS.items()))
    visited_on = Day(
        label=_("Visited on"), required=False, help_text=_("Left empty: today. Like 2026-06-20")
    )
    note = Text(label=_("Note"), long=True, required=False, help_text=NO_NAMES)
    places = {"VisitOutcomeUnknown": "outcome", "VisitDayWrong": "visited_on"}
