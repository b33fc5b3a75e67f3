"""The forms of a review or court case: what each step asks, at which field each refusal stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.proceeding.state import KINDS, Proceeding
from goodstanding.rules.states import Objection, Repair
from goodstanding.web.fields import Day, Pick
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit
from goodstanding.web.wording import CARRIED_OUT, PROCEEDING_OUTCOMES, PROCEEDINGS

_DOCUMENT = {"ProceedingDocumentMissing": "document"}


class ProceedingForm(StepForm):
    """From the document of the review body or court: what was opened, where, about what."""

    kind = Pick(label=_("Kind"), choices=[(each, PROCEEDINGS[each]) for each in KINDS])
    body = Needed(label=_("Review body or court"), help_text=NO_NAMES)
    document = Needed(label=_("Number of its document"))
    opened_on = Day(label=_("Day of the document"), required=False)
    subject = Pick(label=_("Against"), choices=[])
    places = {
        **_DOCUMENT,
        "ProceedingKindUnknown": "kind",
        "ProceedingBodyMissing": "body",
        "ProceedingDayInFuture": "opened_on",
        "ProceedingEntered": "document",
        "NothingToChallenge": "subject",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The decision itself, and what was answered to an objection or an application about it."""
        own: list[tuple[str, Any]] = [(subject.id, _("The decision itself"))]
        answered = [each for each in subject.work.all(Objection) if each.outcome]
        own += [
            (each.id, _("Outcome of the objection of {day}").format(day=each.filed_on))
            for each in answered
            if each.target == subject.id
        ]
        own += [
            (each.id, _("Outcome of the repair applied for on {day}").format(day=each.filed_on))
            for each in subject.work.all(Repair)
            if each.outcome and each.target == subject.id
        ]
        self.fields["subject"].choices = own  # type: ignore[attr-defined]


class OrderForm(StepForm):
    """A stay was ordered."""

    document = Needed(label=_("Number of the order"))
    ordered_on = Day(label=_("Day of the order"), required=False)
    whole = Pick(
        label=_("What is stayed"),
        choices=[
            ("yes", _("The decision itself, with everything that rests on it")),
            ("no", _("The joint measures only")),
        ],
    )
    last_day = Day(
        label=_("Stayed until, last day"),
        required=False,
        help_text=_("Left empty: until it is lifted or the outcome is there"),
    )
    places = {
        **_DOCUMENT,
        "ProceedingDayInFuture": "ordered_on",
        "StayOverBeforeToday": "last_day",
    }


class OrderEndForm(StepForm):
    """The stay was lifted."""

    document = Needed(label=_("Number of the document that lifts it"))
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have read the document"))
    places = {**_DOCUMENT, "ProceedingReasonsMissing": "reasons"}


class ProceedingOutcomeForm(StepForm):
    """What was decided."""

    outcome = Pick(label=_("Outcome"), choices=list(PROCEEDING_OUTCOMES.items()))
    document = Needed(label=_("Number of its document"))
    decided_on = Day(label=_("Day of the document"), required=False)
    effect_from = Day(label=_("Holds in law from"), required=False)
    reasons = Needed(label=_("What was decided, in a sentence"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have read the document"))
    places = {
        **_DOCUMENT,
        "ProceedingOutcomeUnknown": "outcome",
        "ProceedingDayInFuture": "decided_on",
        "ProceedingReasonsMissing": "reasons",
    }


class CarryOutForm(StepForm):
    """How the outcome was carried out."""

    how = Pick(label=_("How"), choices=list(CARRIED_OUT.items()))
    reasons = Needed(label=_("What was done"), long=True, help_text=NO_NAMES)
    places = {
        "CarriedOutUnknown": "how",
        "TargetStillStands": "how",
        "ProceedingReasonsMissing": "reasons",
    }


def of(subject: Subject) -> Proceeding:
    """The proceeding a step is about."""
    assert isinstance(subject.state, Proceeding)
    return subject.state
