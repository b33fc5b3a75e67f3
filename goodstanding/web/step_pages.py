"""The steps as pages: which form, which step of the story, which right, where to go afterwards."""

from collections.abc import Callable
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import (
    contest,
    correct,
    decide,
    known_error,
    notify,
    propose,
    read_text,
    respond,
    transcribe,
)
from goodstanding.flow.bench import Call
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Stage
from goodstanding.web import obstacles, subjects
from goodstanding.web import step_forms as forms
from goodstanding.web.correction_form import CorrectionForm
from goodstanding.web.obstacles import Obstacles
from goodstanding.web.service_forms import NoticeForm
from goodstanding.web.subjects import Load, Subject
from goodstanding.web.visit import Visit

Data = dict[str, Any]
Run = Callable[[Call, Subject, Data], str | None]


class StepPage(msgspec.Struct, frozen=True, kw_only=True):
    """One step as a page. ``run`` answers with the address to go to, or none: the subject's own."""

    name: str
    path: str
    title: Promise
    button: Promise
    done: Promise
    load: Load
    form: type[forms.StepForm]
    action: Action
    obstacles: Obstacles
    run: Run
    warning: Promise | str = ""
    own_title: Promise | str = ""

    def title_for(self, visit: Visit) -> Promise | str:
        """What the step is called for who takes it: an officer takes in what an organisation says."""
        return self.own_title if self.own_title and not visit.staff else self.title


def _filled(data: Data) -> Data:
    """What was filled in: an empty date means the default of the step."""
    return {name: value for name, value in data.items() if value is not None and name != "checked"}


def _notice(call: Call, subject: Subject, data: Data) -> None:
    notify.serve_notice(call, case=subject.id, **data)


def _statement(call: Call, subject: Subject, data: Data) -> None:
    notify.receive_statement(call, case=subject.id, **_filled(data))


def _waiver(call: Call, subject: Subject, data: Data) -> None:
    notify.waive_statement(call, case=subject.id, **_filled(data))


def _hearing_request(call: Call, subject: Subject, data: Data) -> None:
    notify.request_hearing(call, case=subject.id, **_filled(data))


def _hearing(call: Call, subject: Subject, data: Data) -> None:
    notify.hold_hearing(call, case=subject.id, **_filled(data))


def _decision(call: Call, subject: Subject, data: Data) -> None:
    measures = tuple(data.pop("measures", ())) or None
    decide.decide_designation(call, case=subject.id, measures=measures, **_filled(data))


def _revocation(call: Call, subject: Subject, data: Data) -> None:
    decide.revoke_designation(
        call, case=subject.id, reasons=data["reasons"], from_start=data["from_start"] == "yes"
    )


def _proposal(call: Call, subject: Subject, data: Data) -> str:
    records = tuple(data.pop("records"))
    opened = propose.propose_designation(
        call, organisation=subject.organisation, records=records, **_filled(data)
    )
    return reverse("web:case", args=[opened])


def _confirmation(call: Call, subject: Subject, data: Data) -> str:
    opened = transcribe.confirm_transcription(call, record=subject.id, **_filled(data))
    return reverse("web:case", args=[opened])


def _correction(call: Call, subject: Subject, data: Data) -> None:
    correct.correct_record(call, record=subject.id, **data)


def _withdrawal(call: Call, subject: Subject, data: Data) -> None:
    contest.withdraw_record(
        call,
        record=subject.id,
        reasons=data["reasons"],
        as_wrong=data["as_wrong"] == "yes",
        learned_on=data.get("learned_on"),
    )


def _error(call: Call, subject: Subject, data: Data) -> None:
    known_error.note_error(call, record=subject.id, **_filled(data))


def _dismissal(call: Call, subject: Subject, data: Data) -> None:
    known_error.dismiss_error(call, record=subject.id, reasons=data["reasons"])


def _text(call: Call, subject: Subject, data: Data) -> None:
    read_text.find_text_fit(call, record=subject.id, version=data["version"])


def _withholding(call: Call, subject: Subject, data: Data) -> None:
    read_text.withhold_text(call, record=subject.id, version=data["version"])


def _objection(call: Call, subject: Subject, data: Data) -> str:
    filed = contest.file_objection(call, target=subject.id, **_filled(data))
    return reverse("web:objection", args=[filed])


def _acceptance(call: Call, subject: Subject, data: Data) -> None:
    contest.accept_objection(call, objection=subject.id)


def _extension(call: Call, subject: Subject, data: Data) -> None:
    contest.extend_objection(call, objection=subject.id, reasons=data["reasons"])


def _outcome(call: Call, subject: Subject, data: Data) -> None:
    document = data.pop("document") or None
    contest.decide_objection(call, objection=subject.id, document=document, **_filled(data))


def _response(call: Call, subject: Subject, data: Data) -> None:
    respond.respond(call, task=subject.id, **_filled(data))


def _feedback(call: Call, subject: Subject, data: Data) -> None:
    respond.feed_back(call, task=subject.id, **_filled(data))


