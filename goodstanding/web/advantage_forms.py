"""The forms about an advantage: shown or not, given up, ended after notice, adopted from an offer."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.exemplar.against import against
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation
from goodstanding.web.fields import Pick, PickMany, Text
from goodstanding.web.service_forms import DeliveryForm
from goodstanding.web.step_forms import NO_NAMES, PUBLIC, Needed, StepForm
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit
from goodstanding.web.wording import ENDINGS


class ConsentForm(StepForm):
    """The organisation lets strangers see its advantage."""

    checked = forms.BooleanField(
        label=_("We want everybody to see our name, this decision and its term")
    )


class ConsentWithdrawalForm(StepForm):
    """The organisation takes its consent back."""

    checked = forms.BooleanField(label=_("Nobody but departments shall see it from now on"))


class GivingUpForm(StepForm):
    """The organisation gives its advantage up."""

    text = Text(
        label=_("What you want to say about it"), long=True, required=False, help_text=NO_NAMES
    )
    checked = forms.BooleanField(label=_("We give this recognition up in writing, from today on"))


class EndingNoticeForm(DeliveryForm):
    """What the advantage shall end on, and how the organisation was told."""

    records = PickMany(label=_("Records it shall end on"), required=False)
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {
        **DeliveryForm.places,
        "EndingRestsOnNothing": "records",
        "ReasonsMissing": "reasons",
    }
    field_order = ("records", "reasons")

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The records that came after the decision and speak against the organisation."""
        case = subject.state
        assert isinstance(case, Designation)
        self.fields["records"].choices = [  # type: ignore[attr-defined]
            (each.id, f"{each.document} {visit.titles.kind(each.record_kind)}")
            for each in against(case, subject.work, on=visit.today)
            if each.department == visit.actor.department or each.public_from is not None
        ]


class EndingAnswerForm(StepForm):
    """What the organisation says, or that it says nothing."""

    text = Needed(label=_("Statement"), long=True, help_text=NO_NAMES)
    waived = forms.BooleanField(label=_("We give up our statement in writing"), required=False)
    places = {"StatementEmpty": "text"}


class EndingDecisionForm(StepForm):
    """The advantage ends or stays, with reasons that answer the organisation."""

    outcome = Pick(label=_("Decision"), choices=list(ENDINGS.items()))
    document = Needed(label=_("Number of the decision"))
    reasons = Needed(label=_("Reasons"), long=True, help_text=PUBLIC)
    answer = Needed(label=_("Answer to the statement"), long=True)
    checked = forms.BooleanField(
        label=_("I have checked the records, the notice and the statement")
    )
    places = {
        "EndingOutcomeUnknown": "outcome",
        "DecisionDocumentMissing": "document",
        "ReasonsMissing": "reasons",
        "StatementUnanswered": "answer",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """An answer is asked for only where something was said."""
        case = subject.state
        assert isinstance(case, Designation)
        told = case.intended_end or None
        if told is None or told.answered_on is None or told.waived:
            del self.fields["answer"]


class AdoptionForm(StepForm):
    """A department adopts a recommendation, for reasons of its own."""

    ground = forms.ChoiceField(label=_("Ground"))
    months = forms.IntegerField(
        label=_("Term in months"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=_("Left empty, the term of the ground applies"),
    )
    case_number = Text(label=_("Your case number"), required=False)
    facts = Needed(
        label=_("What your department found, and why it adopts the recommendation"),
        long=True,
        help_text=NO_NAMES,
    )
    places = {
        "TermTooLong": "months",
        "DepartmentNotCompetent": "ground",
        "CaseAlreadyOpen": "ground",
        "AdoptionReasonsMissing": "facts",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The grounds of an advantage the department may decide on."""
        self.fields["ground"].choices = visit.titles.choices("grounds", earned(visit))  # type: ignore[attr-defined]


def earned(visit: Visit) -> Iterable[str]:
    """The grounds of an advantage that the visitor's department may decide on today."""
    rulebook = visit.law.rulebook if visit.law else None
    if rulebook is None:
        return []
    return [
        each.id
        for each in rulebook.grounds.values()
        if each.sense == ADVANTAGE
        and visit.actor.department in rulebook.deciding(each.id, visit.today)
    ]
