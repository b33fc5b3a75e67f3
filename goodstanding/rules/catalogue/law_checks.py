"""Does the law carry what the pack says? Bases strong enough and in force, every effect ended."""

from collections.abc import Iterator

from goodstanding.rules.catalogue.bases import blocked
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import BlockedBasis, Ground, Measure, Pairing
from goodstanding.rules.catalogue.problems import (
    BasisNotInForce,
    BasisTooWeak,
    BlockedGround,
    FeeForTheWayBack,
    LongerThanTheLongest,
    PackProblem,
    RestrictionOnLending,
    SenseDiffers,
)
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sources import (
    CARRIES_A_RESTRICTION,
    Citation,
    InForce,
    Instrument,
)

LENDING = frozenset({"loan", "insurance"})

NEVER_A_BASIS_ALONE = frozenset({"memorandum", "city-document"})


def law_problems(read: Draft) -> Iterator[PackProblem]:
    """Every place where the law does not carry what the pack says."""
    instruments = {row.id: row for _, row in read.of(Instrument)}
    measures = {row.id: row for _, row in read.of(Measure)}
    grounds = {row.id: row for _, row in read.of(Ground)}
    for raw, ground in read.of(Ground):
        yield from _ground(raw, ground, instruments)
    for raw, measure in read.of(Measure):
        yield from _measure(raw, measure, instruments)
    for raw, pairing in read.of(Pairing):
        yield from _basis_of_pairing(raw, pairing, measures.get(pairing.measure), instruments)
        yield from _pair(raw, pairing, grounds.get(pairing.ground), measures.get(pairing.measure))
    yield from _blocked(read, instruments)


def _ground(
    raw: RawEntry, ground: Ground, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    levels = _levels(ground.citations, instruments)
    if ground.sense == "burden" and levels and levels <= NEVER_A_BASIS_ALONE:
        yield BasisTooWeak(**raw.at(), levels=sorted(levels))
    yield from _days(raw, ground.in_force, ground.citations, instruments)
    if ground.term.months > ground.term.max_months:
        yield LongerThanTheLongest(
            **raw.at(),
            key="months",
            months=ground.term.months,
            limit=ground.term.max_months,
        )
    if not ground.way_back.free_of_charge:
        yield FeeForTheWayBack(**raw.at())


def _measure(
    raw: RawEntry, measure: Measure, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    if measure.sense == "burden":
        for procedure in sorted(LENDING.intersection(measure.procedures)):
            yield RestrictionOnLending(**raw.at(), procedure=procedure)
    if measure.stay_exempt is not None:
        levels = _levels((measure.stay_exempt,), instruments)
        if levels and not levels & CARRIES_A_RESTRICTION:
            yield BasisTooWeak(**raw.at(), levels=sorted(levels))


def _basis_of_pairing(
    raw: RawEntry, pairing: Pairing, measure: Measure | None, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    levels = _levels(pairing.citations, instruments)
    burden = measure is not None and measure.sense == "burden"
    if burden and levels and not levels & CARRIES_A_RESTRICTION:
        yield BasisTooWeak(**raw.at(), levels=sorted(levels))
    yield from _days(raw, pairing.in_force, pairing.citations, instruments)


def _pair(
    raw: RawEntry, pairing: Pairing, ground: Ground | None, measure: Measure | None
) -> Iterator[PackProblem]:
    if ground is None or measure is None:
        return
    if ground.sense != measure.sense:
        yield SenseDiffers(**raw.at(), ground_sense=ground.sense, measure_sense=measure.sense)
    if pairing.max_months > ground.term.max_months:
        yield LongerThanTheLongest(
            **raw.at(),
            key="max_months",
            months=pairing.max_months,
            limit=ground.term.max_months,
        )


def _days(
    raw: RawEntry,
    span: InForce,
    cited: tuple[Citation, ...],
    instruments: dict[str, Instrument],
) -> Iterator[PackProblem]:
    """A basis must hold on the first day; one that ends earlier ends the effect by itself."""
    for citation in cited:
        basis = instruments.get(citation.instrument)
        if basis is not None and not basis.in_force.holds_on(span.since):
            until = basis.in_force.until or "…"
            yield BasisNotInForce(
                **raw.at(),
                instrument=basis.id,
                day=span.since,
                span=f"{basis.in_force.since} - {until}",
            )


def _blocked(read: Draft, instruments: dict[str, Instrument]) -> Iterator[PackProblem]:
    rows = [row for _, row in read.of(BlockedBasis)]
    resting: list[tuple[RawEntry, tuple[Citation, ...]]] = [
        (raw, ground.citations) for raw, ground in read.of(Ground)
    ]
    resting += [(raw, pairing.citations) for raw, pairing in read.of(Pairing)]
    for raw, cited in resting:
        for citation in cited:
            basis = instruments.get(citation.instrument)
            found = basis and blocked(f"《{basis.title.zh}》第{citation.article}条", rows)
            if found:
                yield BlockedGround(**raw.at(), basis=found.title.en)


def _levels(cited: tuple[Citation, ...], instruments: dict[str, Instrument]) -> set[str]:
    found = (instruments.get(citation.instrument) for citation in cited)
    return {basis.level for basis in found if basis is not None}
