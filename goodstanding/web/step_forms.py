"""The forms of the steps: what each asks, and at which field each refusal stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.correct import before
from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.correction.learned import open_error
from goodstanding.rules.masking import TOLD
from goodstanding.rules.record_cells import NARRATIVE
from goodstanding.rules.stacking import ADVANTAGE, restricted_already
from goodstanding.rules.states import Designation, Record
from goodstanding.web.fields import Day, PageForm, Pick, PickMany, Text
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit
from goodstanding.web.wording import (
    ANSWERS_TO_TASK,
    DECISIONS,
    OUTCOMES,
    REASONS,
    RECOGNITIONS,
    TEXTS,
    THROUGH,
)

NO_NAMES = _("Do not write names or identity numbers of persons.")
PUBLIC = _("This becomes public. Do not write names or identity numbers of persons.")


LEARNED_PLACES = {"LearnedInFuture": "learned_on", "LearnedBeforeDecision": "learned_on"}


def learned_on_field() -> Day:
    """The day a department learned that a record is wrong: the law's days count from it."""
    return Day(
        label=_("Learned on"),
        required=False,
        help_text=_("The day on which your department learned of it; left empty, none is counted"),
    )


def forget_noted(form: forms.Form, subject: Subject) -> None:
    """The day noted before holds, so it is not asked again."""
    if isinstance(subject.state, Record) and open_error(subject.state):
        del form.fields["learned_on"]


