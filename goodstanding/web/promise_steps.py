"""A promise as steps: made, verified, told and heard before it is found broken, found, followed."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodstanding.flow import promise as promising
from goodstanding.flow import verify_promise as verifying
from goodstanding.flow.bench import Call
from goodstanding.rules.commitment import find as finding
from goodstanding.rules.commitment import refusals, verify
from goodstanding.rules.commitment.decided import Decision
from goodstanding.rules.commitment.make import Standard, excluded
from goodstanding.rules.commitment.publicity import open_refusals
from goodstanding.rules.commitment.state import BROKEN
from goodstanding.rules.errors import Refusal
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Commitment, Record
from goodstanding.web import promise_forms as forms
from goodstanding.web import subjects
from goodstanding.web.promise_subjects import to_promise
from goodstanding.web.step_pages import Data, StepPage
from goodstanding.web.subjects import Subject, ToPromise
from goodstanding.web.visit import Visit


def _make(call: Call, subject: Subject, data: Data) -> str:
    about = subject.state
    assert isinstance(about, ToPromise)
    standard = Standard(
        number=data.pop("standard", ""),
        scope=data.pop("standard_scope", ""),
        edition=data.pop("standard_edition", ""),
    )
    data.pop("checked")
    made = promising.make_promise(
        call,
        organisation=about.organisation,
        template=about.template.id,
        standard=standard,
        **data,
    )
    return reverse("web:promise", args=[made])


def _verify(call: Call, subject: Subject, data: Data) -> None:
    verifying.verify_promise(call, promise=subject.id, **data)


def _notify(call: Call, subject: Subject, data: Data) -> None:
    verifying.notify_breach(call, promise=subject.id, **data)


def _answer(call: Call, subject: Subject, data: Data) -> None:
    verifying.answer_breach(call, promise=subject.id, **data)


def _find(call: Call, subject: Subject, data: Data) -> None:
    said = ("authority", "authority_code", "document", "decided_on", "basis")
    decision = Decision(**{name: data[name] for name in said})
    verifying.find_promise(
        call,
        promise=subject.id,
        outcome=data["outcome"],
        found_on=data["found_on"],
        reasons=data["reasons"],
        document=data["document"],
        decision=decision if data["outcome"] == BROKEN else None,
    )


def _take_back(call: Call, subject: Subject, data: Data) -> None:
    verifying.take_back_finding(call, promise=subject.id, reasons=data["reasons"])


def _follow(call: Call, subject: Subject, data: Data) -> None:
    said = {name: data[name] for name in ("consequence", "reasons")}
    verifying.follow_breach(call, promise=subject.id, **said)


def _of(subject: Subject) -> Commitment:
    assert isinstance(subject.state, Commitment)
    return subject.state


def _record(subject: Subject) -> Record | None:
    found = _of(subject).finding
    return subject.work.find(Record, found.record) if found and found.record else None


def _making(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    about = subject.state
    assert isinstance(about, ToPromise)
    broken = [
        each
        for each in subject.work.all(Record)
        if each.record_kind == "commitment" and each.adverse
    ]
    return excluded(about.template, broken)


def _open(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return open_refusals(_of(subject))


def _telling(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return verify.notice_refusals(_of(subject), visit.today)


def _answering(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    return verify.answer_refusals(_of(subject))


def _finding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    promise = _of(subject)
    unseen = [] if promise.looks else [refusals.FindingWithoutEvidence()]
    return [*open_refusals(promise), *unseen]


def _taking_back(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    promise, record = _of(subject), _record(subject)
    if promise.finding is None:
        return [refusals.NothingFound()]
    stands = record is not None and record.withdrawn is None
    return [refusals.FindingStandsByRecord(record=record.id)] if record and stands else []


def _following(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    promise = _of(subject)
    found = promise.finding
    left = [each for each in found.consequences if each not in found.followed] if found else []
    next_one = left[0] if left else "-"
    return finding.following_refusals(promise, next_one, _record(subject), "…")


MAKE = StepPage(
    name="promise-new",
    path="promises/new/<str:id>",
    title=_("Make a promise"),
    button=_("Promise it"),
    done=_("The promise is made. This page shows how it goes on."),
    load=to_promise,
    form=forms.PromiseForm,
    action=Action.MAKE_COMMITMENT,
    obstacles=_making,
    run=_make,
    warning=_(
        "A promise is free and waives no condition that a law sets. Before its due day you may take"
        " it back; after it the department looks whether it was kept."
    ),
)
PROMISE_STEPS: tuple[StepPage, ...] = (
    StepPage(
        name="promise-verification",
        path="promises/<str:id>/verification",
        title=_("Record what was seen"),
        button=_("Record it"),
        done=_("What was seen is recorded. It is not a finding yet."),
        load=subjects.promise,
        form=forms.VerificationForm,
        action=Action.VERIFY_COMMITMENT,
        obstacles=_open,
        run=_verify,
    ),
    StepPage(
        name="promise-notice",
        path="promises/<str:id>/notice",
        title=_("Give notice that it was not kept"),
        button=_("Enter the notice"),
        done=_("The notice is entered; the time to answer runs."),
        load=subjects.promise,
        form=forms.BreachNoticeForm,
        action=Action.NOTIFY_BREACH,
        obstacles=_telling,
        run=_notify,
        warning=_("Another officer than you decides, once the time to answer is over."),
    ),
    StepPage(
        name="promise-answer",
        path="promises/<str:id>/answer",
        title=_("Take in the answer"),
        own_title=_("Answer the notice"),
        button=_("Hand the statement in"),
        done=_("The answer is taken in."),
        load=subjects.promise,
        form=forms.BreachAnswerForm,
        action=Action.ANSWER_BREACH,
        obstacles=_answering,
        run=_answer,
    ),
    StepPage(
        name="promise-finding",
        path="promises/<str:id>/finding",
        title=_("Find whether it was kept"),
        button=_("Enter the finding"),
        done=_("The finding is entered; the organisation reads it with its reasons."),
        load=subjects.promise,
        form=forms.FindingForm,
        action=Action.FIND_KEPT,
        obstacles=_finding,
        run=_find,
        warning=_(
            "Not kept: only a reviewer finds that, other than who gave the notice, and only after"
            " notice and the time to answer. Nothing follows from a day that has passed."
        ),
    ),
    StepPage(
        name="promise-consequence",
        path="promises/<str:id>/consequence",
        title=_("Carry out what follows"),
        button=_("Enter it"),
        done=_("It is entered."),
        load=subjects.promise,
        form=forms.ConsequenceForm,
        action=Action.FOLLOW_BREACH,
        obstacles=_following,
        run=_follow,
        warning=_("Only what the rulebook named on the day of the finding."),
    ),
    StepPage(
        name="promise-taken-back",
        path="promises/<str:id>/finding-taken-back",
        title=_("Take the finding back"),
        button=_("Take it back"),
        done=_("The finding is taken back; the promise stands as before it."),
        load=subjects.promise,
        form=forms.FindingTakenBackForm,
        action=Action.TAKE_BACK_FINDING,
        obstacles=_taking_back,
        run=_take_back,
    ),
)
STEPS: tuple[StepPage, ...] = (MAKE, *PROMISE_STEPS)
