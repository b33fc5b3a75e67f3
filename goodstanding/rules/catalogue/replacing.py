"""One entry in the place of another of the same id: what must stay, and how both hold over time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from goodstanding.rules.catalogue.amendment_problems import (
    ChangesThePast,
    IdReused,
    ReplacedOnAnotherDay,
    TransitionMissing,
)
from goodstanding.rules.catalogue.meanings import other_meaning
from goodstanding.rules.catalogue.model import Pairing, Parameter
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.transitions import MUST_SAY

DAY = timedelta(days=1)
BEFORE_THE_PACK = frozenset({"instruments", "limits"})
"""What is older than the amendment that first names it: the law itself."""


def replaced(old: Any, new: Any) -> Any:
    """The entry as it holds over time: of the same first day as the old, with the new content.

    A number keeps its old values up to the first new one. A pairing follows the old one, which ends.
    """
    new = replace(new, transition=None)
    if isinstance(new, Parameter):
        first = new.values[0].since
        kept = tuple(value for value in old.values if value.since < first)
        return replace(new, values=(*kept, *new.values), favours=new.favours or old.favours)
    if isinstance(new, Pairing) or not hasattr(new, "in_force"):
        return new
    return replace(new, in_force=replace(new.in_force, since=old.in_force.since))


def replacement_problems(
    raw: RawEntry, old: Any, new: Any, base: Rulebook, first: date
) -> Iterator[PackProblem]:
    """What stands against an entry in the place of another."""
    if raw.section in MUST_SAY and new.transition is None:
        yield TransitionMissing(**raw.at(), id=new.id)
    what = other_meaning(raw.section, old, new) or _came_back(raw.section, old, first)
    if what:
        yield IdReused(**raw.at("id"), id=new.id, base=base.id, what=what)
    if isinstance(new, Pairing | Parameter):
        yield from begun_too_early(raw, new, first)
    elif raw.section != "instruments" and hasattr(new, "in_force"):
        day = new.in_force.since
        if day != first:
            yield ReplacedOnAnotherDay(**raw.at("in_force.from"), id=new.id, day=day, first=first)


def begun_too_early(raw: RawEntry, entry: Any, first: date) -> Iterator[PackProblem]:
    """An amendment changes nothing before its own first day."""
    if raw.section in BEFORE_THE_PACK:
        return
    force = getattr(entry, "in_force", None)
    day = force.since if force else None
    if isinstance(entry, Parameter):
        day = entry.values[0].since if entry.values else None
    if day is not None and day < first:
        yield ChangesThePast(**raw.at("in_force" if force else "values"), day=day, first=first)


def _came_back(section: str, old: Any, first: date) -> str:
    """In words, that the old entry had ended with a gap; a pairing may come back, others may not."""
    until = getattr(getattr(old, "in_force", None), "until", None)
    if section == "pairings" or until is None or until >= first - DAY:
        return ""
    return f"it ended with {until}"
