"""Repair as data: from when it may be asked for, on which conditions, with which papers, how fast."""

from typing import Annotated, Literal

import msgspec

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.publication_rules import Severity
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title


class AfterPlan(Entry, frozen=True, kw_only=True):
    """Repair after a completed bankruptcy plan: months from its completion, and how sure that is."""

    months: Annotated[int, msgspec.Meta(ge=0, le=120)]
    confidence: Confidence = "certain"


class RepairRule(Changeable, frozen=True, kw_only=True):
    """How what an organisation corrected is repaired.

    `records`: kinds of record; `severity`: the classes it is for (none: whatever the class);
    `after_months`: the earliest day to ask, in months from `counted_from`; `acceptance`,
    `decision`, `extension`: ids of the parameters of the two clocks and of the longest extension;
    `excluded`: cases that cannot be repaired so; `restarts`: where a repair is revoked, the term of
    what it ended starts anew instead of running on for its rest; `after_plan`: where a completed
    bankruptcy plan covers the decision it counts as all duties performed, and this is the time.
    """

    id: Id
    title: Title
    records: tuple[Id, ...]
    after_months: Annotated[int, msgspec.Meta(ge=0, le=120)]
    counted_from: Literal["decision", "listing", "publication", "performance"]
    acceptance: Path
    decision: Path
    conditions: tuple[Title, ...]
    papers: tuple[Title, ...]
    citations: tuple[Citation, ...]
    in_force: InForce
    severity: tuple[Severity, ...] = ()
    extension: Path | None = None
    excluded: tuple[Title, ...] = ()
    free_of_charge: bool = True
    restarts: bool = False
    after_plan: AfterPlan | None = None
    confidence: Confidence = "certain"
