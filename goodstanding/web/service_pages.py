"""Service as pages: the same three steps of a case, an objection and a repair."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from goodstanding.flow import serve
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import Refusal
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import too_early
from goodstanding.rules.service.refusals import PublicNoticeBegunBefore
from goodstanding.rules.service.serve import WITH_STEP, waiting_refusals
from goodstanding.rules.service.state import service_of
from goodstanding.rules.service.waiting import Matter, letters
from goodstanding.rules.states import Designation, Objection, Repair
from goodstanding.web import service_forms as forms
from goodstanding.web import subjects
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Load, Subject
from goodstanding.web.visit import Visit


def _served(call: Call, subject: Subject, data: Data) -> None:
    serve.serve_letter(call, of=subject.id, **data)


def _failed(call: Call, subject: Subject, data: Data) -> None:
    serve.fail_service(call, of=subject.id, **data)


def _announced(call: Call, subject: Subject, data: Data) -> None:
    serve.announce_letter(call, of=subject.id, **_filled(data))


def _filled(data: Data) -> Data:
    """What the step is told: what was ticked to have been checked is no part of it."""
    return {name: value for name, value in data.items() if name != "checked"}


def _matter(subject: Subject) -> Matter:
    assert isinstance(subject.state, Designation | Objection | Repair)
    return subject.state


def to_be_served(matter: Matter) -> bool:
    """Whether the steps of service are told of at all: only where a letter is to be served."""
    return bool(letters(matter))


def serving(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """A decision waits to be served; a notice has a step of its own."""
    matter = _matter(subject)
    first = next((each for each in letters(matter) if each not in WITH_STEP), "")
    return waiting_refusals(matter, first, but=WITH_STEP)


def failing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Some letter waits to be served."""
    matter = _matter(subject)
    return waiting_refusals(matter, next(iter(letters(matter)), ""))


def announcing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """The other methods failed, and no public notice runs."""
    matter = _matter(subject)
    letter = next(iter(letters(matter)), "")
    before = service_of(matter.services, letter)
    found = waiting_refusals(matter, letter)
    if found:
        return found
    begun = [PublicNoticeBegunBefore(published_on=before.public.on)] if before.public else []
    return [*begun, *too_early(before)]


def steps_of(noun: str, load: Load) -> tuple[StepPage, ...]:
    """The three steps of service under the address of a case, an objection or a repair."""
    return (
        StepPage(
            name=f"{noun}-service",
            path=f"{noun}s/<str:id>/service",
            title=_("Enter the service of the decision"),
            button=_("Enter the service"),
            done=_("The service is entered; reconsideration and court count from that day."),
            load=load,
            form=forms.ServiceForm,
            action=Action.SERVE_LETTER,
            obstacles=serving,
            run=_served,
        ),
        StepPage(
            name=f"{noun}-service-failed",
            path=f"{noun}s/<str:id>/service-failed",
            title=_("Enter an attempt at service that failed"),
            button=_("Enter the attempt"),
            done=_("The attempt is kept with its reason."),
            load=load,
            form=forms.FailedServiceForm,
            action=Action.SERVE_LETTER,
            obstacles=failing,
            run=_failed,
        ),
        StepPage(
            name=f"{noun}-public-notice",
            path=f"{noun}s/<str:id>/public-notice",
            title=_("Enter a public notice"),
            button=_("Enter the public notice"),
            done=_("The public notice is entered. Once its period is over, enter the service."),
            load=load,
            form=forms.PublicNoticeForm,
            action=Action.SERVE_LETTER,
            obstacles=announcing,
            run=_announced,
            warning=_(
                "Public notice comes last. The register shows its title, number and department until"
                " its period ends, never whom it is for."
            ),
        ),
    )


CASE_SERVICE = steps_of("case", subjects.case)
OBJECTION_SERVICE = steps_of("objection", subjects.objection)
REPAIR_SERVICE = steps_of("repair", subjects.repair)
STEPS = (*CASE_SERVICE, *OBJECTION_SERVICE, *REPAIR_SERVICE)
