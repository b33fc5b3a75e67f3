"""Until when does what comes back run? For its own rest; where a rule says so, for its term anew."""

from datetime import date, timedelta

from goodstanding.rules.designation.lines import last_day_under
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Designation, Measure, Span

_DAY = timedelta(days=1)


def case_last_day(case: Designation, *, anew: bool, on: date) -> date:
    """The last day the designation has, or that of its decided term counted from ``on``.

    A term without months, as of a listing decided elsewhere, never starts anew.
    """
    assert case.span is not None
    if not anew or not case.months:
        return case.span.last_day
    return last_day_of(on, months=_decided_months(case, case.span))


def measure_last_day(case: Designation, measure: Measure, *, anew: bool, on: date) -> date:
    """The same for one measure under it; never longer than the law lets the measure last."""
    own = own_span(case, measure)
    line = next((each for each in case.measures if each.measure == measure.measure), None)
    if not anew or not case.months or line is None:
        return own.last_day
    until = case_last_day(case, anew=True, on=on)
    return last_day_under(line, first_day=on, last_day=until)


def over(span: Span | None, on: date) -> bool:
    """True if it came to its last day meanwhile: then it stays over, also where terms start anew."""
    return span is None or span.last_day < on


def own_span(case: Designation, measure: Measure) -> Span:
    """The days for which a measure rests on the designation."""
    return next(each.span for each in measure.rests_on if each.designation == case.id)


def _decided_months(case: Designation, span: Span) -> int:
    """The months that were decided, which may be fewer than noticed: as the last day shows."""
    begun = span.first_day
    if span.lapses:
        last = span.lapses[-1].last_day
        begun = last + _DAY if last else begun
    months = range(1, case.months)
    return next((m for m in months if last_day_of(begun, months=m) >= span.last_day), case.months)
