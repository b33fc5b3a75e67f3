"""Who held a department's function, and what it may decide and carry out, by dates."""

from datetime import date

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Title


class Body(Entry, frozen=True, kw_only=True):
    """The public body that held a department's function on some days."""

    title: Title
    in_force: InForce
    confidence: Confidence = "certain"


class Competence(Entry, frozen=True, kw_only=True):
    """On these days it may decide in the fields of `decides` and runs the procedures `implements`."""

    in_force: InForce
    decides: tuple[Id, ...] = ()
    implements: tuple[Id, ...] = ()
    citation: Citation | None = None
    confidence: Confidence = "certain"


class Department(Changeable, frozen=True, kw_only=True):
    """A function of the city, not a building: `bodies` says who held it, oldest first.

    `competences`: what it may decide and carry out; without any, the pack does not say.
    `registers`: the classes of organisation whose base registration it keeps, and sends.
    """

    id: Id
    title: Title
    bodies: tuple[Body, ...]
    competences: tuple[Competence, ...] = ()
    registers: tuple[Id, ...] = ()

    def body_on(self, day: date) -> Body | None:
        """The body that holds the function on `day`; None where the pack does not say."""
        return next((body for body in self.bodies if body.in_force.holds_on(day)), None)

    def decides_on(self, field: str, day: date) -> bool:
        """True if it may decide in a field on `day`, as far as the pack says."""
        return not self.competences or any(
            field in each.decides and each.in_force.holds_on(day) for each in self.competences
        )
