"""Why a step would be refused, told before it is tried: the same pure rules, asked early."""

from collections.abc import Callable, Sequence

from goodstanding.rules import text_reading
from goodstanding.rules.commitment.find import four_eyes
from goodstanding.rules.correction import learned
from goodstanding.rules.correction.correct import stage_refusals as correction_stage
from goodstanding.rules.correction.own_entry import own_entry_refusals, right_of
from goodstanding.rules.designation.decide import window_refusals
from goodstanding.rules.designation.hear import stage_refusals
from goodstanding.rules.designation.refusals import (
    HearingAskedTooLate,
    HearingNotAsked,
    HearingNotOffered,
    NotATranscription,
    NotInForce,
    RecordDisputed,
    RecordFallen,
)
from goodstanding.rules.errors import Refusal
from goodstanding.rules.exemplar.refusals import AdvantageNeedsNotice
from goodstanding.rules.measure.refusals import AlreadyAnswered, NothingToReport, TaskAlreadyDone
from goodstanding.rules.measure.respond import lift_duty
from goodstanding.rules.objection.extend import extension_refusals
from goodstanding.rules.objection.file import stage_of
from goodstanding.rules.objection.refusals import ObjectionStageWrong, TargetGone
from goodstanding.rules.policy import permitted, second_person
from goodstanding.rules.proceeding.masks import decision_refusals
from goodstanding.rules.proceeding.open import first_of
from goodstanding.rules.rights import Action
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import (
    Commitment,
    Designation,
    Distinction,
    Measure,
    Objection,
    Proceeding,
    Record,
    Removal,
    Repair,
    Stage,
)
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit

Obstacles = Callable[[Visit, Subject], Sequence[Refusal]]


def may(visit: Visit, subject: Subject, action: Action) -> tuple[Refusal, ...]:
    """What the table of rights and four eyes say."""
    state = subject.state
    if action is Action.CORRECT_RECORD and isinstance(state, Record):
        action = right_of(visit.actor, state)
    found = permitted(
        visit.actor,
        action,
        department=state.department,
        organisation=state.organisation,
        matter=state.id,
    )
    return found + second_person(visit.actor, action, first=_first(subject, action))


def _first(subject: Subject, action: Action) -> str:
    if action is Action.DISMISS_ERROR and isinstance(subject.state, Record):
        known = learned.open_error(subject.state)
        return known.noted_by if known else ""
    if action is Action.DECIDE_ENDING and isinstance(subject.state, Designation):
        intended = subject.state.intended_end or None
        return intended.notified_by if intended else ""
    match subject.state:
        case Designation() as case:
            return case.proposer or case.decider
        case Record() as record:
            return record.entered_by
        case Distinction() as distinction:
            return distinction.stated_by
        case Objection() as objection:
            return objection.accepted_by
        case Removal() as removal:
            return removal.proposed_by
        case Proceeding() as proceeding:
            return first_of(proceeding, action)
        case Commitment() as promise:
            return four_eyes(promise, action)
        case Repair() as repair:
            told = repair.revocation
            return told.notified_by if told else repair.accepted_by
        case _:
            return ""


