"""What an effect does in a case: at its stage, by its promised points; never a sum of anything."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.effects import Effect, Force


class Bearing(msgspec.Struct, frozen=True, kw_only=True):
    """One effect and what the rulebook has it do at the procedure of a case.

    ``does``: empty where the rulebook says nothing. ``acts``: it does so now: firm, and at this
    stage. ``points``: what the case's own document promises for it, None where it promises none.
    """

    effect: Effect
    does: str
    acts: bool
    stages: tuple[str, ...] = ()
    points: Decimal | None = None

    @property
    def excludes(self) -> bool:
        """Whether it keeps the organisation out, as things stand."""
        return self.acts and self.does == "exclusion"


def bearings(
    effects: Sequence[Effect],
    *,
    said: Sequence[ProcedureEffect],
    stage: str,
    points: Mapping[str, Decimal],
) -> list[Bearing]:
    """What each effect does, in the order told.

    Args:
        effects: of one organisation, as a check for the procedure told them.
        said: what measures do at the procedure on the day of that check.
        stage: where the case is.
        points: promised by the case's document, by the id of the bonus.
    """
    by_measure = {each.measure: each for each in said}
    return [_bearing(each, by_measure.get(each.measure), stage, points) for each in effects]


def _bearing(
    effect: Effect, said: ProcedureEffect | None, stage: str, points: Mapping[str, Decimal]
) -> Bearing:
    if said is None:
        return Bearing(effect=effect, does="", acts=False)
    return Bearing(
        effect=effect,
        does=said.does,
        acts=effect.force is Force.IN_FORCE and said.at(stage),
        stages=said.stages,
        points=points.get(said.id),
    )
