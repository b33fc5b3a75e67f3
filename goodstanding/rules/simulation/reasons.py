"""Which rule ends an effect under a version of the law, and in which way?"""

from datetime import date

from goodstanding.rules.acts.transition import NewLastDay
from goodstanding.rules.catalogue.model import Pairing
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.governing.terms import SUNSET
from goodstanding.rules.simulation.change import Why


def why_of(value: NewLastDay, new: Rulebook, *, ground: str, measure: str) -> Why:
    """A term that is shorter, or what of the law has ended.

    Args:
        value: the last day as the version resolves it.
        ground, measure: what the last day is of; the measure is empty for a case or a record.
    """
    if value.transition != SUNSET:
        return Why.TERM_SHORTER
    return ended(new, ground=ground, measure=measure, last_day=value.last_day)


def ended(new: Rulebook, *, ground: str, measure: str, last_day: date) -> Why:
    """What of a version ends a measure on a ground with a day: ground, measure, basis or pairing."""
    if ground not in new.grounds:
        return Why.GROUND_ENDED
    known = new.measures.get(measure)
    if known is None or known.in_force.until == last_day:
        return Why.MEASURE_ENDED if measure else Why.GROUND_ENDED
    if any(last_day in _bases_end(new, each) for each in new.paired(ground, measure)):
        return Why.BASIS_ENDED
    return Why.PAIRING_ENDED


def _bases_end(new: Rulebook, pairing: Pairing) -> set[date | None]:
    return {new.instrument(cited.instrument).in_force.until for cited in pairing.citations}
