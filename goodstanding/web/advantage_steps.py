"""An advantage as steps: which form, which step of the story, which right."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import lose_advantage, own_advantage, propose
from goodstanding.flow.bench import Call
from goodstanding.register.reading import content
from goodstanding.rules.aside.sight import may_see
from goodstanding.rules.aside.states import OfferedEntry
from goodstanding.rules.errors import Refusal, refuse
from goodstanding.rules.exemplar import losing, own
from goodstanding.rules.exemplar.adopting import entry_refusals
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation
from goodstanding.web import advantage_forms as forms
from goodstanding.web import subjects
from goodstanding.web.refusals import PageUnknown
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Meant, Subject
from goodstanding.web.visit import Visit


def offered_entry(visit: Visit, id: str) -> Subject:
    """An entry of an offered list, as the visitor's department may adopt it."""
    work = subjects.work_of(id) or refuse(PageUnknown())
    found = work.find(OfferedEntry, id)
    if found is None or not may_see(found, visit.actor, on=visit.today):
        refuse(PageUnknown())
    said = content([found.position]).get(found.position, {})
    meant = Meant(id=id, organisation=found.organisation, department=visit.actor.department)
    url = reverse("web:offer", args=[found.list])
    return Subject(id=id, state=meant, work=work, title=said.get("list_name", id), url=url)


def _case(subject: Subject) -> Designation:
    assert isinstance(subject.state, Designation)
    return subject.state


def _consenting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return own.consent_refusals(_case(subject), on=visit.today)


def _hiding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return own.withdrawal_refusals(_case(subject), on=visit.today)


def _giving_up(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return own.giving_up_refusals(_case(subject), on=visit.today)


def _notifying(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return losing.notice_refusals(_case(subject), on=visit.today)


def _answering(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return losing.answer_refusals(_case(subject))


def _deciding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    told = losing.intended(_case(subject))
    return [] if told else losing.answer_refusals(_case(subject))


def _adopting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return entry_refusals(subject.work.one(OfferedEntry, subject.id), on=visit.today)


def _consent(call: Call, subject: Subject, data: Data) -> None:
    own_advantage.consent_to_publicity(call, case=subject.id)


def _hide(call: Call, subject: Subject, data: Data) -> None:
    own_advantage.withdraw_consent(call, case=subject.id)


def _give_up(call: Call, subject: Subject, data: Data) -> None:
    own_advantage.give_up_advantage(call, case=subject.id, text=data.get("text") or "")


def _notify(call: Call, subject: Subject, data: Data) -> None:
    lose_advantage.notify_ending(call, case=subject.id, **data)


def _answer(call: Call, subject: Subject, data: Data) -> None:
    lose_advantage.answer_ending(call, case=subject.id, **data)


def _decide(call: Call, subject: Subject, data: Data) -> None:
    said = {name: each for name, each in data.items() if name != "checked"}
    lose_advantage.decide_ending(call, case=subject.id, **said)


def _adopt(call: Call, subject: Subject, data: Data) -> str:
    told = {name: each for name, each in data.items() if each is not None}
    opened = propose.propose_designation(
        call, organisation=subject.organisation, records=(), offer=subject.id, **told
    )
    return reverse("web:case", args=[opened])


CONSENT = StepPage(
    name="consent",
    path="cases/<str:id>/consent",
    title=_("Consent to publicity"),
    button=_("Let everybody see it"),
    done=_("Everybody may see it now. You may take this back at any time."),
    load=subjects.case,
    form=forms.ConsentForm,
    action=Action.ARRANGE_PUBLICITY,
    obstacles=_consenting,
    run=_consent,
    warning=_(
        "Your name, this decision and its term then stand in the public list of exemplars, for"
        " exhibitions and for banks that look for partners. Without your consent departments give the"
        " advantages all the same."
    ),
)
HIDE = StepPage(
    name="consent-withdrawal",
    path="cases/<str:id>/consent/withdrawal",
    title=_("Take the consent to publicity back"),
    button=_("Take it back now"),
    done=_("No page shows it any more; who took a list is told to drop it."),
    load=subjects.case,
    form=forms.ConsentWithdrawalForm,
    action=Action.ARRANGE_PUBLICITY,
    obstacles=_hiding,
    run=_hide,
    warning=_("At once, everywhere. The recognition and its advantages go on."),
)
GIVE_UP = StepPage(
    name="giving-up",
    path="cases/<str:id>/giving-up",
    title=_("Give up the recognition"),
    button=_("Give it up now"),
    done=_("It is given up. Departments that gave the advantage end it."),
    load=subjects.case,
    form=forms.GivingUpForm,
    action=Action.GIVE_UP_ADVANTAGE,
    obstacles=_giving_up,
    run=_give_up,
    warning=_("It ends today, with every advantage that rests on it. Nobody asks why."),
)
NOTIFY = StepPage(
    name="ending-notice",
    path="cases/<str:id>/ending-notice",
    title=_("Announce that the recognition shall end"),
    button=_("Enter the service"),
    done=_("The organisation has been told; its time to answer runs. Nothing has ended."),
    load=subjects.case,
    form=forms.EndingNoticeForm,
    action=Action.NOTIFY_ENDING,
    obstacles=_notifying,
    run=_notify,
    warning=_(
        "Only on what an authority decided after the recognition and what still has effect. Another"
        " officer decides, once the organisation answered or its time is over."
    ),
)
ANSWER = StepPage(
    name="ending-answer",
    path="cases/<str:id>/ending-answer",
    title=_("Take in the answer to the announced end"),
    own_title=_("Answer the announced end"),
    button=_("Hand it in"),
    done=_("It is handed in; the decision must answer it."),
    load=subjects.case,
    form=forms.EndingAnswerForm,
    action=Action.ANSWER_ENDING,
    obstacles=_answering,
    run=_answer,
)
DECIDE = StepPage(
    name="ending-decision",
    path="cases/<str:id>/ending-decision",
    title=_("Decide on the announced end"),
    button=_("Decide now"),
    done=_("It is decided."),
    load=subjects.case,
    form=forms.EndingDecisionForm,
    action=Action.DECIDE_ENDING,
    obstacles=_deciding,
    run=_decide,
    warning=_("If it ends, every advantage ends today and the departments get tasks."),
)
ADOPT = StepPage(
    name="adoption",
    path="offers/entries/<str:id>/proposal",
    title=_("Adopt the recommendation"),
    button=_("Open the case"),
    done=_("The case is open. Next: serve the notice."),
    load=offered_entry,
    form=forms.AdoptionForm,
    action=Action.PROPOSE,
    obstacles=_adopting,
    run=_adopt,
    warning=_(
        "The list itself starts nothing: your department proposes for reasons of its own, and another"
        " officer decides. The case names who recommends."
    ),
)
#: What the organisation itself does, in the order of its page.
OURS = (CONSENT, HIDE, ANSWER, GIVE_UP)
ADVANTAGE_STEPS = (CONSENT, HIDE, GIVE_UP, NOTIFY, ANSWER, DECIDE)
STEPS = (*ADVANTAGE_STEPS, ADOPT)
