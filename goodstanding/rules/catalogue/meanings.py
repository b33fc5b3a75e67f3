"""Does an id still mean what it meant? Acts name ids for ever."""

from collections.abc import Iterator
from typing import Any

from goodstanding.rules.catalogue.amendment_problems import IdReused
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.tables import entries_of

FIXED: dict[str, tuple[str, ...]] = {
    "grounds": ("field", "sense", "decided_elsewhere"),
    "measures": ("sense",),
    "parameters": ("unit",),
    "procedure_effects": ("measure", "procedure", "does"),
    "record_kinds": ("adverse", "transcribed"),
    "instruments": ("level",),
    "sampling_tables": ("field",),
    "inspection_items": ("field",),
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


def reused_ids(previous: Rulebook | None, read: Draft) -> Iterator[PackProblem]:
    """Every id that meant something else in the version a pack follows."""
    known = {(s, entry.id): entry for s, entry in entries_of(previous)} if previous else {}
    for item in read.placed:
        entry: Any = item.entry
        before = known.get((item.raw.section, item.raw.name))
        what = other_meaning(item.raw.section, before, entry) if before is not None else ""
        if previous is not None and what:
            yield IdReused(**item.raw.at("id"), id=entry.id, base=previous.id, what=what)
