"""Notice, statement, hearing: what the organisation is owed before a decision."""

from datetime import date

from goodstanding.rules.acts.designation import (
    HearingHeld,
    HearingRequested,
    NoticeServed,
    StatementReceived,
    StatementWaived,
)
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Content, Decided
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.designation.moves import Step, step_refusals
from goodstanding.rules.designation.refusals import (
    HearingAskedTooLate,
    HearingNotAsked,
    HearingNotOffered,
    ProofMissing,
    ServedBeforeProposal,
    StatementEmpty,
    StepNotOpen,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.measure.refusals import DoneInTheFuture
from goodstanding.rules.service.evidence import Delivery, delivery_refusals
from goodstanding.rules.service.state import service_of
from goodstanding.rules.service.waiting import NOTICE
from goodstanding.rules.states import Designation, Stage


def serve_notice(
    case: Designation,
    *,
    served_on: date,
    method: str,
    proof: str,
    law: Law,
    on: date,
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> list[Decided]:
    """A notice opens the statement window, counted from the day of service, that day not counted.

    Source: administrative penalty law art. 44, 45, 64; the numbers are the catalogue's.
    """
    delivery = Delivery(
        served_on=served_on,
        method=method,
        proof=proof,
        witness=witness,
        consent=consent,
        through=through,
    )
    require_none(
        [*step_refusals(case, Step.SERVE_NOTICE), *_service_refusals(case, delivery, law, on)]
    )
    ground = law.rulebook.ground(case.ground)
    effect = NoticeServed(
        served_on=served_on,
        method=method,
        proof=proof,
        statement=law.deadline(ground.statement_window, start=served_on),
        hearing=_hearing(ground.hearing.request, served_on, law),
        witness=witness,
        consent=consent,
        through=through,
    )
    return [step(case, effect, on=on)]


def _hearing(rule: str | None, served_on: date, law: Law) -> Deadline | None:
    return law.deadline(rule, start=served_on) if rule else None


def _service_refusals(case: Designation, delivery: Delivery, law: Law, on: date) -> list[Refusal]:
    before = service_of(case.services, NOTICE)
    found = delivery_refusals(delivery, before, law=law, on=on)
    if delivery.served_on < case.opened_on:
        found.append(ServedBeforeProposal(served_on=delivery.served_on, opened_on=case.opened_on))
    return found


def receive_statement(
    case: Designation, *, text: str, received_on: date, on: date
) -> list[Decided]:
    """A statement is taken in as long as nothing is decided, also after the window."""
    empty = [] if text.strip() else [StatementEmpty()]
    future = _future(received_on, on)
    require_none([*step_refusals(case, Step.RECEIVE_STATEMENT), *empty, *future])
    return [step(case, StatementReceived(received_on=received_on), on=on, content={"text": text})]


def waive_statement(
    case: Designation, *, waived_on: date, proof: str, on: date, hearing: bool = False
) -> list[Decided]:
    """The organisation may give up its statement, only in writing; its hearing only if it says so."""
    missing = [] if proof.strip() else [ProofMissing()]
    future = _future(waived_on, on)
    require_none([*step_refusals(case, Step.WAIVE_STATEMENT), *missing, *future])
    effect = StatementWaived(waived_on=waived_on, proof=proof, hearing=hearing)
    return [step(case, effect, on=on)]


def request_hearing(case: Designation, *, requested_on: date, law: Law, on: date) -> list[Decided]:
    """A hearing is asked for within its window, where the ground gives the right to one."""
    require_none(
        [
            *step_refusals(case, Step.REQUEST_HEARING),
            *_hearing_refusals(case, requested_on, law),
            *_future(requested_on, on),
        ]
    )
    return [step(case, HearingRequested(requested_on=requested_on), on=on)]


def _hearing_refusals(case: Designation, requested_on: date, law: Law) -> list[Refusal]:
    if case.notice is None:
        return []
    if case.notice.hearing is None:
        return [HearingNotOffered(ground=case.ground)]
    due = law.settled(case.notice.hearing).due
    late = due is not None and requested_on > due
    return [HearingAskedTooLate(due_on=due)] if late else []


def hold_hearing(case: Designation, *, held_on: date, proof: str, on: date) -> list[Decided]:
    """A hearing that was asked for is held; its minutes are named."""
    asked = case.hearing_requested_on is not None and case.hearing_requested_on <= held_on
    found: list[Refusal] = [] if asked else [HearingNotAsked()]
    missing = [] if proof.strip() else [ProofMissing()]
    require_none([*step_refusals(case, Step.HOLD_HEARING), *found, *missing, *_future(held_on, on)])
    return [step(case, HearingHeld(held_on=held_on, proof=proof), on=on)]


def _future(day: date, on: date) -> list[Refusal]:
    """What has not happened yet opens no way to a decision."""
    return [DoneInTheFuture(done_on=day)] if day > on else []


def stage_refusals(case: Designation, needs: Stage) -> list[Refusal]:
    """The one refusal where a case is not at the stage a page was made for; steps ask `moves`."""
    return [] if case.stage is needs else [StepNotOpen(stage=case.stage, needs=needs)]


def step(case: Designation, effect: Effect, *, on: date, content: Content | None = None) -> Decided:
    """An act on this case."""
    return Decided(
        stream=case.organisation,
        aggregate=case.id,
        effective_on=on,
        effect=effect,
        content=content or {},
    )
