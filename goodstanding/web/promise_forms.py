"""The forms of a promise: what is promised, what was seen, how it was told, what was found."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.commitment.verify import METHODS
from goodstanding.rules.states import Commitment
from goodstanding.web.fields import Day, PageForm, Pick, Text
from goodstanding.web.promise_words import CLAIMS, NOTICED, OUTCOMES, fixed
from goodstanding.web.service_forms import DeliveryForm
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.subjects import Subject, ToPromise
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit

WITH_MATTER = frozenset({"instead-of-certificate", "instead-of-approval", "documents-to-follow"})


class PromiseForm(StepForm):
    """The text that is promised, and by which day; the text that was read is the one confirmed."""

    department = forms.ChoiceField(label=_("Department that accepts it"))
    due_on = Day(label=_("To be kept by"))
    matter = Text(
        label=_("What it is about in this case"),
        required=False,
        help_text=_(
            "In a line, for the department; it is not published. Do not write names of persons."
        ),
    )
    standard = Needed(label=_("Number of the standard"))
    standard_scope = Needed(label=_("What it is applied to"))
    standard_edition = Needed(label=_("Edition of the standard"))
    consent = forms.BooleanField(
        label=_("We agree that this promise is public"),
        required=False,
        help_text=_("You may take this back at any time; it is then gone at once."),
    )
    checked = forms.BooleanField(label=_("We have read the text and promise it"))
    read = forms.CharField(widget=forms.HiddenInput(), required=False)
    places = {
        "NotCompetentToAccept": "department",
        "DueDayNotAhead": "due_on",
        "PromisedTooLong": "due_on",
        "StandardMissing": "standard",
        "PromisedAlready": "matter",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """What the template asks for, and no more."""
        about = subject.state
        assert isinstance(about, ToPromise)
        template = about.template
        self.told = [(_("What you promise"), in_language(template.text))]
        given = visit.titles.choices("departments", template.departments)
        mine = [each for each in given if not visit.staff or each[0] == visit.actor.department]
        self.fields["department"].choices = mine  # type: ignore[attr-defined]
        self.fields["read"].initial = text_digest(template)
        left_out = [
            *([] if template.commitment_type in WITH_MATTER else ["matter"]),
            *([] if template.standard else ["standard", "standard_scope", "standard_edition"]),
            *(["consent"] if template.published or visit.staff else []),
        ]
        for name in left_out:
            del self.fields[name]


class VerificationForm(StepForm):
    """What an officer saw."""

    verified_on = Day(label=_("Looked at on"))
    method = Pick(label=_("How it was verified"))
    seen = Pick(label=_("What was seen"), choices=list(OUTCOMES.items()))
    facts = Needed(label=_("What was seen, in a few words"), long=True, help_text=NO_NAMES)
    places = {
        "VerifiedInFuture": "verified_on",
        "FoundBeforePromise": "verified_on",
        "VerificationMethodUnknown": "method",
        "PromiseOutcomeUnknown": "seen",
        "ObservationMissing": "facts",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The ways to verify; the one of the plan is chosen, and today."""
        self.fields["method"].choices = [(each, fixed(each)) for each in METHODS]  # type: ignore[attr-defined]
        promise = subject.state
        assert isinstance(promise, Commitment)
        template = visit.law.rulebook.commitments.get(promise.template) if visit.law else None
        self.fields["method"].initial = template.verification.method if template else None
        self.fields["verified_on"].initial = visit.today


class BreachNoticeForm(DeliveryForm):
    """What is said against the promise, and how the organisation was told."""

    served_on = Day(
        label=_("Day of service"),
        required=False,
        help_text=_("Left empty: today. Like 2026-06-20"),
    )
    facts = Needed(label=_("Facts and reasons"), long=True, help_text=NO_NAMES)
    field_order = ("facts",)
    places = {**DeliveryForm.places, "ObservationMissing": "facts"}


class BreachAnswerForm(StepForm):
    """What the organisation answers, or that it gives its statement up."""

    text = Text(label=_("Statement"), long=True, required=False, help_text=NO_NAMES)
    waived = forms.BooleanField(label=_("We give up our statement"), required=False)


class FindingForm(StepForm):
    """Kept, kept in part, or not kept; of a broken one the authority's decision, where there is one."""

    outcome = Pick(label=_("Finding"), choices=list(OUTCOMES.items()))
    found_on = Day(label=_("Found on"))
    reasons = Needed(
        label=_("Reasons"),
        long=True,
        help_text=_(
            "They answer what the organisation said. Do not write names or identity numbers."
        ),
    )
    document = Text(label=_("Number of the decision"), required=False)
    decided_on = Day(label=_("Decided on"), required=False)
    basis = Text(
        label=_("Basis"),
        required=False,
        help_text=_(
            "Number, day and basis only where your authority decided that it was not kept: a record"
            " is entered then. Without them the finding stays between you and the organisation."
        ),
    )
    authority = Text(label=_("Deciding authority"), required=False)
    authority_code = Text(label=_("Credit code of the authority"), required=False)
    checked = forms.BooleanField(label=_("I have checked what was seen, notice and answer"))
    places = {
        "PromiseOutcomeUnknown": "outcome",
        "VerifiedInFuture": "found_on",
        "FoundBeforePromise": "found_on",
        "FindingReasonsMissing": "reasons",
        "ConflictsWithRecord": "document",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """Today."""
        self.fields["found_on"].initial = visit.today


class FindingTakenBackForm(StepForm):
    """Why the finding was wrong."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"FindingReasonsMissing": "reasons"}


class ConsequenceForm(StepForm):
    """What is carried out."""

    consequence = Pick(label=_("What follows"))
    reasons = Needed(label=_("How it was carried out"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have checked that the decision stands"))
    places = {
        "ConsequenceNotInCatalogue": "consequence",
        "ConsequenceDone": "consequence",
        "FindingReasonsMissing": "reasons",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """What the catalogue of the finding's day lets follow, less what was done."""
        promise = subject.state
        assert isinstance(promise, Commitment)
        found = promise.finding
        left = [e for e in found.consequences if e not in found.followed] if found else []
        self.fields["consequence"].choices = [(each, fixed(each)) for each in left]  # type: ignore[attr-defined]


class ClaimForm(PageForm):
    """What somebody noticed, and when: two choices, and no field for words."""

    places = {"ClaimKindUnknown": "kind", "ClaimTimeUnknown": "noticed"}
    kind = Pick(label=_("What did you notice?"), choices=list(CLAIMS.items()))
    noticed = Pick(label=_("When?"), choices=list(NOTICED.items()))
