"""The forms of an application: what each asks, and at which field each refusal stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.flow.apply_promise import text_for
from goodstanding.rules.application.accept import last_of, longest_for
from goodstanding.rules.application.state import GRANTED, NOT_ACCEPTED, REFUSED, WITHDRAWN
from goodstanding.rules.catalogue.items import Item
from goodstanding.rules.commitment.text import text_digest
from goodstanding.rules.states import Application, Organisation
from goodstanding.web.application_words import CONSEQUENCES, OUTCOMES
from goodstanding.web.dates import full
from goodstanding.web.fields import Day, PageForm, Pick, PickMany
from goodstanding.web.step_forms import NO_NAMES, Needed, StepForm
from goodstanding.web.subjects import Subject
from goodstanding.web.titles import in_language
from goodstanding.web.visit import Visit


class StartForm(PageForm):
    """Who applies, and for what."""

    code = forms.CharField(label=_("Credit code of the organisation"), max_length=40)
    item = forms.ChoiceField(label=_("Item"))

    def offer(self, items: list[tuple[str, str]]) -> None:
        """The items of the department."""
        self.fields["item"].choices = items  # type: ignore[attr-defined]


class ReceiveForm(PageForm):
    """Which papers are there, and under which number."""

    case_number = Needed(label=_("Your case number"))
    papers = PickMany(label=_("Papers handed in"), required=False)
    places = {
        "ApplicationCaseNumberMissing": "case_number",
        "ApplicationEntered": "case_number",
        "PaperUnknown": "papers",
    }

    def offer(self, visit: Visit, item: Item) -> None:
        """The item's papers, each with what it is."""
        self.fields["papers"].choices = [  # type: ignore[attr-defined]
            (each.id, paper_label(visit, item, each.id)) for each in item.papers
        ]


def paper_label(visit: Visit, item: Item | None, id: str) -> str:
    """A paper with whether it is a main one, and the law that requires it."""
    papers = {each.id: each for each in (item.papers if item else ())}
    paper = papers.get(id)
    if paper is None:
        return visit.titles.paper(id)
    kind = _("main paper") if paper.main else _("secondary paper, may follow")
    said = [str(kind)]
    if paper.required_by_law and visit.law:
        book = visit.law.rulebook
        said.append(in_language(book.citation_title(paper.required_by_law, visit.today)))
    return _("{paper} ({kind})").format(paper=in_language(paper.title), kind=", ".join(said))


class TellForm(StepForm):
    """Everything that is missing, once."""

    told: list[tuple[str, str]]
    checked = forms.BooleanField(label=_("This is everything that is missing"))

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The list as it will be told."""
        found, item = of(subject), item_of(visit, subject)
        papers = "\n".join(paper_label(visit, item, each) for each in found.missing)
        self.told = [(str(_("Missing")), papers)]


class SupplyForm(StepForm):
    """Which papers have come."""

    papers = PickMany(label=_("Papers that have come"), required=False)
    places = {"NoPaperNamed": "papers", "PaperNotMissing": "papers"}

    def offer(self, visit: Visit, subject: Subject) -> None:
        """What is missing."""
        item = item_of(visit, subject)
        self.fields["papers"].choices = [  # type: ignore[attr-defined]
            (each, paper_label(visit, item, each)) for each in of(subject).missing
        ]


class AcceptForm(StepForm):
    """The application is accepted."""

    checked = forms.BooleanField(label=_("Accept the application now"))


class FollowForm(StepForm):
    """What the organisation promised in writing, and by when."""

    told: list[tuple[str, str]]
    promise = Needed(label=_("Number of the written promise"))
    due = Day(label=_("Papers promised by"), required=False)
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    checked = forms.BooleanField(label=_("I have the written promise, signed and sealed"))
    places = {
        "PromiseDocumentMissing": "promise",
        "PromiseInThePast": "due",
        "PromisePastTheLimit": "due",
        "PromiseOnADayOff": "due",
        "DueDayNotAhead": "due",
        "PromisedTooLong": "due",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """What is missing, until when it may follow, and the text that is signed."""
        found, item = of(subject), item_of(visit, subject)
        papers = "\n".join(paper_label(visit, item, each) for each in found.missing)
        self.told = [(str(_("Papers to follow")), papers)]
        longest = longest_for(item, visit.law, visit.today) if item and visit.law else None
        if longest:
            self.fields["due"].help_text = _(
                "A working day until {day}; left empty, that day. For example 2026-06-20"
            ).format(day=full(last_of(longest)))
        organisation = subject.work.find(Organisation, found.organisation)
        text = text_for(organisation, found.department, visit.law, visit.today)
        if text is None:
            del self.fields["read"]
            return
        self.fields["read"].initial = text_digest(text)
        self.told.append((str(_("What is promised")), in_language(text.text)))


class DecideForm(StepForm):
    """How the application ended."""

    outcome = Pick(label=_("Outcome"), choices=[])
    document = Needed(label=_("Number of the decision"))
    decided_on = Day(label=_("Decided on"), required=False)
    reasons = Needed(label=_("Reasons, where it was not granted"), long=True, help_text=NO_NAMES)
    places = {
        "ApplicationOutcomeUnknown": "outcome",
        "OutcomeNeedsAcceptance": "outcome",
        "OutcomeAfterAcceptance": "outcome",
        "ApplicationDocumentMissing": "document",
        "ApplicationReasonsMissing": "reasons",
        "ApplicationDayInFuture": "decided_on",
        "ApplicationDayTooEarly": "decided_on",
    }

    def offer(self, visit: Visit, subject: Subject) -> None:
        """The outcomes that fit where it stands."""
        accepted = of(subject).accepted_on is not None
        fitting = (GRANTED, REFUSED, WITHDRAWN) if accepted else (NOT_ACCEPTED, WITHDRAWN)
        self.fields["outcome"].choices = [(each, OUTCOMES[each]) for each in fitting]  # type: ignore[attr-defined]


class NotSuppliedForm(StepForm):
    """Promised papers did not come."""

    checked = forms.BooleanField(label=_("I have looked: the papers did not come"))


class ConsequenceForm(StepForm):
    """What the department decided because of it."""

    consequence = Pick(label=_("What followed"), choices=list(CONSEQUENCES.items()))
    noticed_on = Day(label=_("Notice served on"), required=False)
    document = Needed(label=_("Number of the decision"))
    decided_on = Day(label=_("Decided on"), required=False)
    reasons = Needed(label=_("Reasons"), long=True, help_text=NO_NAMES)
    places = {
        "ConsequenceUnknown": "consequence",
        "ConsequenceDoesNotFit": "consequence",
        "ConsequenceWithoutNotice": "noticed_on",
        "ApplicationDocumentMissing": "document",
        "ApplicationReasonsMissing": "reasons",
        "ApplicationDayInFuture": "decided_on",
        "ApplicationDayTooEarly": "decided_on",
    }


def of(subject: Subject) -> Application:
    """The application a step is about."""
    assert isinstance(subject.state, Application)
    return subject.state


def item_of(visit: Visit, subject: Subject) -> Item | None:
    """The item as the rulebook of today has it; none where it is there no more."""
    found: Any = visit.law.rulebook.items.get(of(subject).item) if visit.law else None
    return found if isinstance(found, Item) else None
