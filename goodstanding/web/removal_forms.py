"""The forms of destruction: propose, approve, drop."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.web.fields import Pick, Text
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.wording import REMOVAL_BASES


class ProposeRemovalForm(StepForm):
    """Under what the contents are destroyed, and why."""

    basis = Pick(label=_("Basis"), choices=list(REMOVAL_BASES.items()))
    cited = Text(
        label=_("Court, or law and article"),
        required=False,
        help_text=_("Not needed where the time of the rulebook is over."),
    )
    document = Text(label=_("Number of the court's document"), required=False)
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {
        "RemovalBasisUnknown": "basis",
        "RetentionRuns": "basis",
        "RetentionUnknown": "basis",
        "RemovalCitationMissing": "cited",
        "RemovalOrderMissing": "document",
        "RemovalReasonsMissing": "reasons",
    }


class ApproveRemovalForm(StepForm):
    """A second person looked at it."""

    checked = forms.BooleanField(
        label=_("I have looked at the record, its file and the basis; nobody needs the contents")
    )


class DropRemovalForm(StepForm):
    """Why the contents stay."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"RemovalReasonsMissing": "reasons"}