CASE_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="notice",
        path="cases/<str:id>/notice",
        title=_("Enter the service of the notice"),
        button=_("Enter the service"),
        done=_("The service of the notice is entered; the statement window runs."),
        load=subjects.case,
        form=NoticeForm,
        action=Action.SERVE_NOTICE,
        obstacles=obstacles.at_stage(Stage.PROPOSED),
        run=_notice,
    ),
    StepPage(
        name="statement",
        path="cases/<str:id>/statement",
        title=_("Take in a statement"),
        own_title=_("State our case"),
        button=_("Hand the statement in"),
        done=_("The statement is taken in; the decision must answer it."),
        load=subjects.case,
        form=forms.StatementForm,
        action=Action.RECORD_STATEMENT,
        obstacles=obstacles.at_stage(Stage.NOTIFIED),
        run=_statement,
    ),
    StepPage(
        name="waiver",
        path="cases/<str:id>/waiver",
        title=_("Take in a waiver of the statement"),
        own_title=_("Give up our statement"),
        button=_("Enter the waiver"),
        done=_("The waiver is entered."),
        load=subjects.case,
        form=forms.WaiverForm,
        action=Action.RECORD_STATEMENT,
        obstacles=obstacles.at_stage(Stage.NOTIFIED),
        run=_waiver,
    ),
    StepPage(
        name="hearing-request",
        path="cases/<str:id>/hearing-request",
        title=_("Ask for a hearing"),
        button=_("Ask for the hearing"),
        done=_("The request is taken in; the hearing comes before the decision."),
        load=subjects.case,
        form=forms.HearingRequestForm,
        action=Action.REQUEST_HEARING,
        obstacles=obstacles.asking_for_a_hearing,
        run=_hearing_request,
    ),
    StepPage(
        name="hearing",
        path="cases/<str:id>/hearing",
        title=_("Enter the hearing"),
        button=_("Enter the hearing held"),
        done=_("The hearing is entered."),
        load=subjects.case,
        form=forms.HearingForm,
        action=Action.HOLD_HEARING,
        obstacles=obstacles.holding_a_hearing,
        run=_hearing,
    ),
    StepPage(
        name="decision",
        path="cases/<str:id>/decision",
        title=_("Decide the case"),
        button=_("Decide now"),
        done=_("The case is decided."),
        load=subjects.case,
        form=forms.DecisionForm,
        action=Action.DECIDE,
        obstacles=obstacles.deciding,
        run=_decision,
        warning=_(
            "A designation has effect at once: the departments below get their tasks, and the"
            " organisation's page shows it with its way back."
        ),
    ),
    StepPage(
        name="revocation",
        path="cases/<str:id>/revocation",
        title=_("End the designation"),
        button=_("End the designation now"),
        done=_("The designation has ended; the departments that acted must lift."),
        load=subjects.case,
        form=forms.RevocationForm,
        action=Action.REVOKE_DESIGNATION,
        obstacles=obstacles.revoking,
        run=_revocation,
        warning=_("The measures end at once, and the departments that acted get lift tasks."),
    ),
)

