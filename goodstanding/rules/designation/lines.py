"""Which measures the catalogue pairs with a ground, as lines an act can carry."""

from collections.abc import Sequence
from datetime import date

from goodstanding.rules.acts.values import Basis, MeasureLine
from goodstanding.rules.catalogue.model import Pairing
from goodstanding.rules.designation.refusals import MeasureNotPaired, NothingPaired
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of


def lines(ground: str, *, on: date, law: Law) -> tuple[MeasureLine, ...]:
    """The measures paired with ``ground`` on a day, each with departments, procedures, basis."""
    return tuple(_line(pairing, on, law) for pairing in law.rulebook.pairings_of(ground, on))


def _line(pairing: Pairing, on: date, law: Law) -> MeasureLine:
    measure = law.rulebook.measure(pairing.measure)
    exempt = measure.stay_exempt
    return MeasureLine(
        measure=measure.id,
        departments=measure.departments,
        procedures=measure.procedures,
        kind=measure.kind,
        sense=measure.sense,
        basis=tuple(
            Basis(instrument=c.instrument, article=c.article_on(on)) for c in pairing.citations
        ),
        max_months=pairing.max_months,
        last_day=law.rulebook.ends(pairing.ground, pairing.measure, on),
        stay_exempt=Basis(instrument=exempt.instrument, article=exempt.article_on(on))
        if exempt
        else None,
    )


def last_day_under(line: MeasureLine, *, first_day: date, last_day: date) -> date:
    """The last day of a measure under a designation: the earliest of its term, the longest the
    pairing allows, and the end of the pairing, its measure or a basis."""
    longest = last_day_of(first_day, months=line.max_months)
    return min(filter(None, (last_day, longest, line.last_day)))


def chosen(
    paired: tuple[MeasureLine, ...], measures: Sequence[str] | None
) -> tuple[MeasureLine, ...]:
    """All paired lines, or only those an officer chose."""
    return tuple(line for line in paired if measures is None or line.measure in measures)


def pairing_refusals(
    ground: str, paired: tuple[MeasureLine, ...], measures: Sequence[str] | None, *, on: date
) -> list[Refusal]:
    """What stands against measures the catalogue does not pair with the ground."""
    if not paired:
        return [NothingPaired(ground=ground, on=on)]
    known = {line.measure for line in paired}
    return [
        MeasureNotPaired(measure=measure, ground=ground, on=on)
        for measure in measures or ()
        if measure not in known
    ]
