"""What open matters take when a rule changes, where the amendment does not say."""

from collections.abc import Mapping
from typing import Any

from goodstanding.rules.catalogue.entry import Transition
from goodstanding.rules.catalogue.model import Measure

MUST_SAY = frozenset(
    {
        "grounds",
        "measures",
        "pairings",
        "parameters",
        "record_kinds",
        "repairs",
        "publication_clocks",
        "publication_classes",
        "limits",
    }
)
"""Sections whose values open matters carry: an entry replaced there says its transition."""

#: A promise keeps the words it was made in, a consent what it opened: no amendment widens it.
_KEPT = frozenset({"commitments", "data_classes", "consent_purposes", "items"})
_LIGHTER = frozenset({"repairs", "publication_clocks", "publication_classes", "limits"})


def transition_of(
    section: str, entry: Any, *, measures: Mapping[str, Measure], display: frozenset[str]
) -> Transition:
    """As written; else lighter for burdens, keep for procedural windows and earned advantages.

    What was promised stays as it was promised.

    Args:
        measures: by id, to know the sense of a pairing.
        display: ids of the parameters that bound how long a record is public: burdens.
    """
    if entry.transition is not None:
        written: Transition = entry.transition
        return written
    if section in ("grounds", "measures"):
        return _by_sense(entry.sense)
    if section == "pairings":
        measure = measures.get(entry.measure)
        return _by_sense(measure.sense if measure else "burden")
    if section == "parameters":
        return "lighter" if entry.id in display else "keep"
    if section in _KEPT:
        return "keep"
    return "lighter" if section in _LIGHTER or section == "record_kinds" else "new"


def _by_sense(sense: str) -> Transition:
    return "lighter" if sense == "burden" else "keep"
