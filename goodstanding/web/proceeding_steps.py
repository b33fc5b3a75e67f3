"""A review or a court case as steps: which form, which step of the story, which right."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import proceed
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import Refusal
from goodstanding.rules.proceeding import open as opening
from goodstanding.rules.proceeding import order as ordering
from goodstanding.rules.proceeding import outcome as deciding
from goodstanding.rules.rights import Action
from goodstanding.web import proceeding_forms as forms
from goodstanding.web import subjects
from goodstanding.web.proceeding_forms import of
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


def _filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value is not None and name != "checked"}


def _open(call: Call, subject: Subject, data: Data) -> str:
    return reverse("web:proceeding", args=[proceed.open_proceeding(call, **_filled(data))])


def _order(call: Call, subject: Subject, data: Data) -> None:
    whole = data.pop("whole") == "yes"
    proceed.order_stay(call, proceeding=subject.id, whole=whole, **_filled(data))


def _end(call: Call, subject: Subject, data: Data) -> None:
    proceed.end_ordered_stay(call, proceeding=subject.id, **_filled(data))


def _decide(call: Call, subject: Subject, data: Data) -> None:
    proceed.decide_proceeding(call, proceeding=subject.id, **_filled(data))


def _carry_out(call: Call, subject: Subject, data: Data) -> None:
    proceed.carry_out(call, proceeding=subject.id, **data)


def _nothing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return []


def _ordering(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return ordering.ordering_refusals(of(subject), visit.today)


def _ending(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return ordering.ending_refusals(of(subject), visit.today)


def _deciding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return opening.stage_refusals(of(subject))


def _carrying(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return deciding.waiting_refusals(of(subject))


OPEN = StepPage(
    name="proceeding-new",
    path="records/<str:id>/proceeding",
    title=_("Enter a review or a court case"),
    button=_("Enter it"),
    done=_("The proceeding is entered. This page shows how it goes on."),
    load=subjects.record,
    form=forms.ProceedingForm,
    action=Action.ENTER_PROCEEDING,
    obstacles=_nothing,
    run=_open,
    warning=_("By itself it stays nothing: only an order of the review body or court does."),
)
PROCEEDING_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="proceeding-stay",
        path="proceedings/<str:id>/stay",
        title=_("Enter a stay that was ordered"),
        button=_("Honour the stay now"),
        done=_("The stay is entered: what it covers is paused from now on."),
        load=subjects.proceeding,
        form=forms.OrderForm,
        action=Action.ORDER_STAY,
        obstacles=_ordering,
        run=_order,
        warning=_(
            "At once: what the order covers is paused everywhere, and departments that acted are"
            " told to suspend."
        ),
    ),
    StepPage(
        name="proceeding-stay-end",
        path="proceedings/<str:id>/stay-end",
        title=_("Enter that the stay was lifted"),
        button=_("End the stay today"),
        done=_("The stay ends today; from tomorrow what was in force before is again."),
        load=subjects.proceeding,
        form=forms.OrderEndForm,
        action=Action.END_ORDERED_STAY,
        obstacles=_ending,
        run=_end,
        warning=_("From tomorrow the measures are in force again; departments are told to resume."),
    ),
    StepPage(
        name="proceeding-outcome",
        path="proceedings/<str:id>/outcome",
        title=_("Enter the outcome"),
        button=_("Enter the outcome now"),
        done=_("The outcome is entered."),
        load=subjects.proceeding,
        form=forms.ProceedingOutcomeForm,
        action=Action.DECIDE_PROCEEDING,
        obstacles=_deciding,
        run=_decide,
        warning=_(
            "Upheld or withdrawn: every stay of this proceeding ends. Annulled or sent back: what"
            " rests on the decision is paused at once, and you have the days below to take it back."
        ),
    ),
    StepPage(
        name="proceeding-carried-out",
        path="proceedings/<str:id>/carried-out",
        title=_("Say how the outcome was carried out"),
        button=_("Enter it"),
        done=_("The outcome is carried out."),
        load=subjects.proceeding,
        form=forms.CarryOutForm,
        action=Action.CARRY_OUT,
        obstacles=_carrying,
        run=_carry_out,
        warning=_(
            "Taking the record back or ending the designation says so by itself. From tomorrow"
            " nothing is paused for this outcome any more."
        ),
    ),
)
STEPS: tuple[StepPage, ...] = (OPEN, *PROCEEDING_STEPS)
