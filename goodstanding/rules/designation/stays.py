"""A stay begins with an objection's acceptance or an order, and ends with its outcome or its day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.acts import measure as measure_acts
from goodstanding.rules.acts import proceeding as order_acts
from goodstanding.rules.acts.designation import StayBegun, StayEnded
from goodstanding.rules.acts.effects import Effect
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.designation.hear import step
from goodstanding.rules.evolving import span as spans
from goodstanding.rules.law import Law
from goodstanding.rules.measure.carried import first_run, running, stopped
from goodstanding.rules.proceeding.state import Order
from goodstanding.rules.states import Designation, Measure, Span
from goodstanding.rules.working_set import WorkingSet

_DAY = timedelta(days=1)
Change = Callable[[Span], Span]


def begin(
    cases: Sequence[Designation],
    *,
    objection: str,
    work: WorkingSet,
    law: Law,
    on: date,
    order: Order | None = None,
) -> list[Decided]:
    """From today the measures of these cases are stayed, but for listed safety exceptions.

    All cases at once: a measure that rests on several is suspended if none is left to carry it.
    ``objection``: what the stay is for; with ``order`` the proceeding that ordered it. An order of
    the whole decision knows no exceptions.
    """
    acts = [step(case, _begun(objection, on, order), on=on) for case in cases]
    for measure in stayable(work, cases, order):
        now = measure
        for case in _under(measure, cases):
            before, now = now, begun(now, case.id, objection, on, order)
            acts.append(mask(before, now, case.id, cause=objection, order=order, law=law, on=on))
    return acts


def mask(
    before: Measure,
    now: Measure,
    case: str,
    *,
    cause: str,
    order: Order | None,
    law: Law,
    on: date,
) -> Decided:
    """The stay of one case under a measure, with what it asks of a department that acted.

    ``before``, ``now``: the measure without this stay and with it.
    """
    stops = before.applied and _runs(before, on) and not _runs(now, on)
    suspend = law.deadline("lift", start=on) if stops else None
    if order is None:
        effect: Effect = measure_acts.MeasureStayed(
            designation=case, objection=cause, first_day=on, suspend=suspend
        )
    else:
        effect = order_acts.MeasureStayOrdered(
            designation=case,
            proceeding=cause,
            first_day=on,
            last_day=order.last_day,
            suspend=suspend,
            resume=_goes_on_later(now, law, on) if stops else None,
        )
    return _act(before, effect, on)


def _begun(cause: str, on: date, order: Order | None) -> Effect:
    if order is None:
        return StayBegun(objection=cause, first_day=on)
    return order_acts.StayOrdered(proceeding=cause, first_day=on, last_day=order.last_day)


def finish(
    stays: Sequence[tuple[Designation, str]], *, work: WorkingSet, law: Law, on: date
) -> list[Decided]:
    """Today is the last stayed day; from tomorrow exactly what was in force before is again.

    ``stays``: the cases, each with what its stay was for; all of them at once.
    """
    acts = [step(case, _ended(case, cause, on), on=on) for case, cause in stays]
    cases = list({case.id: case for case, _ in stays}.values())
    for measure in {m.id: m for case in cases for m in work.measures_under(case.id)}.values():
        now = measure
        for case, cause in stays:
            ordered = _by_order(case, cause)
            if not _under(measure, [case]) or not _masks(measure, case.id, cause, ordered, on):
                continue
            before, now = now, finished(now, case.id, cause, on)
            resume = _goes_on(measure, before, now, law, on)
            acts.append(_act(measure, _measure_ended(case.id, cause, ordered, on, resume), on))
    return acts


def unmask(
    measure: Measure, before: Measure, now: Measure, case: str, *, cause: str, law: Law, on: date
) -> Decided:
    """The end of an ordered stay of one case under a measure alone, its designation left aside.

    ``measure``: as it is; ``before``, ``now``: with this stay and once it has ended.
    """
    resume = _goes_on(measure, before, now, law, on)
    return _act(measure, _measure_ended(case, cause, True, on, resume), on)


def _goes_on(
    measure: Measure, before: Measure, now: Measure, law: Law, on: date
) -> Deadline | None:
    """Who stopped is told to go on; also where an order masks it still, until the day that names."""
    if _runs(before, on):
        return None
    if _runs(now, on):
        return law.deadline("lift", start=on) if stopped(measure) else None
    return _goes_on_later(now, law, on) if measure.applied else None


def _goes_on_later(now: Measure, law: Law, on: date) -> Deadline | None:
    again = first_run(now, after=on)
    return law.deadline("lift", start=again - _DAY) if again else None


def _ended(case: Designation, cause: str, on: date) -> Effect:
    if _by_order(case, cause):
        return order_acts.OrderedStayEnded(proceeding=cause, last_day=on)
    return StayEnded(objection=cause, last_day=on)


def _measure_ended(
    case: str, cause: str, ordered: bool, on: date, resume: Deadline | None
) -> Effect:
    if ordered:
        return order_acts.MeasureOrderEnded(
            designation=case, proceeding=cause, last_day=on, resume=resume
        )
    return measure_acts.MeasureResumed(
        designation=case, objection=cause, last_day=on, resume=resume
    )


def _by_order(case: Designation, cause: str) -> bool:
    spans_of = case.span.stays if case.span else ()
    return any(each.objection == cause and each.ordered for each in spans_of)


def _masks(measure: Measure, case: str, cause: str, ordered: bool, on: date) -> bool:
    """True if a stay for that reason is to be ended in the measure; exceptions have none."""
    if not ordered:
        return measure.stay_exempt is None
    own = (each.span for each in measure.rests_on if each.designation == case)
    return any(stay.objection == cause and stay.runs_on(on) for span in own for stay in span.stays)


def stayable(
    work: WorkingSet, cases: Sequence[Designation], order: Order | None = None
) -> list[Measure]:
    """The measures under the cases that such a stay masks."""
    found = {m.id: m for case in cases for m in work.measures_under(case.id)}
    whole = order is not None and order.whole
    return [measure for measure in found.values() if whole or measure.stay_exempt is None]


def _under(measure: Measure, cases: Sequence[Designation]) -> list[Designation]:
    rests_on = {resting.designation for resting in measure.rests_on}
    return [case for case in cases if case.id in rests_on]


def _runs(measure: Measure, on: date) -> bool:
    # What is told to a department is for the days to come: today's stay or end is settled.
    return running(measure, on=on + _DAY)


def begun(measure: Measure, case: str, cause: str, on: date, order: Order | None) -> Measure:
    """The measure once a stay of one case under it has begun."""
    if order is None:
        return _changed(measure, case, lambda span: spans.stay(span, objection=cause, first_day=on))
    last = order.last_day
    return _changed(
        measure,
        case,
        lambda span: spans.order(span, proceeding=cause, first_day=on, last_day=last),
    )


def finished(measure: Measure, case: str, cause: str, on: date) -> Measure:
    """The measure once a stay of one case under it has ended."""
    return _changed(measure, case, lambda span: spans.resume(span, objection=cause, last_day=on))


def without(case: Designation, cause: str, on: date) -> Designation:
    """The case once its stay for that reason has ended."""
    assert case.span is not None
    return replace(case, span=spans.resume(case.span, objection=cause, last_day=on))


def _changed(measure: Measure, case: str, change: Change) -> Measure:
    changed = (
        replace(each, span=change(each.span)) if each.designation == case else each
        for each in measure.rests_on
    )
    return replace(measure, rests_on=tuple(changed))


def _act(measure: Measure, effect: Effect, on: date) -> Decided:
    return Decided(
        stream=measure.organisation, aggregate=measure.id, effective_on=on, effect=effect
    )
