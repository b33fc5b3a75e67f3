"""A stay ordered by a review body or a court: honoured from its entry, ended by day, act or outcome."""

from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.proceeding import ProceedingStayEnded, ProceedingStayOrdered
from goodstanding.rules.designation import stays
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.objection.disputed import settle as settle_disputes
from goodstanding.rules.proceeding import masks, refusals
from goodstanding.rules.proceeding.open import act, document_refusals, stage_refusals
from goodstanding.rules.proceeding.state import Order, Proceeding
from goodstanding.rules.states import Designation
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)


def order_stay(
    proceeding: Proceeding,
    *,
    document: str,
    ordered_on: date,
    last_day: date | None,
    whole: bool,
    work: WorkingSet,
    law: Law,
    on: date,
) -> list[Decided]:
    """From today what the order covers is stayed, to its last day or until an act ends it.

    ``whole``: the decision itself, so that measures a law keeps running while an objection is
    verified are stayed too.

    Source: administrative reconsideration law art. 42, administrative litigation law art. 56.
    """
    found = [*ordering_refusals(proceeding, on), *document_refusals(document, ordered_on, on)]
    if last_day is not None and last_day < on:
        found.append(refusals.StayOverBeforeToday(last_day=last_day))
    require_none(found)
    effect = ProceedingStayOrdered(
        document=document.strip(), ordered_on=ordered_on, last_day=last_day, whole=whole
    )
    order = Order(first_day=on, last_day=last_day, whole=whole)
    return [act(proceeding, effect, on), *begin(proceeding, order, work=work, law=law, on=on)]


def ordering_refusals(proceeding: Proceeding, on: date) -> list[Refusal]:
    """What stands against an order: the outcome is there, or one runs already."""
    if proceeding.ruling:
        return [refusals.ShieldOrdersNoStay()]
    running = [refusals.StayRunsByOrder()] if proceeding.stays(on + _DAY) else []
    return [*stage_refusals(proceeding), *running]


def begin(
    proceeding: Proceeding, order: Order, *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """What the order catches is stayed; an objection's stay follows where it now must."""
    cases = masks.touched(proceeding, work)
    if order.open and proceeding.order is None:
        held = replace(proceeding, orders=(*proceeding.orders, order))
        return settled(cases, work=masks.with_state(work, held), law=law, on=on)
    # Ordered to a day, or the exceptions of an order that runs already: over this and no more.
    caught = masks.stayed_decisions(work) | {proceeding.target}
    hit = [case for case in masks.listed(cases, work) if masks.caught(case, caught, work)]
    return stays.begin(hit, objection=proceeding.id, work=work, law=law, on=on, order=order)


def settled(cases: list[str], *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Ordered stays and the stays of objections, both as they must be now."""
    return settle_disputes(cases, work=work, law=law, on=on)


def end_stay(
    proceeding: Proceeding, *, document: str, reasons: str, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """The order is lifted: today is the last stayed day, and what was in force before is again."""
    found = ending_refusals(proceeding, on)
    found += document_refusals(document, on, on)
    if not reasons.strip():
        found.append(refusals.ProceedingReasonsMissing())
    require_none(found)
    lifted = ProceedingStayEnded(document=document.strip(), last_day=on)
    first = act(proceeding, lifted, on, {"reasons": reasons})
    return [first, *finish(proceeding, work=work, law=law, on=on)]


def ending_refusals(proceeding: Proceeding, on: date) -> list[Refusal]:
    """What stands against lifting: no order runs, or it follows from the outcome."""
    running = proceeding.stays(on + _DAY)
    if running is None:
        return [refusals.NoStayByOrder()]
    return stage_refusals(proceeding)


def finish(proceeding: Proceeding, *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Every stay this proceeding ordered ends today, where it would have run on."""
    cases = masks.touched(proceeding, work)
    found = [work.one(Designation, each) for each in cases]
    over = [(case, proceeding.id) for case in found if _runs_on(case, proceeding.id, on)]
    acts = stays.finish(over, work=work, law=law, on=on)
    states = {**work.states, proceeding.id: masks.ended(proceeding, on)}
    for case, cause in over:
        for measure in work.measures_under(case.id):
            now = states[measure.id]
            states[measure.id] = stays.finished(now, case.id, cause, on)  # type: ignore[arg-type]
        states[case.id] = stays.without(case, cause, on)
    after = WorkingSet(states)
    return [*acts, *settled([case.id for case in found], work=after, law=law, on=on)]


def _runs_on(case: Designation, cause: str, on: date) -> bool:
    spans = case.span.stays if case.span else ()
    return any(each.objection == cause and each.covers(on + _DAY) for each in spans)
