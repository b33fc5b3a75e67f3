"""What acts mean for a designation."""

from msgspec import UNSET
from msgspec.structs import replace

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
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.proceeding import OrderedStayEnded, StayOrdered
from goodstanding.rules.acts.repair import DesignationRestored
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.states import Designation, Ending, Notice, Span, Stage


def _proposed(_: None, effect: DesignationProposed, header: Header) -> Designation:
    return Designation(
        id=header.aggregate,
        organisation=header.stream,
        department=effect.department,
        ground=effect.ground,
        field=effect.field,
        sense=effect.sense,
        records=effect.records,
        each_suffices=effect.each_suffices,
        stage=Stage.PROPOSED,
        rulebook=header.rulebook,
        opened_on=header.effective_on,
        opened_at=header.position,
        proposer=header.by,
        months=effect.months,
        case_number=effect.case_number,
        noticed=effect.measures,
        offer=effect.offer or UNSET,
    )


def _transcribed(_: None, effect: DesignationTranscribed, header: Header) -> Designation:
    return Designation(
        id=header.aggregate,
        organisation=header.stream,
        department=effect.department,
        ground=effect.ground,
        field=effect.field,
        sense=effect.sense,
        records=(effect.record,),
        each_suffices=False,
        stage=Stage.LISTED,
        rulebook=header.rulebook,
        opened_on=header.effective_on,
        opened_at=header.position,
        decided_on=effect.decided_on,
        decided_at=header.position,
        decider=header.by,
        authority=effect.authority,
        document=effect.document,
        measures=effect.measures,
        span=Span(first_day=effect.first_day, last_day=effect.last_day),
        elsewhere=True,
        doubtful=effect.doubtful,
    )


def _noticed(state: Designation, effect: NoticeServed, header: Header) -> Designation:
    besides = tuple(filter(None, (effect.witness, effect.consent, effect.through)))
    notice = Notice(
        served_on=effect.served_on,
        method=effect.method,
        proof=effect.proof,
        statement=effect.statement,
        hearing=effect.hearing,
        position=header.position,
        besides=besides or UNSET,
    )
    return replace(state, stage=Stage.NOTIFIED, notice=notice)


def _stated(state: Designation, effect: StatementReceived, header: Header) -> Designation:
    return replace(state, statement_on=effect.received_on, statement_at=header.position)


def _waived(state: Designation, effect: StatementWaived, header: Header) -> Designation:
    return replace(state, waived_on=effect.waived_on, hearing_waived=effect.hearing)


def _asked(state: Designation, effect: HearingRequested, header: Header) -> Designation:
    return replace(state, hearing_requested_on=effect.requested_on)


def _heard(state: Designation, effect: HearingHeld, header: Header) -> Designation:
    return replace(state, hearing_held_on=effect.held_on)


def _listed(state: Designation, effect: DesignationListed, header: Header) -> Designation:
    return replace(
        state,
        stage=Stage.LISTED,
        decided_on=header.effective_on,
        decided_at=header.position,
        decider=header.by,
        authority=state.department,
        document=effect.document,
        measures=effect.measures,
        span=Span(first_day=effect.first_day, last_day=effect.last_day),
    )


def _dropped(state: Designation, effect: DesignationDropped, header: Header) -> Designation:
    return replace(
        state,
        stage=Stage.DROPPED,
        decided_on=header.effective_on,
        decided_at=header.position,
        decider=header.by,
        document=effect.document,
    )


def _ordered(state: Designation, effect: StayOrdered, header: Header) -> Designation:
    assert state.span is not None
    span = spans.order(
        state.span,
        proceeding=effect.proceeding,
        first_day=effect.first_day,
        last_day=effect.last_day,
    )
    return replace(state, span=span)


def _order_ended(state: Designation, effect: OrderedStayEnded, header: Header) -> Designation:
    assert state.span is not None
    ended = spans.resume(state.span, objection=effect.proceeding, last_day=effect.last_day)
    return replace(state, span=ended)


def _stayed(state: Designation, effect: StayBegun, header: Header) -> Designation:
    assert state.span is not None
    span = spans.stay(state.span, objection=effect.objection, first_day=effect.first_day)
    return replace(state, span=span)


def _resumed(state: Designation, effect: StayEnded, header: Header) -> Designation:
    assert state.span is not None
    span = spans.resume(state.span, objection=effect.objection, last_day=effect.last_day)
    return replace(state, span=span)


def _ended(state: Designation, effect: DesignationEnded, header: Header) -> Designation:
    ending = Ending(
        cause=effect.cause,
        from_start=effect.from_start,
        from_day=effect.from_day,
        position=header.position,
    )
    span = spans.end(state.span, ending) if state.span else None
    return replace(state, stage=Stage.ENDED, span=span)


def _restored(state: Designation, effect: DesignationRestored, header: Header) -> Designation:
    assert state.span is not None
    span = spans.restore(
        state.span,
        repair=effect.repair,
        from_day=header.effective_on,
        last_day=effect.last_day,
        position=header.position,
    )
    return replace(state, stage=Stage.LISTED, span=span)


MEANING: Meaning = {
    StayOrdered: _ordered,
    OrderedStayEnded: _order_ended,
    DesignationProposed: _proposed,
    DesignationTranscribed: _transcribed,
    NoticeServed: _noticed,
    StatementReceived: _stated,
    StatementWaived: _waived,
    HearingRequested: _asked,
    HearingHeld: _heard,
    DesignationListed: _listed,
    DesignationDropped: _dropped,
    StayBegun: _stayed,
    StayEnded: _resumed,
    DesignationEnded: _ended,
    DesignationRestored: _restored,
}
