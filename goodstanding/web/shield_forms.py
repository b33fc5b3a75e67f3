"""The forms of a bankruptcy shield, from the document of the court."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.web.fields import Day, Pick
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.wording import PLANS, SHIELD_OUTCOMES


class ShieldForm(StepForm):
    """What the court approved, and until when it is carried out."""

    plan = Pick(
        label=_("What the court approved"),
        choices=list(PLANS.items()),
        help_text=_("An application or its acceptance is not enough"),
    )
    court = Needed(label=_("Court"), help_text=NO_NAMES)
    document = Needed(label=_("Number of the ruling"))
    ruled_on = Day(label=_("Day of the ruling"), required=False)
    last_day = Day(
        label=_("Carried out until, last day"),
        required=False,
        help_text=_("Left empty where the ruling states none"),
    )
    places = {
        "NoApprovingRuling": "plan",
        "ProceedingBodyMissing": "court",
        "ProceedingDocumentMissing": "document",
        "ProceedingEntered": "document",
        "ProceedingDayInFuture": "ruled_on",
        "StayOverBeforeToday": "last_day",
    }


class ShieldEndForm(StepForm):
    """How the plan ended."""

    outcome = Pick(label=_("Outcome"), choices=list(SHIELD_OUTCOMES.items()))
    document = Needed(label=_("Number of its document"))
    decided_on = Day(label=_("Day of the document"), required=False)
    reasons = Needed(label=_("What was decided, in a sentence"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have read the document"))
    places = {
        "ProceedingDocumentMissing": "document",
        "ProceedingOutcomeUnknown": "outcome",
        "ProceedingDayInFuture": "decided_on",
        "CompletionBeforeRuling": "decided_on",
        "ProceedingReasonsMissing": "reasons",
    }
