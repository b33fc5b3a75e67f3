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
    `published`: false where it is not shown there at all.
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
    confidence: Confidence = "certain"
