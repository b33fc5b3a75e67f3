"""What an implementing department answers, and what it reports back."""

from datetime import date

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.measure import MeasureAnswered, MeasureFedBack
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import held
from goodstanding.rules.measure.refusals import (
    AlreadyAnswered,
    AnswerUnknown,
    DoneInTheFuture,
    EvidenceMissing,
    LiftNotDueYet,
    NothingToReport,
    ReasonForNotApplying,
    TaskAlreadyDone,
)
from goodstanding.rules.states import Measure, Task, last_resting

ANSWERS = ("apply", "not_applied")
LIFT = "lift"


def respond(
    measure: Measure, *, answer: str, reason: str, acting_on: date | None, law: Law, on: date
) -> list[Decided]:
    """`apply` starts the feedback term on the day of acting; `not_applied` has its reason."""
    require_none(_answer_refusals(measure, answer, reason, on))
    acts = answer == "apply"
    start = acting_on or on
    effect = MeasureAnswered(
        answer=answer,
        answered_on=on,
        acting_on=start if acts else None,
        feedback=law.deadline("feedback", start=start) if acts else None,
    )
    return [_act(measure, effect, on=on, content={"reason": reason})]


def _answer_refusals(measure: Measure, answer: str, reason: str, on: date) -> list[Refusal]:
    found: list[Refusal] = [] if held(measure, on=on) else [NothingToReport()]
    if measure.answered_on:
        found.append(AlreadyAnswered(answered_on=measure.answered_on))
    if answer not in ANSWERS:
        found.append(AnswerUnknown(answer=answer, answers=ANSWERS))
    if answer == "not_applied" and not reason.strip():
        found.append(ReasonForNotApplying())
    return found


def feed_back(
    measure: Measure, *, task: str, done_on: date, proof: str, note: str, on: date
) -> list[Decided]:
    """What was done is reported per task; a lift after the last day needs no act to be due."""
    require_none([*_task_refusals(measure, task, on), *_report_refusals(done_on, proof, on)])
    effect = MeasureFedBack(task=task, done_on=done_on, proof=proof)
    return [_act(measure, effect, on=on, content={"note": note})]


def _task_refusals(measure: Measure, task: str, on: date) -> list[Refusal]:
    known = next((each for each in measure.tasks if each.id == task), None)
    if known is not None:
        return [TaskAlreadyDone(done_on=known.done_on)] if known.done_on else []
    if task != lift_task(measure):
        return [NothingToReport()]
    carried = [each.span.last_day for each in measure.rests_on if each.span.base(on)]
    return [LiftNotDueYet(last_day=max(carried))] if carried else []


def lift_task(measure: Measure) -> str:
    """The id of the lift duty that the last day of a measure brings by itself.

    It carries a number where such a duty was done before a revoked repair brought the measure back.
    """
    first = f"{measure.id}.{LIFT}"
    again = any(task.id == first for task in measure.tasks)
    return f"{first}.{measure.task_count + 1}" if again else first


def _lift_asked(measure: Measure) -> bool:
    """True if a lift was asked for since the measure last came back, if it ever did."""
    gaps = [gap for each in measure.rests_on for gap in each.span.lapses or ()]
    since = max((gap.position for gap in gaps), default=-1)
    return any(task.kind == LIFT and task.opened_at > since for task in measure.tasks)


def lift_duty(measure: Measure, *, on: date) -> Task | None:
    """The lift duty that time alone has brought: an applied measure past its last day."""
    if not measure.applied or _lift_asked(measure):
        return None
    if any(each.span.base(on) or on < each.span.first_day for each in measure.rests_on):
        return None
    return Task(id=lift_task(measure), kind=LIFT, due=last_resting(measure).lift, opened_at=0)


def _report_refusals(done_on: date, proof: str, on: date) -> list[Refusal]:
    found: list[Refusal] = []
    if done_on > on:
        found.append(DoneInTheFuture(done_on=done_on))
    if not proof.strip():
        found.append(EvidenceMissing())
    return found


def _act(
    measure: Measure,
    effect: MeasureAnswered | MeasureFedBack,
    *,
    on: date,
    content: dict[str, str],
) -> Decided:
    return Decided(
        stream=measure.organisation,
        aggregate=measure.id,
        effective_on=on,
        effect=effect,
        content=content,
    )
