"""Which measures the catalogue pairs with a ground, as lines an act can carry."""

from collections.abc import Iterable, Sequence
from datetime import date

from goodstanding.rules.acts.values import Basis, MeasureLine
from goodstanding.rules.catalogue.model import Pairing
from goodstanding.rules.catalogue.sources import earliest
from goodstanding.rules.designation.refusals import MeasureNotPaired, NothingPaired
from goodstanding.rules.errors import Refusal
from goodstanding.rules.law import Law
from goodstanding.rules.periods import last_day_of
from goodstanding.rules.states import Record


def lines(ground: str, *, on: date, law: Law, records: Iterable[Record]) -> tuple[MeasureLine, ...]:
    """The measures paired with ``ground`` on a day, each with departments, procedures, basis.

    A law that looks back from a bid over so many months (Government Procurement Law art. 22) carries
    its measure until they have passed since the latest decision on record; then there is none.
    """
    decided = max((each.decided_on for each in records), default=None)
    paired = law.rulebook.pairings_of(ground, on)
    found = (_line(pairing, on, law, decided) for pairing in paired)
    return tuple(line for line in found if line.last_day is None or line.last_day >= on)


def _line(pairing: Pairing, on: date, law: Law, decided: date | None) -> MeasureLine:
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
        last_day=earliest(
            [law.rulebook.ends(pairing.ground, pairing.measure, on), _looked_back(pairing, decided)]
        ),
        stay_exempt=Basis(instrument=exempt.instrument, article=exempt.article_on(on))
        if exempt
        else None,
    )


def _looked_back(pairing: Pairing, decided: date | None) -> date | None:
    if decided is None or pairing.counted_from == "designation":
        return None
    return last_day_of(decided, months=pairing.max_months)


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
