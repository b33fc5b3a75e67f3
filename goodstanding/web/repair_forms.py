"""The forms of a repair: what each step asks, and at which field each refusal stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.web.fields import Day, Pick, Text
from goodstanding.web.service_forms import DeliveryForm
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.wording import REPAIR_GROUNDS, REPAIR_OUTCOMES, REVOCATION_GROUNDS


class RepairForm(StepForm):
    """The organisation says when it performed its last duty and when it signed its commitment."""

    performed_on = Day(label=_("Last duty performed on"))
    commitment_on = Day(label=_("Commitment signed on"))
    text = Text(
        label=_("What was corrected, and which papers show it"),
        long=True,
        required=False,
        help_text=NO_NAMES,
    )
    places = {
        "PerformedInFuture": "performed_on",
        "PerformedBeforeDecision": "performed_on",
        "RepairTooEarly": "performed_on",
        "CommitmentNotSigned": "commitment_on",
    }


class PapersForm(StepForm):
    """Everything that is missing, in one list."""

    missing = Needed(label=_("Papers that are missing, all of them"), long=True, help_text=NO_NAMES)
    places = {"PapersNotNamed": "missing", "PapersAskedOnce": "missing"}


class SupplementForm(StepForm):
    """What was brought."""

    text = Text(label=_("What is brought now"), long=True, required=False, help_text=NO_NAMES)


class RepairAcceptanceForm(StepForm):
    """The application is complete."""

    checked = forms.BooleanField(label=_("The papers are complete; take the application up now"))


class NotAcceptedForm(StepForm):
    """The application is not taken up, and why."""

    ground = Pick(label=_("Ground"), choices=list(REPAIR_GROUNDS.items()))
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"RefusalGroundUnknown": "ground", "RepairReasonsMissing": "reasons"}


class ExtensionForm(StepForm):
    """Why more time is needed."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"RepairReasonsMissing": "reasons"}


class RepairDecisionForm(StepForm):
    """Granted, or refused on a ground and with reasons."""

    outcome = Pick(
        label=_("Decision"),
        choices=[(each, REPAIR_OUTCOMES[each]) for each in ("granted", "refused")],
    )
    ground = Pick(
        label=_("Ground of a refusal"),
        choices=list(REPAIR_GROUNDS.items()),
        required=False,
        help_text=_("Only where the repair is refused"),
    )
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have checked performance, papers and term"))
    places = {
        "RepairOutcomeUnknown": "outcome",
        "NothingToRepair": "outcome",
        "DisputeRunning": "outcome",
        "FixedTermRuns": "outcome",
        "RefusalGroundUnknown": "ground",
        "RepairReasonsMissing": "reasons",
    }


class TakeBackForm(StepForm):
    """The application is taken back."""

    checked = forms.BooleanField(label=_("Take the application back"))


class RevocationNoticeForm(DeliveryForm):
    """What is said against the repair, and how the organisation was told."""

    served_on = Day(
        label=_("Day of service"),
        required=False,
        help_text=_("Left empty: today. Like 2026-06-20"),
    )
    ground = Pick(label=_("Ground"), choices=list(REVOCATION_GROUNDS.items()))
    facts = Needed(label=_("Facts and reasons"), long=True, help_text=NO_NAMES)
    field_order = ("ground", "facts")
    places = {
        **DeliveryForm.places,
        "RevocationGroundUnknown": "ground",
        "RepairReasonsMissing": "facts",
    }


class RevocationAnswerForm(StepForm):
    """What the organisation answers, or that it gives its statement up."""

    text = Text(label=_("Statement"), long=True, required=False, help_text=NO_NAMES)
    waived = forms.BooleanField(label=_("We give up our statement"), required=False)


class RepairRevocationForm(StepForm):
    """The repair is revoked."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    checked = forms.BooleanField(label=_("I have checked the answer of the organisation"))
    places = {"RepairReasonsMissing": "reasons"}
