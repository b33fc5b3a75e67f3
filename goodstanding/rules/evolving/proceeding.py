"""What acts mean for a review or a court case."""

from datetime import date

from msgspec.structs import replace

from goodstanding.rules.acts import proceeding as acts
from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.proceeding.state import Order, Proceeding


def _opened(_: None, effect: acts.ProceedingOpened, header: Header) -> Proceeding:
    return Proceeding(
        id=header.aggregate,
        organisation=header.stream,
        kind=effect.kind,
        body=effect.body,
        document=effect.document,
        opened_on=effect.opened_on,
        subject=effect.subject,
        subject_kind=effect.subject_kind,
        target=effect.target,
        target_kind=effect.target_kind,
        department=effect.department,
        entered_by=header.by,
        entered_on=header.effective_on,
        entered_at=header.position,
        ruling=effect.ruling,
    )


def _ordered(state: Proceeding, effect: acts.ProceedingStayOrdered, header: Header) -> Proceeding:
    order = Order(
        first_day=header.effective_on,
        last_day=effect.last_day,
        whole=effect.whole,
        document=effect.document,
        entered_by=header.by,
    )
    return replace(state, orders=(*state.orders, order))


def _stay_ended(state: Proceeding, effect: acts.ProceedingStayEnded, header: Header) -> Proceeding:
    return _closed(state, effect.last_day)


def _decided(state: Proceeding, effect: acts.ProceedingDecided, header: Header) -> Proceeding:
    decided = replace(
        state,
        outcome=effect.outcome,
        outcome_document=effect.document,
        decided_on=effect.decided_on,
        effect_from=effect.effect_from,
        decided_at=header.position,
        carry_out=effect.carry_out,
    )
    on = header.effective_on
    if state.ruling:
        return replace(decided, ended_on=on)
    if not effect.stayed:
        return _closed(decided, on)
    if decided.order and decided.order.whole:
        return decided
    mask = Order(first_day=on, last_day=None, whole=True, outcome=True)
    return replace(decided, orders=(*decided.orders, mask))


def _carried_out(
    state: Proceeding, effect: acts.ProceedingCarriedOut, header: Header
) -> Proceeding:
    done = replace(state, carried_out=effect.how, carried_out_on=effect.done_on)
    return _closed(done, effect.done_on)


def _closed(state: Proceeding, last_day: date) -> Proceeding:
    """The orders that would have run on end on that day."""
    orders = tuple(
        replace(each, last_day=last_day)
        if each.last_day is None or each.last_day > last_day
        else each
        for each in state.orders
    )
    return replace(state, orders=orders)


MEANING: Meaning = {
    acts.ProceedingOpened: _opened,
    acts.ProceedingStayOrdered: _ordered,
    acts.ProceedingStayEnded: _stay_ended,
    acts.ProceedingDecided: _decided,
    acts.ProceedingCarriedOut: _carried_out,
}
