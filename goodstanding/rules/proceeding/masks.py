"""Which designations does an order stay? Asked of the order, and anew when what they rest on falls."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.designation import stays
from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.proceeding.refusals import DecisionStayedByOrder
from goodstanding.rules.proceeding.state import Order, Proceeding
from goodstanding.rules.states import Designation, Record, Stage
from goodstanding.rules.working_set import WorkingSet


def stayed_decisions(work: WorkingSet) -> frozenset[str]:
    """The records and designations that an order stays until an act ends it."""
    return frozenset(each.target for each in work.all(Proceeding) if each.order)


def caught(case: Designation, targets: frozenset[str], work: WorkingSet) -> bool:
    """True if the case is among the targets itself, or would end if the records among them fell."""
    if case.id in targets:
        return True
    records = work.records(case.records)
    held = {each.id for each in records if each.id in targets and each.stands}
    gone = {each.id for each in records if not each.stands}
    return bool(held) and would_end(case, fallen=frozenset(held | gone))


def settle(cases: Iterable[str], *, work: WorkingSet, law: Law, on: date) -> list[Decided]:
    """Ordered stays begin where an order now catches a case, and end where it does no more.

    ``work``: the states as they are once the step is done. A stay ordered to a day is left to it.
    """
    acts: list[Decided] = []
    over: list[tuple[Designation, str]] = []
    catching = frozenset(stayed_decisions(work))
    for case in listed(cases, work):
        hit = caught(case, catching, work)
        wanted = [each for each in work.all(Proceeding) if each.order and _about(each, case)]
        running = _running(case)
        for each in wanted if hit else ():
            if each.id not in running:
                assert each.order is not None
                acts += stays.begin(
                    [case], objection=each.id, work=work, law=law, on=on, order=each.order
                )
                work = masked(work, case, each.id, each.order)
        kept = {each.id for each in wanted} if hit else set()
        over += [(case, each) for each in dict.fromkeys(running) if each not in kept]
    return [*acts, *stays.finish(over, work=work, law=law, on=on)]


def by_order(case: Designation, work: WorkingSet, *, whole: bool = False) -> bool:
    """True if an order that only an act ends stays the case; with ``whole`` one without exceptions."""
    orders = [each for each in work.all(Proceeding) if each.order]
    targets = frozenset(
        each.target for each in orders if not whole or (each.order and each.order.whole)
    )
    return caught(case, targets, work)


def decision_refusals(records: Iterable[Record], work: WorkingSet, on: date) -> list[Refusal]:
    """Nothing new rests on a decision that an order stays today."""
    stayed = {each.target for each in work.all(Proceeding) if each.stays(on)}
    return [DecisionStayedByOrder(record=each.id) for each in records if each.id in stayed]


def listed(cases: Iterable[str], work: WorkingSet) -> list[Designation]:
    """Those of the cases that are listed."""
    found = [work.one(Designation, each) for each in dict.fromkeys(cases)]
    return [case for case in found if case.stage is Stage.LISTED and case.span is not None]


def touched(proceeding: Proceeding, work: WorkingSet) -> list[str]:
    """The designations that the target of a proceeding is, or that rest on it."""
    if work.find(Record, proceeding.target) is None:
        return [proceeding.target]
    return [case.id for case in work.designations_on(proceeding.target)]


def _about(proceeding: Proceeding, case: Designation) -> bool:
    return proceeding.target == case.id or proceeding.target in case.records


def _running(case: Designation) -> list[str]:
    """The proceedings whose stay of the case runs until an act ends it."""
    spans = case.span.stays if case.span else ()
    return [each.objection for each in spans if each.ordered and each.open]


def masked(work: WorkingSet, case: Designation, cause: str, order: Order) -> WorkingSet:
    """The set once an order stays the case: the next stay sees what this one left running."""
    states = dict(work.states)
    for measure in stays.stayable(work, [case], order):
        states[measure.id] = stays.begun(measure, case.id, cause, order.first_day, order)
    return WorkingSet(states)


def with_state(work: WorkingSet, changed: Proceeding | Record | Designation) -> WorkingSet:
    """The set with one state as it is after the step."""
    return WorkingSet({**work.states, changed.id: changed})


def ended(proceeding: Proceeding, last_day: date) -> Proceeding:
    """The proceeding with its open order ended."""
    orders = tuple(
        replace(each, last_day=last_day) if each.open else each for each in proceeding.orders
    )
    return replace(proceeding, orders=orders)
