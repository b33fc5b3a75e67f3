"""How long a decision stays public: classes of severity, and the clocks of the sites that show it."""

from typing import Literal

from goodstanding.rules.catalogue.entry import Changeable
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title

Severity = Literal["minor", "general", "serious"]
CountedFrom = Literal["decision", "publication"]


class PublicationClock(Changeable, frozen=True, kw_only=True):
    """A place of publication with a count of its own, for instance the national credit site.

    `counted_from`: the day of the decision or of its publication; `apply`: `earlier`, the earliest
    end of all clocks counts; `this`, a law lets the end of this clock count whatever the others say.
    """

    id: Id
    title: Title
    counted_from: CountedFrom
    citations: tuple[Citation, ...]
    in_force: InForce
    apply: Literal["earlier", "this"] = "earlier"
    confidence: Confidence = "certain"


class PublicationClass(Changeable, frozen=True, kw_only=True):
    """How long a kind of record of one severity is public by one clock.

    `min`, `max`: ids of parameters in months (before `min` no repair, after `max` no display);
    `published`: false where it is not shown there at all. `only`, `any_of`, `simple_procedure`: what
    puts a decision in the class: it is of these kinds of penalty and no other, one of its kinds is
    among these, or it was made by the simple procedure. `told_by`: the departments whose decision
    must have told the party, in writing when it was served, that it will be published.
    """

    id: Id
    title: Title
    clock: Id
    record: Id
    severity: Severity
    citations: tuple[Citation, ...]
    in_force: InForce
    published: bool = True
    min: Path | None = None
    max: Path | None = None
    only: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    simple_procedure: bool = False
    told_by: tuple[Id, ...] = ()
    confidence: Confidence = "certain"
