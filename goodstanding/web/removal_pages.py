"""Destruction as steps: what each is about, and what it leads to."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import destroy, policy
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.removal import steps
from goodstanding.rules.removal.ended import ended_on
from goodstanding.rules.removal.refusals import StillStanding
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Record, Removal
from goodstanding.web import removal_forms as forms
from goodstanding.web import subjects
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


def removal(visit: Visit, id: str) -> Subject:
    """A destruction; for the department of what it destroys, the credit office and auditors."""
    work = subjects.work_of(id)
    found = (work and work.find(Removal, id)) or refuse(PageUnknown())
    policy.require(visit.actor, Action.READ_REMOVALS, department=found.department)
    title, url = gettext("Destruction of contents"), reverse("web:removal", args=[id])
    return Subject(id=id, state=found, work=work, title=title, url=url)


def _ended(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Who still needs the contents is asked when it is proposed: it takes more than a look."""
    state = subject.state
    assert isinstance(state, Record | Designation)
    return [] if ended_on(state, on=visit.today) else [StillStanding()]


def _waits(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    assert isinstance(subject.state, Removal)
    return steps.closed(subject.state)


def _propose(call: Call, subject: Subject, data: Data) -> str:
    id = destroy.propose_removal(call, target=subject.id, **data)
    return reverse("web:removal", args=[id])


def _approve(call: Call, subject: Subject, data: Data) -> None:
    destroy.approve_removal(call, removal=subject.id)


def _drop(call: Call, subject: Subject, data: Data) -> None:
    destroy.drop_removal(call, removal=subject.id, reasons=data["reasons"])


PROPOSE = StepPage(
    name="removal-new",
    path="records/<str:id>/removal",
    title=_("Propose the destruction of its contents"),
    button=_("Propose it"),
    done=_("Proposed. A reviewer of your department other than you decides on it."),
    load=subjects.record,
    form=forms.ProposeRemovalForm,
    action=Action.PROPOSE_REMOVAL,
    obstacles=_ended,
    run=_propose,
    warning=_(
        "Everything written down about it goes for good: texts, names, values, the files of its"
        " objections and repairs. That it was there, when, and what it did stays. Nothing is"
        " destroyed that is still disputed, recalled, rested on or waited for."
    ),
)
ABOUT: tuple[StepPage, ...] = (
    StepPage(
        name="removal-approval",
        path="removals/<str:id>/approval",
        title=_("Approve the destruction"),
        button=_("Destroy the contents"),
        done=_("The contents are destroyed."),
        load=removal,
        form=forms.ApproveRemovalForm,
        action=Action.APPROVE_REMOVAL,
        obstacles=_waits,
        run=_approve,
        warning=_("The contents are gone with this step, also from every backup restored later."),
    ),
    StepPage(
        name="removal-drop",
        path="removals/<str:id>/drop",
        title=_("Drop the proposal"),
        button=_("Drop it"),
        done=_("Dropped. The contents stay."),
        load=removal,
        form=forms.DropRemovalForm,
        action=Action.DROP_REMOVAL,
        obstacles=_waits,
        run=_drop,
    ),
)
STEPS: tuple[StepPage, ...] = (PROPOSE, *ABOUT)
