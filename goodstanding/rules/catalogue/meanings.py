"""Does an id still mean what it meant? Acts name ids for ever."""

from collections.abc import Iterator
from typing import Any

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.tables import entries_of

FIXED: dict[str, tuple[str, ...]] = {
    "grounds": ("field", "sense", "decided_elsewhere"),
    "measures": ("sense",),
    "parameters": ("unit",),
    "record_kinds": ("adverse", "transcribed"),
    "instruments": ("level",),
    "publication_clocks": ("counted_from",),
    "publication_classes": ("clock", "record", "severity"),
}
"""What an entry keeps as long as it bears its id; all else may change from a day on."""


def other_meaning(section: str, old: Any, new: Any) -> str:
    """In words, the first thing that may not change and did; empty where the meaning is the same."""
    for name in FIXED.get(section, ()):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            return f"{name} was {was}, is {now}"
    return ""


def reused_ids(old: Rulebook, new: Rulebook) -> Iterator[tuple[str, str, str]]:
    """Every id of two versions with another meaning in the later: section, id, what differs."""
    known = {(section, entry.id): entry for section, entry in entries_of(old)}
    for section, entry in entries_of(new):
        before = known.get((section, entry.id))
        what = other_meaning(section, before, entry) if before is not None else ""
        if what:
            yield section, entry.id, what
