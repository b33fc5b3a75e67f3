"""“Not the same as” as steps: what each is about, and what it leads to."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import distinguish, policy
from goodstanding.flow.bench import Call
from goodstanding.register.reading import stream_of
from goodstanding.rules.distinct import Distinction
from goodstanding.rules.distinction import steps
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.rights import Action
from goodstanding.web import distinct_forms as forms
from goodstanding.web import subjects
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Meant, Subject
from goodstanding.web.visit import Visit


def organisation(visit: Visit, id: str) -> Subject:
    """An organisation the register has met, as the visitor's department handles it."""
    work = subjects.work_of(id if stream_of(id) == id else "")
    state = Meant(id=id, organisation=id, department=visit.actor.department)
    url = reverse("web:organisation" if visit.staff else "web:own-of", args=[id])
    title = gettext("Not the same as another")
    return Subject(id=id, state=state, work=work or refuse(PageUnknown()), title=title, url=url)


def distinction(visit: Visit, id: str) -> Subject:
    """A statement; for its department, the credit office and auditors."""
    work = subjects.work_of(id)
    found = (work and work.find(Distinction, id)) or refuse(PageUnknown())
    mine = visit.actor.organisations & {found.organisation, found.other}
    of = next(iter(sorted(mine)), found.organisation)
    policy.require(visit.actor, Action.READ_CASE, department=found.department, organisation=of)
    url = reverse("web:distinction", args=[id])
    title = gettext("Not the same as another")
    return Subject(id=id, state=found, work=work, title=title, url=url)


def _nothing(visit: Visit, subject: Subject) -> list[Refusal]:
    return []


def _confirming(visit: Visit, subject: Subject) -> list[Refusal]:
    return steps.confirming(_found(subject))


def _withdrawing(visit: Visit, subject: Subject) -> list[Refusal]:
    return steps.withdrawing(_found(subject))


def _found(subject: Subject) -> Distinction:
    assert isinstance(subject.state, Distinction)
    return subject.state


def _state(call: Call, subject: Subject, data: Data) -> str:
    id = distinguish.state_distinct(call, code=subject.id, **data)
    return reverse("web:distinction", args=[id])


def _confirm(call: Call, subject: Subject, data: Data) -> None:
    distinguish.confirm_distinct(call, distinction=subject.id)


def _withdraw(call: Call, subject: Subject, data: Data) -> None:
    distinguish.withdraw_distinct(call, distinction=subject.id, reasons=data["reasons"])


STATE = StepPage(
    name="distinguish",
    path="organisations/<str:id>/distinction",
    title=_("State that it is not the same as another"),
    button=_("State it"),
    done=_("Stated. An officer compares both and confirms it."),
    load=organisation,
    form=forms.StateDistinctForm,
    action=Action.STATE_DISTINCT,
    obstacles=_nothing,
    run=_state,
    own_title=_("State that we are not the same as another"),
    warning=_(
        "For two organisations of a like name. Once a second officer has confirmed it, both pages"
        " say that they are not the same, until it is taken back. It changes nothing about records."
    ),
)
ABOUT: tuple[StepPage, ...] = (
    StepPage(
        name="distinction-confirmation",
        path="distinctions/<str:id>/confirmation",
        title=_("Confirm that they are not the same"),
        button=_("Confirm it"),
        done=_("Confirmed. Both pages say so from now on."),
        load=distinction,
        form=forms.ConfirmDistinctForm,
        action=Action.CONFIRM_DISTINCT,
        obstacles=_confirming,
        run=_confirm,
    ),
    StepPage(
        name="distinction-withdrawal",
        path="distinctions/<str:id>/withdrawal",
        title=_("Take the statement back"),
        button=_("Take it back"),
        done=_("Taken back. No page says so any more."),
        load=distinction,
        form=forms.WithdrawDistinctForm,
        action=Action.WITHDRAW_DISTINCT,
        obstacles=_withdrawing,
        run=_withdraw,
    ),
)
STEPS: tuple[StepPage, ...] = (STATE, *ABOUT)
