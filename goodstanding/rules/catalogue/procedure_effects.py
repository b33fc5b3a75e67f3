"""What a measure does where it meets a procedure: points, a preference, fewer steps, a bar."""

from decimal import Decimal
from typing import Literal

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce
from goodstanding.rules.catalogue.stages import Stage

Does = Literal["bonus", "priority", "simplified-steps", "exclusion", "closer-look"]
"""Points that the case's own published rule promises, preference under equal conditions, steps or
papers less, not admitted, looked at more closely."""

FAVOURS: frozenset[str] = frozenset({"bonus", "priority", "simplified-steps"})
"""What an advantage does; a restriction does the rest."""


class Cap(Entry, frozen=True, kw_only=True):
    """The most points a case's own rule may promise; with its citation, or this pack's default."""

    points: Decimal
    citation: Citation | None = None
    to_confirm: bool = False


class ProcedureEffect(Changeable, frozen=True, kw_only=True):
    """A measure does this at a procedure, on these days.

    `stages`: at these alone; all of the procedure's where none is named. `cap`: of a bonus.
    """

    id: Id
    measure: Id
    procedure: Id
    does: Does
    in_force: InForce
    stages: tuple[Stage, ...] = ()
    cap: Cap | None = None
    citations: tuple[Citation, ...] = ()
    confidence: Confidence = "certain"

    def at(self, stage: str) -> bool:
        """Whether it does anything at a stage."""
        return not self.stages or stage in self.stages
