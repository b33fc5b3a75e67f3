"""How an effect is left: by the way back of its ground; what stands on no decision ends by itself."""

from goodstanding.rules.catalogue.model import WayBack
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.effects import Effect

#: Of an advantage by a standing condition, behind which no ground stands.
ASKED_ANEW = WayBack(
    what=Title(
        zh="每天重新计算；条件不再满足时自动停止。",
        en="Computed anew each day; it ends by itself when the condition is no longer met.",
    ),
    after_months=0,
    counted_from="decision",
    papers=(),
    free_of_charge=True,
)


def way_back_of(effect: Effect, rulebook: Rulebook) -> WayBack:
    """The way back of the ground; of an advantage by a condition, that it is asked anew each day.

    Raises:
        Refused: `GroundUnknown`.
    """
    return rulebook.ground(effect.ground).way_back if effect.ground else ASKED_ANEW


def ground_title(effect: Effect, rulebook: Rulebook) -> Title:
    """What an effect rests on: its ground, or the condition that is met."""
    if effect.condition:
        return rulebook.conditions[effect.condition].title
    return rulebook.ground(effect.ground).title
