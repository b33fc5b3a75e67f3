"""A bankruptcy shield as steps: the ruling is entered, and by another person how the plan ended."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from goodstanding.flow import proceed
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import Refusal
from goodstanding.rules.proceeding import open as opening
from goodstanding.rules.proceeding.refusals import ShieldRuns
from goodstanding.rules.proceeding.shielding import shield_on
from goodstanding.rules.rights import Action
from goodstanding.web import distinct_pages, subjects
from goodstanding.web import shield_forms as forms
from goodstanding.web.proceeding_forms import of
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


def _organisation(visit: Visit, id: str) -> Subject:
    """An organisation the register has met."""
    return replace(distinct_pages.organisation(visit, id), title=gettext("Bankruptcy shield"))


def _filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value is not None and name != "checked"}


def _open(call: Call, subject: Subject, data: Data) -> str:
    entered = proceed.open_shield(call, organisation=subject.id, **_filled(data))
    return reverse("web:proceeding", args=[entered])


def _end(call: Call, subject: Subject, data: Data) -> None:
    proceed.end_shield(call, shield=subject.id, **_filled(data))


def _opening(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    running = shield_on(subject.work, visit.today)
    return [ShieldRuns(proceeding=running.id)] if running and not running.outcome else []


def _ending(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return opening.stage_refusals(of(subject))


OPEN = StepPage(
    name="shield-new",
    path="organisations/<str:id>/shield",
    title=_("Enter a ruling that approves a plan or a settlement"),
    button=_("Shield it from now on"),
    done=_("The ruling is entered; the organisation is shielded from now on."),
    load=_organisation,
    form=forms.ShieldForm,
    action=Action.ENTER_SHIELD,
    obstacles=_opening,
    run=_open,
    warning=_(
        "At once: what is held about it shows the ruling, and measures that the rulebook lists as"
        " impeding the plan are paused. What a law keeps running goes on."
    ),
)
END = StepPage(
    name="shield-end",
    path="proceedings/<str:id>/shield-end",
    title=_("Enter how the plan ended"),
    button=_("End the shield today"),
    done=_("The shield ends today."),
    load=subjects.proceeding,
    form=forms.ShieldEndForm,
    action=Action.END_SHIELD,
    obstacles=_ending,
    run=_end,
    warning=_(
        "From tomorrow the measures that are not over are in force again; departments are told to"
        " resume. A completed plan counts as all duties performed: repair may be asked for."
    ),
)
STEPS: tuple[StepPage, ...] = (OPEN, END)
