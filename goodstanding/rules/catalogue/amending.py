"""What an amendment does to the rulebook it amends: entries it ends, and what it changed."""

from datetime import date
from typing import Literal

from goodstanding.rules.catalogue.entry import Entry, Transition
from goodstanding.rules.catalogue.sources import Citation, Id

Ended = Literal[
    "commitments",
    "consent_purposes",
    "data_classes",
    "conditions",
    "grounds",
    "inspection_items",
    "instruments",
    "items",
    "limits",
    "measures",
    "pairings",
    "procedure_effects",
    "publication_classes",
    "publication_clocks",
    "repairs",
    "sampling_tables",
]
"""The sections whose entries have days of force, and so can be ended."""


class Ending(Entry, frozen=True, kw_only=True):
    """An entry of the amended rulebook ends with `last_day`, by this article.

    `id`: as problems name it; a pairing is written `GROUND with MEASURE`.
    """

    section: Ended
    id: str
    last_day: date
    citation: Citation
    transition: Transition | None = None


class Amended(Entry, frozen=True, kw_only=True):
    """The version an amendment stands on; its rules hold before the amendment's first day.

    `known_from`: the first day for which the rulebooks of the whole chain have rules.
    """

    rulebook: Id
    version: str
    digest: str
    known_from: date


class Change(Entry, frozen=True, kw_only=True):
    """One entry an amendment changed: what, how, from which day, and what open matters take."""

    section: str
    id: str
    how: Literal["added", "replaced", "ended"]
    day: date
    transition: Transition
