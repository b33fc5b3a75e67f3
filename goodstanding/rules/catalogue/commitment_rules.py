"""Promises as data: what may be promised to whom, for how long, how it is verified, what follows."""

from typing import Annotated, Literal

import msgspec

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.model import Months
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title

Area = Literal[
    "all-round",
    "quality",
    "safe-work",
    "labour",
    "ecology",
    "public-trading",
    "own-standard",
    "certificate",
    "later-papers",
    "mending",
    "association",
]
"""What a promise is about. `fields` of the rulebook are those of the grounds: another thing."""

CommitmentType = Literal[
    "proactive",
    "instead-of-approval",
    "documents-to-follow",
    "instead-of-certificate",
    "self-discipline",
    "repair",
]


class VerificationPlan(Entry, frozen=True, kw_only=True):
    """How the department looks whether it was kept, and within how many months of the due day."""

    method: Literal["papers", "on-site", "data", "sample"]
    within_months: Annotated[int, msgspec.Meta(ge=1, le=24)]
    confidence: Confidence = "certain"


class PublishedBy(Entry, frozen=True, kw_only=True):
    """The rule that publishes every promise of this template; without one only consent does."""

    citation: Citation


class ExcludedBy(Entry, frozen=True, kw_only=True):
    """The rule that excludes an organisation with a broken promise that is not repaired."""

    citation: Citation


class Consequence(Entry, frozen=True, kw_only=True):
    """One thing that may follow from a broken promise; each is a step somebody takes after notice.

    `kind`: it may ground a proposal, it ends the advantage it was given for, the approval is
    reviewed, the repair is revoked, or the association is told.
    """

    kind: Literal[
        "may-propose", "advantage-ends", "approval-reviewed", "repair-revoked", "association-told"
    ]
    what: Title
    citation: Citation


class CommitmentTemplate(Changeable, frozen=True, kw_only=True):
    """A promise an organisation may make: its text, who accepts it, how long it may run.

    `edition`: of the text, in words; an amendment that changes the text gives another. `departments`:
    those that accept it, each for its own matters; `targets`: classes of organisation; `max_months`:
    the longest time from the promise to its due day; `shown_months`: how long after that day it can
    be public; `statement_window`: the parameter with the days
    to answer before it is found broken; `standard`: it names a standard, its scope and edition.
    """

    id: Id
    title: Title
    area: Area
    commitment_type: CommitmentType
    edition: str
    text: Title
    departments: tuple[Id, ...]
    targets: tuple[Id, ...]
    max_months: Months
    shown_months: Months
    verification: VerificationPlan
    statement_window: Path
    consequences: tuple[Consequence, ...]
    citations: tuple[Citation, ...]
    in_force: InForce
    standard: bool = False
    published: PublishedBy | None = None
    excluded_after_broken: ExcludedBy | None = None
    confidence: Confidence = "certain"
