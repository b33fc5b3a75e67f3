"""What stays and endings mean for a span: the same for a designation and for each of its measures."""

from datetime import date, timedelta

from msgspec.structs import replace

from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.states import Ending, Span, Stay


def stay(span: Span, *, objection: str, first_day: date) -> Span:
    """The span with a stay begun on ``first_day``."""
    return replace(span, stays=(*span.stays, Stay(objection=objection, first_day=first_day)))


def order(span: Span, *, proceeding: str, first_day: date, last_day: date | None) -> Span:
    """The span with a stay begun by order, to a last day or until an act ends it."""
    begun = Stay(objection=proceeding, first_day=first_day, last_day=last_day, ordered=True)
    return replace(span, stays=(*span.stays, begun))


def resume(span: Span, *, objection: str, last_day: date) -> Span:
    """The span with the stay for ``objection`` ended; ``last_day`` is still stayed."""
    return replace(span, stays=tuple(_closed(each, objection, last_day) for each in span.stays))


def _closed(each: Stay, objection: str, last_day: date) -> Stay:
    mine = each.objection == objection and each.runs_on(last_day)
    return replace(each, last_day=last_day) if mine else each


def restore(span: Span, *, repair: str, from_day: date, last_day: date, position: int = 0) -> Span:
    """The span in force again from ``from_day`` to ``last_day``; the days between stay without.

    A stay that ran when it was ended does not run on: whether one is needed is asked anew.
    ``position``: of the act that restores it.
    """
    assert span.ending is not None
    before = from_day - timedelta(days=1)
    gap = Lapse(repair=repair, first_day=span.ending.from_day, last_day=before, position=position)
    lapses = (*(span.lapses or ()), gap)
    stays = tuple(replace(each, last_day=before) if each.open else each for each in span.stays)
    return replace(span, last_day=last_day, ending=None, lapses=lapses, stays=stays)


def end(span: Span, ending: Ending) -> Span:
    """The span ended by an act."""
    return replace(span, ending=ending)
