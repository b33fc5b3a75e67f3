"""Does what a measure does at a procedure fit the measure, the procedure and its stages?"""

from collections.abc import Iterator
from decimal import Decimal

from goodstanding.rules.catalogue import effect_problems as no
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.model import Measure, Procedure
from goodstanding.rules.catalogue.problems import PackProblem, SourceAndDefault
from goodstanding.rules.catalogue.procedure_effects import FAVOURS, Cap, ProcedureEffect
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.stages import ORDER

MOST_POINTS = Decimal(100)


def effect_problems(read: Draft) -> Iterator[PackProblem]:
    """Every effect against its measure's sense, off its procedure, without cap or stage, or unsaid."""
    measures = {row.id: row for _, row in read.of(Measure)}
    procedures = {row.id: row for _, row in read.of(Procedure)}
    for raw, effect in read.of(ProcedureEffect):
        yield from _capped(raw, effect)
        if effect.measure in measures:
            yield from _of_measure(raw, effect, measures[effect.measure])
        if effect.procedure in procedures:
            yield from _of_procedure(raw, effect, procedures[effect.procedure])
    for raw, procedure in read.of(Procedure):
        yield from _in_order(raw, procedure)
    yield from _unsaid(read, procedures)


def _capped(raw: RawEntry, effect: ProcedureEffect) -> Iterator[PackProblem]:
    if effect.cap is None:
        if effect.does == "bonus":
            yield no.BonusWithoutCap(**raw.at())
        return
    if effect.does != "bonus":
        yield no.CapWithoutBonus(**raw.at("cap"), does=effect.does)
    if not usable(effect.cap.points, most=MOST_POINTS):
        yield no.CapNotUsable(**raw.at("cap.points"), points=effect.cap.points)
    if _two_sources(effect.cap):
        yield SourceAndDefault(**raw.at("cap"), since=effect.in_force.since)


def usable(points: Decimal, *, most: Decimal) -> bool:
    """Whether a number of points is above 0, not above the most, with at most two decimals."""
    if not points.is_finite() or not 0 < points <= most:
        return False
    return points == points.quantize(Decimal("0.01"))


def _two_sources(cap: Cap) -> bool:
    return cap.to_confirm == (cap.citation is not None)


def _of_measure(raw: RawEntry, effect: ProcedureEffect, measure: Measure) -> Iterator[PackProblem]:
    if (measure.sense == "advantage") != (effect.does in FAVOURS):
        at = raw.at("does")
        yield no.EffectAgainstItsSense(
            **at, measure=measure.id, sense=measure.sense, does=effect.does
        )
    if effect.procedure not in measure.procedures:
        at = raw.at("procedure")
        yield no.MeasureNotAtProcedure(**at, measure=measure.id, procedure=effect.procedure)


def _of_procedure(
    raw: RawEntry, effect: ProcedureEffect, procedure: Procedure
) -> Iterator[PackProblem]:
    for index, stage in enumerate(effect.stages):
        if stage not in procedure.stages:
            at = raw.at(f"stages[{index}]")
            stages = ", ".join(procedure.stages) or "-"
            yield no.StageNotOfProcedure(**at, procedure=procedure.id, stage=stage, stages=stages)


def _in_order(raw: RawEntry, procedure: Procedure) -> Iterator[PackProblem]:
    stages = procedure.stages
    ordered = tuple(each for each in ORDER if each in stages)
    if stages and (stages != ordered or stages[0] != ORDER[0]):
        yield no.StagesOutOfOrder(**raw.at("stages"), stages=", ".join(stages))


def _unsaid(read: Draft, procedures: dict[str, Procedure]) -> Iterator[PackProblem]:
    said = {(each.measure, each.procedure) for _, each in read.of(ProcedureEffect)}
    for raw, measure in read.of(Measure):
        for index, id in enumerate(measure.procedures):
            staged = id in procedures and procedures[id].stages
            if staged and (measure.id, id) not in said:
                yield no.EffectUnsaid(**raw.at(f"procedures[{index}]"), procedure=id)
