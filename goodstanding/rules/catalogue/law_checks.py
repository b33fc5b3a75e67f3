"""Does the law carry what the pack says? Bases strong enough, senses alike, the way back free."""

from collections.abc import Iterable, Iterator
from datetime import date

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import Ground, Measure, Pairing
from goodstanding.rules.catalogue.problems import (
    BasisTooWeak,
    FeeForTheWayBack,
    LongerThanTheLongest,
    PackProblem,
    RestrictionOnLending,
    SenseDiffers,
)
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.sources import CARRIES_A_RESTRICTION, Citation, Instrument

LENDING = frozenset({"loan", "insurance"})

LAW_NEEDED_FROM = date(2020, 12, 18)
"""The day 国办发〔2020〕49号 was published: since then no restriction rests on a city's document."""

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
    for raw, repair in read.of(RepairRule):
        if not repair.free_of_charge:
            yield FeeForTheWayBack(**raw.at("free_of_charge"))


def _ground(
    raw: RawEntry, ground: Ground, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    levels = levels_of(ground.citations, instruments)
    weak = ground.sense == "burden" and levels and levels <= NEVER_A_BASIS_ALONE
    if weak and not _is_history(ground):
        yield BasisTooWeak(**raw.at("citations"), levels=sorted(levels))
    if ground.term.months > ground.term.max_months:
        yield LongerThanTheLongest(
            **raw.at("term.months"),
            key="months",
            months=ground.term.months,
            limit=ground.term.max_months,
        )
    if not ground.way_back.free_of_charge:
        yield FeeForTheWayBack(**raw.at("way_back.free_of_charge"))


def _measure(
    raw: RawEntry, measure: Measure, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    if measure.sense == "burden":
        for procedure in sorted(LENDING.intersection(measure.procedures)):
            yield RestrictionOnLending(**raw.at("procedures"), procedure=procedure)
    if measure.stay_exempt is not None:
        levels = levels_of((measure.stay_exempt,), instruments)
        if levels and not levels & CARRIES_A_RESTRICTION:
            yield BasisTooWeak(**raw.at("stay_exempt"), levels=sorted(levels))


def _basis_of_pairing(
    raw: RawEntry, pairing: Pairing, measure: Measure | None, instruments: dict[str, Instrument]
) -> Iterator[PackProblem]:
    levels = levels_of(pairing.citations, instruments)
    burden = measure is not None and measure.sense == "burden"
    weak = burden and levels and not levels & CARRIES_A_RESTRICTION
    if weak and not _is_history(pairing):
        yield BasisTooWeak(**raw.at("citations"), levels=sorted(levels))


def _is_history(entry: Ground | Pairing) -> bool:
    """A basis of the city alone, which ended before the rule that a restriction needs a law."""
    until = entry.in_force.until
    return entry.historic and until is not None and until < LAW_NEEDED_FROM


def _pair(
    raw: RawEntry, pairing: Pairing, ground: Ground | None, measure: Measure | None
) -> Iterator[PackProblem]:
    if ground is None or measure is None:
        return
    if ground.sense != measure.sense:
        yield SenseDiffers(
            **raw.at("measure"), ground_sense=ground.sense, measure_sense=measure.sense
        )
    if pairing.max_months > ground.term.max_months:
        yield LongerThanTheLongest(
            **raw.at("max_months"),
            key="max_months",
            months=pairing.max_months,
            limit=ground.term.max_months,
        )


def levels_of(cited: Iterable[Citation], instruments: dict[str, Instrument]) -> set[str]:
    """The ranks of the instruments cited, as far as the pack has them."""
    found = (instruments.get(citation.instrument) for citation in cited)
    return {basis.level for basis in found if basis is not None}
