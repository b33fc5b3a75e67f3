"""The forms of “not the same as”: state, confirm, take back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.web.fields import Text
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm


class StateDistinctForm(StepForm):
    """Which other organisation, and what tells the two apart."""

    other = Text(label=_("Credit code of the other organisation"))
    reasons = Needed(label=_("What tells the two apart"), long=True, help_text=NO_NAMES)
    places = {
        "DistinctFromItself": "other",
        "OtherUnknown": "other",
        "NamesNotAlike": "other",
        "DistinctionStated": "other",
        "DistinctionReasonsMissing": "reasons",
    }


class ConfirmDistinctForm(StepForm):
    """A second officer compared both."""

    checked = forms.BooleanField(label=_("I have compared code, address and registration of both"))


class WithdrawDistinctForm(StepForm):
    """Why it is taken back."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"DistinctionReasonsMissing": "reasons"}
