"""A repair as steps: which form, which step of the story, which right."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import repair as repairing
from goodstanding.flow import revoke_repair as revoking
from goodstanding.flow.bench import Call
from goodstanding.rules.repair.state import NOT_ACCEPTED
from goodstanding.rules.rights import Action
from goodstanding.web import repair_forms as forms
from goodstanding.web import repair_obstacles as obstacles
from goodstanding.web import subjects
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject


def _apply(call: Call, subject: Subject, data: Data) -> str:
    filed = repairing.file_repair(call, target=subject.id, **data)
    return reverse("web:repair", args=[filed])


def _papers(call: Call, subject: Subject, data: Data) -> None:
    repairing.ask_papers(call, repair=subject.id, missing=data["missing"])


def _supplement(call: Call, subject: Subject, data: Data) -> None:
    repairing.supply_papers(call, repair=subject.id, text=data["text"])


def _accept(call: Call, subject: Subject, data: Data) -> None:
    repairing.accept_repair(call, repair=subject.id)


def _not_accept(call: Call, subject: Subject, data: Data) -> None:
    repairing.decide_repair(call, repair=subject.id, outcome=NOT_ACCEPTED, **data)


def _extend(call: Call, subject: Subject, data: Data) -> None:
    repairing.extend_repair(call, repair=subject.id, reasons=data["reasons"])


def _decide(call: Call, subject: Subject, data: Data) -> None:
    said = {name: data[name] for name in ("outcome", "ground", "reasons")}
    repairing.decide_repair(call, repair=subject.id, **said)


def _take_back(call: Call, subject: Subject, data: Data) -> None:
    repairing.take_back_repair(call, repair=subject.id)


def _notify(call: Call, subject: Subject, data: Data) -> None:
    revoking.notify_revocation(call, repair=subject.id, **data)


def _answer(call: Call, subject: Subject, data: Data) -> None:
    revoking.answer_revocation(call, repair=subject.id, **data)


def _revoke(call: Call, subject: Subject, data: Data) -> None:
    revoking.revoke_repair(call, repair=subject.id, reasons=data["reasons"])


APPLY = StepPage(
    name="repair-new",
    path="records/<str:id>/repair",
    title=_("Apply for repair"),
    button=_("File the application"),
    done=_("The application is filed. This page shows how it goes on."),
    load=subjects.record,
    form=forms.RepairForm,
    action=Action.FILE_REPAIR,
    obstacles=obstacles.applying,
    run=_apply,
    warning=_(
        "Repair is free; no middleman is needed. You say when the last duty was performed and when"
        " the commitment was signed; the department checks both."
    ),
)
REPAIR_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="repair-acceptance",
        path="repairs/<str:id>/acceptance",
        title=_("Take the application up"),
        button=_("Take it up"),
        done=_("The application is taken up; the time to decide runs."),
        load=subjects.repair,
        form=forms.RepairAcceptanceForm,
        action=Action.ACCEPT_REPAIR,
        obstacles=obstacles.at("filed", "papers-asked"),
        run=_accept,
    ),
    StepPage(
        name="repair-papers",
        path="repairs/<str:id>/papers",
        title=_("Name missing papers"),
        button=_("Name them"),
        done=_("The organisation reads what is missing."),
        load=subjects.repair,
        form=forms.PapersForm,
        action=Action.ACCEPT_REPAIR,
        obstacles=obstacles.asking_papers,
        run=_papers,
        warning=_("Everything that is missing is named at once: there is no second time."),
    ),
    StepPage(
        name="repair-supplement",
        path="repairs/<str:id>/supplement",
        title=_("Take in missing papers"),
        own_title=_("Bring what is missing"),
        button=_("Hand it in"),
        done=_("It is handed in; the time to answer starts anew."),
        load=subjects.repair,
        form=forms.SupplementForm,
        action=Action.FILE_REPAIR,
        obstacles=obstacles.at("papers-asked"),
        run=_supplement,
    ),
    StepPage(
        name="repair-not-accepted",
        path="repairs/<str:id>/not-accepted",
        title=_("Do not take the application up"),
        button=_("Do not take it up"),
        done=_("The application is not taken up; the organisation reads why."),
        load=subjects.repair,
        form=forms.NotAcceptedForm,
        action=Action.ACCEPT_REPAIR,
        obstacles=obstacles.at("filed", "papers-asked"),
        run=_not_accept,
    ),
    StepPage(
        name="repair-extension",
        path="repairs/<str:id>/extension",
        title=_("Extend the time to decide"),
        button=_("Extend it"),
        done=_("The time to decide is extended."),
        load=subjects.repair,
        form=forms.ExtensionForm,
        action=Action.EXTEND_REPAIR,
        obstacles=obstacles.extending,
        run=_extend,
        warning=_("It is extended once, by the longest time the repair rule knows."),
    ),
    StepPage(
        name="repair-decision",
        path="repairs/<str:id>/decision",
        title=_("Decide on the repair"),
        button=_("Decide on the repair now"),
        done=_("The repair is decided."),
        load=subjects.repair,
        form=forms.RepairDecisionForm,
        action=Action.DECIDE_REPAIR,
        obstacles=obstacles.at("accepted"),
        run=_decide,
        warning=_(
            "Granted: publication, sharing and measures end at once; recipients get a recall, and"
            " the departments that acted must lift. Refused: everything stays, with remedies."
        ),
    ),
    StepPage(
        name="repair-take-back",
        path="repairs/<str:id>/take-back",
        title=_("Take the application back"),
        button=_("Take it back"),
        done=_("The application is taken back; it may be filed anew."),
        load=subjects.repair,
        form=forms.TakeBackForm,
        action=Action.FILE_REPAIR,
        obstacles=obstacles.at("filed", "papers-asked", "accepted"),
        run=_take_back,
    ),
)
REVOCATION_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="revocation-notice",
        path="repairs/<str:id>/revocation-notice",
        title=_("Give notice of a revocation"),
        button=_("Enter the notice"),
        done=_("The notice is entered; the statement window runs."),
        load=subjects.repair,
        form=forms.RevocationNoticeForm,
        action=Action.NOTIFY_REVOCATION,
        obstacles=obstacles.notifying,
        run=_notify,
        warning=_("Only where papers were false or a commitment was untrue or broken."),
    ),
    StepPage(
        name="revocation-answer",
        path="repairs/<str:id>/revocation-answer",
        title=_("Take in an answer to the notice"),
        own_title=_("Answer the notice"),
        button=_("Hand the statement in"),
        done=_("The answer is taken in."),
        load=subjects.repair,
        form=forms.RevocationAnswerForm,
        action=Action.FILE_REPAIR,
        obstacles=obstacles.answering,
        run=_answer,
    ),
    StepPage(
        name="repair-revocation",
        path="repairs/<str:id>/revocation",
        title=_("Revoke the repair"),
        button=_("Revoke the repair now"),
        done=_("The repair is revoked; what is left of the term is in force again."),
        load=subjects.repair,
        form=forms.RepairRevocationForm,
        action=Action.REVOKE_REPAIR,
        obstacles=obstacles.revoking,
        run=_revoke,
        warning=_("From today the record and its measures count again, for the rest of the term."),
    ),
)
STEPS: tuple[StepPage, ...] = (APPLY, *REPAIR_STEPS, *REVOCATION_STEPS)
