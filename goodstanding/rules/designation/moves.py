"""The life cycle of a designation as one table: from which stage which step leads where."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from goodstanding.rules.acts.designation import (
    DesignationDropped,
    DesignationEnded,
    DesignationListed,
    DesignationProposed,
    DesignationTranscribed,
    HearingHeld,
    HearingRequested,
    NoticeServed,
    StatementReceived,
    StatementWaived,
    StayBegun,
    StayEnded,
)
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.proceeding import OrderedStayEnded, StayOrdered
from goodstanding.rules.designation.refusals import StepNotOpen
from goodstanding.rules.errors import Refusal
from goodstanding.rules.states import Designation, Stage


class Step(StrEnum):
    """What can happen to a case."""

    PROPOSE = "propose"
    CONFIRM_TRANSCRIPTION = "confirm_transcription"
    SERVE_NOTICE = "serve_notice"
    RECEIVE_STATEMENT = "receive_statement"
    WAIVE_STATEMENT = "waive_statement"
    REQUEST_HEARING = "request_hearing"
    HOLD_HEARING = "hold_hearing"
    LIST = "list"
    DROP = "drop"
    BEGIN_STAY = "begin_stay"
    END_STAY = "end_stay"
    ORDER_STAY = "order_stay"
    END_ORDER = "end_order"
    END = "end"


#: None is the stage of a case that does not exist yet. What is not in the table cannot happen. Time
#: is no step: a listed case whose last day has passed stays *listed* and is over by its dates.
MOVES: Mapping[tuple[Stage | None, Step], Stage] = MappingProxyType(
    {
        (None, Step.PROPOSE): Stage.PROPOSED,
        (None, Step.CONFIRM_TRANSCRIPTION): Stage.LISTED,
        (Stage.PROPOSED, Step.SERVE_NOTICE): Stage.NOTIFIED,
        (Stage.NOTIFIED, Step.RECEIVE_STATEMENT): Stage.NOTIFIED,
        (Stage.NOTIFIED, Step.WAIVE_STATEMENT): Stage.NOTIFIED,
        (Stage.NOTIFIED, Step.REQUEST_HEARING): Stage.NOTIFIED,
        (Stage.NOTIFIED, Step.HOLD_HEARING): Stage.NOTIFIED,
        (Stage.NOTIFIED, Step.LIST): Stage.LISTED,
        (Stage.NOTIFIED, Step.DROP): Stage.DROPPED,
        (Stage.LISTED, Step.BEGIN_STAY): Stage.LISTED,
        (Stage.LISTED, Step.END_STAY): Stage.LISTED,
        (Stage.LISTED, Step.ORDER_STAY): Stage.LISTED,
        (Stage.LISTED, Step.END_ORDER): Stage.LISTED,
        # A record taken back ends also the cases on it that are not decided yet.
        (Stage.PROPOSED, Step.END): Stage.ENDED,
        (Stage.NOTIFIED, Step.END): Stage.ENDED,
        (Stage.LISTED, Step.END): Stage.ENDED,
    }
)

#: The act each step is written down as.
WRITTEN_AS: Mapping[Step, type[Effect]] = MappingProxyType(
    {
        Step.PROPOSE: DesignationProposed,
        Step.CONFIRM_TRANSCRIPTION: DesignationTranscribed,
        Step.SERVE_NOTICE: NoticeServed,
        Step.RECEIVE_STATEMENT: StatementReceived,
        Step.WAIVE_STATEMENT: StatementWaived,
        Step.REQUEST_HEARING: HearingRequested,
        Step.HOLD_HEARING: HearingHeld,
        Step.LIST: DesignationListed,
        Step.DROP: DesignationDropped,
        Step.BEGIN_STAY: StayBegun,
        Step.END_STAY: StayEnded,
        Step.ORDER_STAY: StayOrdered,
        Step.END_ORDER: OrderedStayEnded,
        Step.END: DesignationEnded,
    }
)


def needed(step: Step) -> tuple[Stage, ...]:
    """The stages a step is open at, in the order of the table."""
    return tuple(stage for stage, each in MOVES if each is step and stage is not None)


def step_refusals(case: Designation, step: Step) -> list[Refusal]:
    """The one refusal for a step the case has not reached or has left behind."""
    if (case.stage, step) in MOVES:
        return []
    return [StepNotOpen(stage=case.stage, needs=needed(step)[0])]
