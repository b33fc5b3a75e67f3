"""Standing conditions as data: what must hold about an organisation on a day, and what it opens."""

from typing import Annotated

import msgspec

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.publication_rules import Severity
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Title

Years = Annotated[int, msgspec.Meta(ge=1, le=10)]


class Counted(Entry, frozen=True, kw_only=True):
    """A kind of record that stands against a condition; `severity`: only these classes of it.

    A record whose class nobody has set is taken as general.
    """

    kind: Id
    severity: tuple[Severity, ...] = ()


class Condition(Changeable, frozen=True, kw_only=True):
    """What must hold about an organisation on a day so that it has the advantages of `opens`.

    `records`: what counts against it while it has effect; `years`: only what was decided within so
    many years before the day (none: whenever it was decided); `restrictions`: a designation in
    force that restricts counts as well, whenever it was decided; `existed_years`: how long the
    organisation has existed at least. The answer is met, not met or cannot be told, never a number.
    """

    id: Id
    title: Title
    opens: tuple[Id, ...]
    citations: tuple[Citation, ...]
    in_force: InForce
    years: Years | None = None
    records: tuple[Counted, ...] = ()
    restrictions: bool = False
    existed_years: Years | None = None
    see_also: tuple[Citation, ...] = ()
    confidence: Confidence = "certain"