def reading(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Some text of the record must wait to be read."""
    assert isinstance(subject.state, Record)
    return text_reading.refusals(subject.state)


def withholding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Some text must wait, and not be withheld already."""
    assert isinstance(subject.state, Record)
    return text_reading.withheld_refusals(subject.state)


def at_stage(needs: Stage) -> Obstacles:
    """The case must be at a stage."""

    def found(visit: Visit, subject: Subject) -> Sequence[Refusal]:
        assert isinstance(subject.state, Designation)
        return stage_refusals(subject.state, needs)

    return found


def asking_for_a_hearing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Within its window, where the ground gives the right to one."""
    case = subject.state
    assert isinstance(case, Designation)
    found = list(stage_refusals(case, Stage.NOTIFIED))
    if case.notice is None:
        return found
    if case.notice.hearing is None:
        return [*found, HearingNotOffered(ground=case.ground)]
    due = (visit.law.settled(case.notice.hearing) if visit.law else case.notice.hearing).due
    late = due is not None and visit.today > due
    return [*found, *([HearingAskedTooLate(due_on=due)] if late else [])]


def holding_a_hearing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only one that was asked for."""
    case = subject.state
    assert isinstance(case, Designation)
    asked = [] if case.hearing_requested_on else [HearingNotAsked()]
    return [*stage_refusals(case, Stage.NOTIFIED), *asked]


def deciding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Nothing here: a case may be dropped at any time; `listing` says what keeps it from a list."""
    assert isinstance(subject.state, Designation)
    return stage_refusals(subject.state, Stage.NOTIFIED)


def listing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """What the organisation is still owed before anyone may list it, and records that fell."""
    case = subject.state
    assert isinstance(case, Designation)
    if case.stage is not Stage.NOTIFIED or visit.law is None:
        return []
    records = subject.work.records(case.records)
    return [
        *window_refusals(case, law=visit.law, on=visit.today),
        *(RecordFallen(record=each.id) for each in records if each.withdrawn),
        *(RecordDisputed(record=each.id) for each in records if each.marks),
        *decision_refusals(records, subject.work, visit.today),
    ]


def revoking(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what is listed; an advantage ends after notice."""
    assert isinstance(subject.state, Designation)
    found = [] if subject.state.stage is Stage.LISTED else [NotInForce()]
    return [*found, *([AdvantageNeedsNotice()] if subject.state.sense == ADVANTAGE else [])]


def on_record(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """A record that stands and is not disputed."""
    record = subject.state
    assert isinstance(record, Record)
    fallen = [RecordFallen(record=record.id)] if record.withdrawn else []
    disputed = [RecordDisputed(record=record.id)] if record.marks else []
    return [*fallen, *disputed, *decision_refusals([record], subject.work, visit.today)]


def confirming(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only a listing decided elsewhere."""
    record = subject.state
    assert isinstance(record, Record)
    other = [] if record.transcribed else [NotATranscription(record=record.id)]
    return [*other, *on_record(visit, subject)]


def objecting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """What has ended cannot be objected to."""
    target = subject.state
    if isinstance(target, Record):
        return [TargetGone()] if target.withdrawn else []
    assert isinstance(target, Designation)
    return [] if target.stage is Stage.LISTED else [TargetGone()]


def withdrawing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what stands."""
    assert isinstance(subject.state, Record)
    return [TargetGone()] if subject.state.withdrawn else []


def noting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what stands, and once at a time."""
    assert isinstance(subject.state, Record)
    return learned.note_refusals(subject.state)


def dismissing(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what was noted."""
    assert isinstance(subject.state, Record)
    return learned.dismissal_refusals(subject.state)


def correcting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what stands; and an own entry alone only on its day, while nothing rests on it."""
    record = subject.state
    assert isinstance(record, Record)
    own = own_entry_refusals(visit.actor, record, work=subject.work, on=visit.today)
    return [*own, *correction_stage(record)]


def accepting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what was filed and not taken up yet."""
    found = subject.state
    assert isinstance(found, Objection)
    taken = found.accepted_on or not found.is_open
    return [ObjectionStageWrong(stage=stage_of(found))] if taken else []


def extending_verification(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Once only, in time, and where the rulebook knows an extension."""
    found = subject.state
    assert isinstance(found, Objection)
    return extension_refusals(found, visit.law, visit.today) if visit.law else []


def concluding(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what is being verified."""
    found = subject.state
    assert isinstance(found, Objection)
    ready = found.accepted_on and found.is_open
    return [] if ready else [ObjectionStageWrong(stage=stage_of(found))]


def answering(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """A measure is answered once."""
    measure = subject.state
    assert isinstance(measure, Measure)
    done = measure.answered_on
    return [AlreadyAnswered(answered_on=done)] if done else []


def reporting(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only a task that waits."""
    measure = subject.state
    assert isinstance(measure, Measure)
    known = next((each for each in measure.tasks if each.id == subject.id), None)
    if known is not None:
        return [TaskAlreadyDone(done_on=known.done_on)] if known.done_on else []
    duty = lift_duty(measure, on=visit.today)
    return [] if duty and duty.id == subject.id else [NothingToReport()]
