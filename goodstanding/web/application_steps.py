"""An application as steps: which form, which step of the story, which right."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from goodstanding.flow import apply
from goodstanding.flow.bench import Call
from goodstanding.rules.application import accept as accepting
from goodstanding.rules.application import decide as deciding
from goodstanding.rules.application import receive as receiving
from goodstanding.rules.application import refusals as no
from goodstanding.rules.application.state import DOCUMENTS, eligible
from goodstanding.rules.errors import Refusal
from goodstanding.rules.rights import Action
from goodstanding.web import application_forms as forms
from goodstanding.web import subjects
from goodstanding.web.application_forms import item_of, of
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


def _said(data: Data) -> Data:
    left = {name: value for name, value in data.items() if name != "checked"}
    return {name: value for name, value in left.items() if value is not None}


def _tell(call: Call, subject: Subject, data: Data) -> None:
    apply.tell_missing_papers(call, application=subject.id)


def _supply(call: Call, subject: Subject, data: Data) -> None:
    apply.supply_application_papers(call, application=subject.id, papers=tuple(data["papers"]))


def _accept(call: Call, subject: Subject, data: Data) -> None:
    apply.accept_application(call, application=subject.id)


def _follow(call: Call, subject: Subject, data: Data) -> None:
    said = _said(data)
    if not said["promise"].strip() and "due" not in said:
        said["due"] = call.on
    apply.accept_application(call, application=subject.id, **said)


def _decide(call: Call, subject: Subject, data: Data) -> None:
    apply.decide_application(call, application=subject.id, **_said(data))


def _not_supplied(call: Call, subject: Subject, data: Data) -> None:
    apply.record_papers_not_supplied(call, application=subject.id)


def _consequence(call: Call, subject: Subject, data: Data) -> None:
    apply.note_consequence(call, application=subject.id, **_said(data))


def _telling(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return receiving.telling_refusals(of(subject), visit.today)


def _supplying(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    found = of(subject)
    return receiving.supplying_refusals(found, found.missing)


def _accepting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    found = of(subject)
    stage = receiving.stage_refusals(found, "received")
    if stage or not found.missing or receiving.counts_as_accepted(found, visit.today):
        return stage
    return [no.PapersStillMissing(papers=found.missing)]


def _following(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """As the check answered when the application came; it is asked anew when it is accepted."""
    found, item = of(subject), item_of(visit, subject)
    stage = receiving.stage_refusals(found, "received")
    if stage or item is None or visit.law is None:
        return stage
    against = accepting.following_refusals(found, item, visit.law, visit.today)
    if not eligible(found.asked, DOCUMENTS):
        against += [
            no.NotEligibleToFollow(answer=each.answer, receipt=each.receipt)
            for each in found.asked
            if each.procedure == DOCUMENTS
        ]
    return against


def _deciding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return receiving.stage_refusals(of(subject), "received", "accepted")


def _awaiting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return deciding.awaiting_refusals(of(subject), visit.today)


def _noting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return deciding.consequence_refusals(of(subject))


STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="application-acceptance",
        path="applications/<str:id>/acceptance",
        title=_("Accept the application"),
        button=_("Accept it now"),
        done=_("The application is accepted; its limit runs from now on."),
        load=subjects.application,
        form=forms.AcceptForm,
        action=Action.ACCEPT_APPLICATION,
        obstacles=_accepting,
        run=_accept,
        warning=_("The register is asked again whether the fast lane is open; the limit follows."),
    ),
    StepPage(
        name="application-follow",
        path="applications/<str:id>/promise",
        title=_("Accept with papers to follow"),
        button=_("Accept on this promise"),
        done=_("The application is accepted; the organisation is reminded before the day."),
        load=subjects.application,
        form=forms.FollowForm,
        action=Action.ACCEPT_APPLICATION,
        obstacles=_following,
        run=_follow,
        warning=_(
            "The register is asked again whether this is open to the organisation. Only secondary"
            " papers that no law requires may follow."
        ),
    ),
    StepPage(
        name="application-missing",
        path="applications/<str:id>/missing",
        title=_("Tell once what is missing"),
        button=_("Tell the organisation"),
        done=_("What is missing has been told. Nothing more can be asked for."),
        load=subjects.application,
        form=forms.TellForm,
        action=Action.HANDLE_APPLICATION,
        obstacles=_telling,
        run=_tell,
        warning=_("The list is told once; after it no further paper can be asked for."),
    ),
    StepPage(
        name="application-papers",
        path="applications/<str:id>/papers",
        title=_("Enter papers that have come"),
        button=_("Enter them"),
        done=_("The papers are entered."),
        load=subjects.application,
        form=forms.SupplyForm,
        action=Action.HANDLE_APPLICATION,
        obstacles=_supplying,
        run=_supply,
    ),
    StepPage(
        name="application-decision",
        path="applications/<str:id>/decision",
        title=_("Enter how it ended"),
        button=_("Enter it"),
        done=_("The application is closed; the working days are counted."),
        load=subjects.application,
        form=forms.DecideForm,
        action=Action.DECIDE_APPLICATION,
        obstacles=_deciding,
        run=_decide,
    ),
    StepPage(
        name="application-not-supplied",
        path="applications/<str:id>/not-supplied",
        title=_("Record that promised papers never came"),
        button=_("Record it"),
        done=_("It is recorded. Nothing follows by itself."),
        load=subjects.application,
        form=forms.NotSuppliedForm,
        action=Action.DECIDE_APPLICATION,
        obstacles=_awaiting,
        run=_not_supplied,
        warning=_(
            "It is seen by your department and the organisation alone. What follows is your own"
            " decision, after notice."
        ),
    ),
    StepPage(
        name="application-consequence",
        path="applications/<str:id>/consequence",
        title=_("Enter what followed"),
        button=_("Enter it"),
        done=_("What followed is entered."),
        load=subjects.application,
        form=forms.ConsequenceForm,
        action=Action.DECIDE_APPLICATION,
        obstacles=_noting,
        run=_consequence,
        warning=_("The register does nothing by itself: it keeps what your department decided."),
    ),
)
