"""An advantage ends early by decision: told first, on what an authority decided, heard, four eyes."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.exemplar import EndingAnswered, EndingDeclined, EndingNotified
from goodstanding.rules.designation.ending import end
from goodstanding.rules.designation.hear import step
from goodstanding.rules.designation.refusals import (
    DecisionDocumentMissing,
    NotInForce,
    ReasonsMissing,
    StatementEmpty,
    StatementUnanswered,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.exemplar import refusals
from goodstanding.rules.exemplar.against import against_refusals
from goodstanding.rules.exemplar.state import IntendedEnd
from goodstanding.rules.law import Law
from goodstanding.rules.service.evidence import Delivery, delivery_refusals
from goodstanding.rules.service.refusals import ServedBeforeDecision
from goodstanding.rules.service.state import service_of
from goodstanding.rules.stacking import ADVANTAGE
from goodstanding.rules.states import Designation, Record, Stage
from goodstanding.rules.working_set import WorkingSet

CONDITION_FALLEN, ENDING_NOTICE = "condition-fallen", "ending-notice"
END, KEEP = "end", "keep"
OUTCOMES = (END, KEEP)


class EndingDecision(msgspec.Struct, frozen=True, kw_only=True):
    """What another officer decides; ``answer`` answers what the organisation said."""

    outcome: str
    document: str
    reasons: str
    answer: str = ""


def notify(
    case: Designation,
    delivery: Delivery,
    *,
    records: Sequence[str],
    reasons: str,
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    """The organisation is told what its advantage shall end on, and has the statement's time.

    Nothing ends by it: a record against an organisation takes no advantage away by itself.
    """
    found = [*notice_refusals(case, on=on), *_delivered(case, delivery, law, on)]
    found += [] if records else [refusals.EndingRestsOnNothing()]
    for record in (work.one(Record, each) for each in records):
        found += against_refusals(record, case, on=on)
    found += [] if reasons.strip() else [ReasonsMissing()]
    require_none(found)
    window = law.rulebook.ground(case.ground).statement_window
    effect = EndingNotified(
        records=tuple(records),
        served_on=delivery.served_on,
        method=delivery.method,
        proof=delivery.proof,
        statement=law.deadline(window, start=delivery.served_on),
        witness=delivery.witness,
        consent=delivery.consent,
        through=delivery.through,
    )
    return [step(case, effect, on=on, content={"reasons": reasons})]


def notice_refusals(case: Designation, *, on: date) -> list[Refusal]:
    """What stands against a notice: a restriction, nothing in force, or a notice not decided on."""
    found: list[Refusal] = [] if case.sense == ADVANTAGE else [refusals.NotAnAdvantage()]
    if case.stage is not Stage.LISTED or case.span is None or not case.span.base(on):
        found.append(NotInForce())
    if told := intended(case):
        found.append(refusals.EndingNotifiedBefore(served_on=told.served_on))
    return found


def intended(case: Designation) -> IntendedEnd | None:
    """The end the organisation was told of and nobody decided on yet."""
    told = case.intended_end or None
    return told if told and told.is_open and case.stage is Stage.LISTED else None


def answer(case: Designation, *, text: str, waived: bool, on: date) -> list[Decided]:
    """The organisation states its case, or gives its statement up in writing."""
    silent = not waived and not text.strip()
    require_none([*answer_refusals(case), *([StatementEmpty()] if silent else [])])
    effect = EndingAnswered(answered_on=on, waived=waived)
    return [step(case, effect, on=on, content={"text": text})]


def answer_refusals(case: Designation) -> list[Refusal]:
    """What stands against an answer: no notice, or answered before."""
    told = intended(case)
    if told is None:
        return [refusals.EndingNotNotified()]
    if told.answered_on is not None:
        return [refusals.EndingAnsweredOnce(answered_on=told.answered_on)]
    return []


def decide_ending(
    case: Designation, decision: EndingDecision, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The advantage ends today, or stays until its last day. Raises `Refused`.

    To end it, its records must still stand; to keep it, the window need not be over.
    """
    told = intended(case)
    found = _form_refusals(decision, told)
    if decision.outcome != KEEP:
        found += window_refusals(case, law, on)
        for record in work.records(told.records if told else ()):
            found += against_refusals(record, case, on=on)
    require_none(found)
    content = {"reasons": decision.reasons, "answer": decision.answer}
    if decision.outcome == KEEP:
        return [step(case, EndingDeclined(document=decision.document), on=on, content=content)]
    first, *rest = end([case], cause=CONDITION_FALLEN, from_start=False, work=work, law=law, on=on)
    return [replace(first, content={**content, "document": decision.document}), *rest]


def window_refusals(case: Designation, law: Law, on: date) -> list[Refusal]:
    """What stands against ending it: no notice, or its window is open and unanswered."""
    told = intended(case)
    if told is None:
        return [refusals.EndingNotNotified()]
    window = law.settled(told.statement)
    if told.answered_on is None and (window.due is None or on <= window.due):
        return [refusals.EndingWindowOpen(until=window.due or window.not_before)]
    return []


def _form_refusals(decision: EndingDecision, told: IntendedEnd | None) -> list[Refusal]:
    found: list[Refusal] = [] if told else [refusals.EndingNotNotified()]
    if decision.outcome not in OUTCOMES:
        found.append(refusals.EndingOutcomeUnknown(outcome=decision.outcome, outcomes=OUTCOMES))
    if not decision.document.strip():
        found.append(DecisionDocumentMissing())
    if not decision.reasons.strip():
        found.append(ReasonsMissing())
    stated = told is not None and told.answered_on is not None and not told.waived
    if stated and not decision.answer.strip():
        found.append(StatementUnanswered(received_on=told.answered_on if told else None))
    return found


def _delivered(case: Designation, delivery: Delivery, law: Law, on: date) -> list[Refusal]:
    before = service_of(case.services, ENDING_NOTICE)
    found = delivery_refusals(delivery, before, law=law, on=on)
    if case.decided_on and delivery.served_on < case.decided_on:
        found.append(ServedBeforeDecision(served_on=delivery.served_on, decided_on=case.decided_on))
    return found