RECORD_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="proposal",
        path="records/<str:id>/proposal",
        title=_("Propose a designation"),
        button=_("Open the case"),
        done=_("The case is open. Next: serve the notice."),
        load=subjects.record_alone,
        form=forms.ProposalForm,
        action=Action.PROPOSE,
        obstacles=obstacles.on_record,
        run=_proposal,
    ),
    StepPage(
        name="confirmation",
        path="records/<str:id>/confirmation",
        title=_("Confirm a listing decided elsewhere"),
        button=_("Confirm the listing"),
        done=_("The listing is confirmed; its measures apply from today."),
        load=subjects.record_alone,
        form=forms.ConfirmationForm,
        action=Action.CONFIRM_TRANSCRIPTION,
        obstacles=obstacles.confirming,
        run=_confirmation,
        warning=_("From the confirmation on the measures paired with the ground apply."),
    ),
    StepPage(
        name="error",
        path="records/<str:id>/error",
        title=_("Note that the record is wrong"),
        button=_("Note it"),
        done=_("It is noted; the time to put the record right runs."),
        load=subjects.record_alone,
        form=forms.ErrorForm,
        action=Action.NOTE_ERROR,
        obstacles=obstacles.noting,
        run=_error,
    ),
    StepPage(
        name="error-dismissal",
        path="records/<str:id>/error/dismissal",
        title=_("The record is right after all"),
        button=_("Say that it is right"),
        done=_("The record stays as it is; its time to be put right has ended."),
        load=subjects.record_alone,
        form=forms.DismissalForm,
        action=Action.DISMISS_ERROR,
        obstacles=obstacles.dismissing,
        run=_dismissal,
    ),
    StepPage(
        name="correction",
        path="records/<str:id>/correction",
        title=_("Correct the record"),
        button=_("Correct this record"),
        done=_("The record is corrected; its recipients have a notice to acknowledge."),
        load=subjects.record_alone,
        form=CorrectionForm,
        action=Action.CORRECT_RECORD,
        obstacles=obstacles.correcting,
        run=_correction,
        warning=_(
            "The values below are those on record. Change what is wrong in them. At once: the page"
            " says that the record was corrected and why; every recipient of the earlier values"
            " gets a notice. A wrong organisation is no correction: take the record back."
        ),
    ),
    StepPage(
        name="text",
        path="records/<str:id>/text",
        title=_("Read the texts before they are public"),
        button=_("Fit to publish"),
        done=_("The texts are found fit; they are public as far as the record is."),
        load=subjects.record_alone,
        form=forms.TextForm,
        action=Action.FIND_TEXT_FIT,
        obstacles=obstacles.reading,
        run=_text,
        warning=_(
            "A person's name may stand in these texts, so strangers see the record without them."
            " If a person is named, do not find them fit: correct the record."
        ),
    ),
    StepPage(
        name="text-withheld",
        path="records/<str:id>/text/withheld",
        title=_("Keep the texts from the public"),
        button=_("Keep them from the public"),
        done=_("The texts stay from the public; the record itself is as public as it was."),
        load=subjects.record_alone,
        form=forms.WithholdingForm,
        action=Action.FIND_TEXT_FIT,
        obstacles=obstacles.withholding,
        run=_withholding,
        warning=_(
            "For texts that name a person and cannot be put better. A correction of the record is"
            " read anew; somebody may also still find them fit."
        ),
    ),
    StepPage(
        name="withdrawal",
        path="records/<str:id>/withdrawal",
        title=_("Take the record back"),
        button=_("Take this record back"),
        done=_("The record is taken back; its recipients have recalls to acknowledge."),
        load=subjects.record_alone,
        form=forms.WithdrawalForm,
        action=Action.WITHDRAW_RECORD,
        obstacles=obstacles.withdrawing,
        run=_withdrawal,
        warning=_(
            "At once: the page keeps only number, day and reason; every recipient gets a recall;"
            " designations that cannot stand without it end."
        ),
    ),
    StepPage(
        name="objection-new",
        path="records/<str:id>/objection",
        title=_("Object"),
        button=_("File the objection"),
        done=_("The objection is filed. This page shows how it goes on."),
        load=subjects.record,
        form=forms.ObjectionForm,
        action=Action.FILE_OBJECTION,
        obstacles=obstacles.objecting,
        run=_objection,
        warning=_(
            "Every record can be objected to. From acceptance on it is marked, and measures that"
            " rest on it are paused."
        ),
    ),
)

OBJECTION_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="acceptance",
        path="objections/<str:id>/acceptance",
        title=_("Take the objection up"),
        button=_("Take it up"),
        done=_("The objection is taken up: the record is marked and its measures are paused."),
        load=subjects.objection,
        form=forms.AcceptanceForm,
        action=Action.ACCEPT_OBJECTION,
        obstacles=obstacles.accepting,
        run=_acceptance,
        warning=_(
            "At once: the record is marked as disputed everywhere, and the measures that would"
            " end if it fell are paused. The time to verify starts."
        ),
    ),
    StepPage(
        name="objection-extension",
        path="objections/<str:id>/extension",
        title=_("Extend the time to verify"),
        button=_("Extend it"),
        done=_("The time to verify is extended; the organisation reads why."),
        load=subjects.objection,
        form=forms.VerificationExtensionForm,
        action=Action.EXTEND_OBJECTION,
        obstacles=obstacles.extending_verification,
        run=_extension,
        warning=_(
            "It is extended once, by the longest time the rulebook knows, before it is over."
            " Measures stay paused until the objection is decided."
        ),
    ),
    StepPage(
        name="outcome",
        path="objections/<str:id>/decision",
        title=_("Decide the objection"),
        button=_("Decide the objection now"),
        done=_("The objection is decided."),
        load=subjects.objection,
        form=forms.OutcomeForm,
        action=Action.DECIDE_OBJECTION,
        obstacles=obstacles.concluding,
        run=_outcome,
        warning=_(
            "Withdrawn: the record falls, its designations end, every recipient gets a recall and"
            " checks that refused the organisation are reopened. Dismissed: measures resume."
        ),
    ),
)

TASK_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="response",
        path="tasks/<str:id>/response",
        title=_("Answer the measure"),
        button=_("Send the answer"),
        done=_("The answer is entered."),
        load=subjects.task,
        form=forms.ResponseForm,
        action=Action.RESPOND_TASK,
        obstacles=obstacles.answering,
        run=_response,
    ),
    StepPage(
        name="feedback",
        path="tasks/<str:id>/feedback",
        title=_("Report what was done"),
        button=_("Send the report"),
        done=_("The report is entered."),
        load=subjects.task,
        form=forms.FeedbackForm,
        action=Action.FEED_BACK_TASK,
        obstacles=obstacles.reporting,
        run=_feedback,
    ),
)

STEPS: tuple[StepPage, ...] = (*CASE_STEPS, *RECORD_STEPS, *OBJECTION_STEPS, *TASK_STEPS)