class StepForm(PageForm):
    """A form about a subject; it may offer what the subject and the law of today allow."""

    def __init__(self, *args: Any, visit: Visit, subject: Subject, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(visit, subject)

    def offer(self, visit: Visit, subject: Subject) -> None:
        """Fill the lists to choose from."""


class OwnStepForm(StepForm):
    """A form the organisation may send itself: it is then of today, and no other day is asked."""

    of_day = ""

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The day is asked of an officer only, who enters what came on paper."""
        if not visit.staff:
            del self.fields[self.of_day]


class Needed(Text):
    """A text a rule needs: the rule says so, together with everything else it finds."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.needed = True


class StatementForm(OwnStepForm):
    """What the organisation says."""

    of_day = "received_on"
    text = Needed(label=_("Statement"), long=True, help_text=NO_NAMES)
    received_on = Day(label=_("Received on"), required=False)
    places = {"StatementEmpty": "text"}


class WaiverForm(OwnStepForm):
    """The organisation gives up its statement in writing."""

    of_day = "waived_on"
    proof = Needed(label=_("Number or place of the written waiver"))
    waived_on = Day(label=_("Day of the waiver"), required=False)
    hearing = forms.BooleanField(label=_("The writing gives up the hearing too"), required=False)
    places = {"ProofMissing": "proof"}


class HearingRequestForm(OwnStepForm):
    """The organisation asks for a hearing."""

    of_day = "requested_on"
    requested_on = Day(label=_("Asked for on"), required=False)
    places = {"HearingAskedTooLate": "requested_on"}


class HearingForm(StepForm):
    """The hearing was held."""

    held_on = Day(label=_("Held on"), required=False)
    proof = Needed(label=_("Number of the minutes"))
    places = {"ProofMissing": "proof"}


def _titled(visit: Visit, subject: Subject, case: str) -> str:
    return visit.titles.ground(subject.work.one(Designation, case).ground)


class DecisionForm(StepForm):
    """Designate or not, with reasons that answer the statement."""

    outcome = Pick(label=_("Decision"), choices=list(DECISIONS.items()))
    document = Needed(label=_("Number of the decision"))
    reasons = Needed(label=_("Reasons"), long=True, help_text=PUBLIC)
    answer = Needed(
        label=_("Answer to the statement"),
        long=True,
        help_text=_("Where the organisation stated its case, say what becomes of each point."),
    )
    way_back = Text(
        label=_("The way back in this case"), long=True, required=False, help_text=PUBLIC
    )
    second_reason = Text(
        label=_("Why the same fact is to restrict a second time"), long=True, required=False
    )
    months = forms.IntegerField(
        label=_("Term in months"), required=False, min_value=1, max_value=120
    )
    measures = PickMany(label=_("Measures"), required=False)
    checked = forms.BooleanField(label=_("I have checked facts, notice, statement and measures"))
    places = {
        "OutcomeUnknown": "outcome",
        "DecisionDocumentMissing": "document",
        "ReasonsMissing": "reasons",
        "StatementUnanswered": "answer",
        "HeavierThanNoticed": "measures",
        "MeasureNotPaired": "measures",
        "SecondRestrictionUnreasoned": "second_reason",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The measures the notice named, all chosen; the noticed term as the most there can be.

        A second reason is asked for only where a fact of the case restricts already.
        """
        case = subject.state
        assert isinstance(case, Designation)
        noticed = [line.measure for line in case.noticed]
        self.fields["measures"].choices = visit.titles.choices("measures", noticed)  # type: ignore[attr-defined]
        self.fields["measures"].initial = noticed
        self.fields["months"].initial = case.months
        self.fields["months"].widget.attrs["inputmode"] = "numeric"
        if not case.statement_on:
            del self.fields["answer"]
        if case.sense == ADVANTAGE:
            self._recognition()
        already = restricted_already(case, subject.work, on=visit.today)
        if case.sense == ADVANTAGE or not already:
            del self.fields["second_reason"]
            return
        self.fields["second_reason"].help_text = _(
            "In force already on {documents}: {cases}"
        ).format(
            documents=", ".join(dict.fromkeys(document for document, _id in already)),
            cases=", ".join(_titled(visit, subject, id) for _document, id in already),
        )

    def _recognition(self) -> None:
        """A recognition is no designation, and there is no way back from it to be found."""
        self.fields["outcome"].choices = list(RECOGNITIONS.items())  # type: ignore[attr-defined]
        self.fields["measures"].label = _("Advantages")
        del self.fields["way_back"]


class RevocationForm(StepForm):
    """The designation ends by decision."""

    from_start = Pick(
        label=_("From when"),
        choices=[
            ("yes", _("From the start: it was wrong")),
            ("no", _("From today: for a later reason")),
        ],
    )
    reasons = Needed(label=_("Reasons"), long=True, help_text=PUBLIC)
    checked = forms.BooleanField(label=_("I have checked the decision"))
    places = {"ReasonsMissing": "reasons"}


class ProposalForm(StepForm):
    """A designation is proposed on records and a ground."""

    ground = forms.ChoiceField(label=_("Ground"))
    records = PickMany(label=_("Records it rests on"), required=False)
    months = forms.IntegerField(
        label=_("Term in months"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=_("Left empty, the term of the ground applies"),
    )
    case_number = Text(label=_("Your case number"), required=False)
    facts = Text(label=_("Facts and reasons"), long=True, required=False, help_text=NO_NAMES)
    places = {
        "TermTooLong": "months",
        "NothingToRestOn": "records",
        "RecordKindNotAllowed": "ground",
        "DepartmentNotCompetent": "ground",
        "NothingPaired": "ground",
        "CaseAlreadyOpen": "ground",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The grounds the department may decide on, and the organisation's records."""
        record = subject.state
        assert isinstance(record, Record)
        rulebook = visit.law.rulebook if visit.law else None
        mine = (
            []
            if rulebook is None
            else [
                each.id
                for each in rulebook.grounds.values()
                if visit.actor.department in rulebook.deciding(each.id, visit.today)
                and not each.decided_elsewhere
            ]
        )
        # What speaks for an organisation carries advantages only, what speaks against it never.
        alike = [id for id in mine if rulebook and _carries(record, rulebook.ground(id))]
        fitting = [
            id for id in alike if rulebook and record.record_kind in rulebook.ground(id).records
        ]
        self.fields["ground"].choices = visit.titles.choices("grounds", fitting or alike)  # type: ignore[attr-defined]
        self.fields["records"].choices = [  # type: ignore[attr-defined]
            (each.id, f"{each.document} {visit.titles.kind(each.record_kind)}")
            for each in subject.work.all(Record)
            if each.stands and each.adverse == record.adverse and _may_rest(visit, each)
        ]
        self.fields["records"].initial = [record.id]


def _carries(record: Record, ground: Ground) -> bool:
    return record.adverse == (ground.sense != ADVANTAGE)


def _may_rest(visit: Visit, record: Record) -> bool:
    return record.department == visit.actor.department or record.public_from is not None


class ConfirmationForm(StepForm):
    """A second officer confirms a listing decided elsewhere."""

    ground = forms.ChoiceField(label=_("Ground"))
    last_day = Day(
        label=_("Last day"),
        required=False,
        help_text=_("As the source says, for example 2026-06-20; left empty, the ground's term"),
    )
    checked = forms.BooleanField(label=_("I have compared the entry with its source"))
    places = {"LastDayTooLate": "last_day", "EndIsPast": "last_day", "NotATranscription": "ground"}

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The grounds that are decided elsewhere."""
        rulebook = visit.law.rulebook if visit.law else None
        elsewhere = [
            g.id for g in (rulebook.grounds.values() if rulebook else ()) if g.decided_elsewhere
        ]
        self.fields["ground"].choices = visit.titles.choices("grounds", elsewhere)  # type: ignore[attr-defined]


class WithdrawalForm(StepForm):
    """A record is taken back."""

    as_wrong = Pick(
        label=_("Why"),
        choices=[
            ("yes", _("It was wrong from the start")),
            ("no", _("A later reason: it has no effect from today on")),
        ],
    )
    reasons = Needed(label=_("Reasons"), long=True, help_text=PUBLIC)
    learned_on = learned_on_field()
    checked = forms.BooleanField(label=_("I have checked the decision behind it"))
    places = {"ObjectionReasonsMissing": "reasons", **LEARNED_PLACES}

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The day is not asked where it was noted before."""
        forget_noted(self, subject)


class ErrorForm(StepForm):
    """Since when the department knows that a record is wrong, and from whom."""

    learned_on = Day(label=_("Learned on"))
    through = Pick(label=_("From whom"), choices=list(THROUGH.items()))
    text = Text(label=_("What is wrong"), required=False, long=True, help_text=NO_NAMES)
    places = {
        "LearnedInFuture": "learned_on",
        "LearnedBeforeDecision": "learned_on",
        "ThroughUnknown": "through",
    }


class DismissalForm(StepForm):
    """Why a record is right after all."""

    reasons = Needed(label=_("Why it is right"), long=True, help_text=NO_NAMES)
    places = {"WhyRightMissing": "reasons"}


class TextForm(StepForm):
    """The texts of a record that may name persons, as they are kept, and that they were read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    checked = forms.BooleanField(
        label=_("I have read these texts. They name no person and are fit to publish")
    )

    def offer(self, visit: Visit, subject: Subject) -> None:
        """Show every text that becomes public; the doubtful ones are marked."""
        record = subject.state
        assert isinstance(record, Record)
        self.fields["version"].initial = record.version.number
        kept = before(subject.work, record).content
        self.shown = [
            (TEXTS[name], kept[name], name in (record.texts_held or ()))
            for name in NARRATIVE
            if name in TOLD and kept.get(name)
        ]


class WithholdingForm(TextForm):
    """The same texts, and that somebody is named in them."""

    checked = forms.BooleanField(label=_("I have read these texts. They name a person"))


class ObjectionForm(StepForm):
    """The organisation says what is wrong."""

    reason = Pick(label=_("What is wrong?"), choices=list(REASONS.items()))
    text = Needed(label=_("Say it in a sentence or two"), long=True, help_text=NO_NAMES)
    new_evidence = forms.BooleanField(
        label=_("There is new evidence"),
        required=False,
        help_text=_("Only needed where the same objection was decided before"),
    )
    places = {
        "ObjectionReasonUnknown": "reason",
        "ObjectionRunning": "reason",
        "AlreadyDecidedOnce": "new_evidence",
        "ObjectionTextMissing": "text",
    }


class AcceptanceForm(StepForm):
    """The objection is taken up."""

    checked = forms.BooleanField(label=_("Take the objection up now"))


class VerificationExtensionForm(StepForm):
    """Why more time is needed; the organisation reads it."""

    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {"ObjectionReasonsMissing": "reasons"}


class OutcomeForm(StepForm):
    """The objection ends."""

    outcome = Pick(label=_("Outcome"), choices=list(OUTCOMES.items()))
    reasons = Needed(label=_("Reasons"), long=True, help_text=PUBLIC)
    document = Text(
        label=_("Right document number"), required=False, help_text=_("Only for a correction")
    )
    decided_on = Day(label=_("Right day of the decision"), required=False)
    checked = forms.BooleanField(label=_("I have verified it with the source of the record"))
    places = {
        "ObjectionOutcomeUnknown": "outcome",
        "ObjectionReasonsMissing": "reasons",
        "CorrectionEmpty": "document",
    }


class ResponseForm(StepForm):
    """The implementing department answers."""

    answer = Pick(
        label=_("Does your department apply the measure?"), choices=list(ANSWERS_TO_TASK.items())
    )
    reason = Needed(
        label=_("Reason"), long=True, help_text=_("Needed where the measure is not applied")
    )
    acting_on = Day(
        label=_("Acting from"), required=False, help_text=_("Left empty: today. Like 2026-06-20")
    )
    places = {"AnswerUnknown": "answer", "ReasonForNotApplying": "reason"}


class FeedbackForm(StepForm):
    """What was done is reported."""

    done_on = Day(
        label=_("Done on"), required=False, help_text=_("Left empty: today. Like 2026-06-20")
    )
    proof = Needed(
        label=_("Proof of what was done"), help_text=_("For example the number of the letter")
    )
    note = Text(label=_("Note"), long=True, required=False, help_text=NO_NAMES)
    places = {"DoneInTheFuture": "done_on", "EvidenceMissing": "proof"}
