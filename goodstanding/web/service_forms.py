"""The forms of service: a letter was served, an attempt failed, a public notice was put up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.service.serve import WITH_STEP
from goodstanding.rules.service.waiting import letters
from goodstanding.rules.states import Designation, Objection, Repair
from goodstanding.web.fields import Day, Pick, Text
from goodstanding.web.step_forms import Needed, StepForm
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit
from goodstanding.web.wording import FAILURES, LETTERS, METHODS, WITNESSES


class DeliveryForm(StepForm):
    """How something was served, with what each method must show."""

    served_on = Day(
        label=_("Day of service"),
        help_text=_(
            "The day on the receipt; by post the day of delivery; by public notice the day on which"
            " its period ends. For example 2026-06-20"
        ),
    )
    method = Pick(label=_("How it was served"), choices=list(METHODS.items()))
    proof = Needed(
        label=_("Proof of service"),
        help_text=_("By post the tracking number; otherwise the number of the receipt or record"),
    )
    witness = Pick(
        label=_("Who saw that it was left"),
        required=False,
        choices=[("", _("It was not left")), *WITNESSES.items()],
        help_text=_("Only for a letter left at the premises. Do not write names of persons."),
    )
    consent = Text(
        label=_("Where the consent to electronic service is kept"),
        required=False,
        help_text=_("Only for electronic service; for example the number of the form"),
    )
    through = Text(
        label=_("Authority entrusted with it"),
        required=False,
        help_text=_("Only for entrusted service"),
    )
    places = {
        "ServedInTheFuture": "served_on",
        "ServedBeforeProposal": "served_on",
        "ServedBeforeDecision": "served_on",
        "PublicNoticeRuns": "served_on",
        "PublicNoticeEndsAnotherDay": "served_on",
        "ServiceMethodUnknown": "method",
        "PublicNoticeTooEarly": "method",
        "PublicNoticeNotBegun": "method",
        "ProofMissing": "proof",
        "WitnessMissing": "witness",
        "ConsentMissing": "consent",
        "EntrustedToMissing": "through",
    }


class NoticeForm(DeliveryForm):
    """The notice was served: when, how, and by which proof."""


class LetterPick(StepForm):
    """Which letter: asked only where several wait."""

    letter = Pick(label=_("Which letter"))
    but: frozenset[str] = frozenset()

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The letters that wait; the only one needs no choice."""
        matter = subject.state
        assert isinstance(matter, Designation | Objection | Repair)
        waiting = [each for each in letters(matter) if each not in self.but]
        if len(waiting) < 2:
            del self.fields["letter"]
            return
        self.fields["letter"].choices = [(each, LETTERS[each]) for each in waiting]  # type: ignore[attr-defined]
        self.fields["letter"].initial = waiting[0]


class ServiceForm(LetterPick, DeliveryForm):
    """A decision or an outcome was served."""

    but = WITH_STEP


class FailedServiceForm(LetterPick):
    """An attempt failed, and why."""

    attempted_on = Day(label=_("Day of the attempt"))
    method = Pick(
        label=_("How it was tried"),
        choices=[pair for pair in METHODS.items() if pair[0] != "public-notice"],
    )
    reason = Pick(label=_("Why it failed"), choices=list(FAILURES.items()))
    proof = Needed(
        label=_("Proof of the attempt"),
        help_text=_("For example the number of the returned letter or of the record"),
    )
    places = {
        "AttemptedInTheFuture": "attempted_on",
        "ServedBeforeDecision": "attempted_on",
        "ServiceMethodUnknown": "method",
        "FailureUnknown": "reason",
        "ProofMissing": "proof",
    }


class PublicNoticeForm(LetterPick):
    """A public notice was put up."""

    document = Needed(label=_("Number of the public notice"))
    published_on = Day(label=_("Put up on"))
    proof = Needed(
        label=_("Where it was put up"), help_text=_("For example the website and the notice board")
    )
    checked = forms.BooleanField(
        label=_("It shows title, number and department only: no name of the organisation")
    )
    places = {
        "NoticeNumberMissing": "document",
        "AttemptedInTheFuture": "published_on",
        "AnnouncedBeforeItFailed": "published_on",
        "ProofMissing": "proof",
    }
