"""Two versions of a rulebook compared rule by rule: added, ended, changed, and what passes over."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from goodstanding.rules.catalogue.model import Pairing
from goodstanding.rules.catalogue.procedure_effects import ProcedureEffect
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, InForce, Title
from goodstanding.rules.governing.terms import transition_of
from goodstanding.rules.governing.unsure import burdening_parameters

How = Literal["added", "ended", "changed"]

#: Which table of a rulebook holds which section of a pack, in the order a reader asks for them.
SECTIONS: Mapping[str, str] = {
    "grounds": "grounds",
    "measures": "measures",
    "pairings": "pairings",
    "parameters": "parameters",
    "repairs": "repairs",
    "publication_classes": "publication_classes",
    "publication_clocks": "publication_clocks",
    "limits": "limits",
    "commitments": "commitments",
    "procedure_effects": "procedure_effects",
    "grantee_kinds": "grantee_kinds",
    "data_classes": "data_classes",
    "consent_purposes": "consent_purposes",
    "conditions": "conditions",
    "sampling_tables": "sampling_tables",
    "inspection_items": "inspection_items",
    "items": "items",
    "record_kinds": "kinds",
    "fields": "fields",
    "procedures": "procedures",
    "departments": "departments",
    "instruments": "instruments",
    "classes_in_the_register": "register_classes",
    "classes_outside": "outside_classes",
    "blocked_bases": "blocked_bases",
}
#: Matters that are open carry values of these; how they pass over is said for no other.
PASSES_OVER = frozenset({"grounds", "measures", "pairings", "parameters"})
_WHOLE = (Title, InForce, Citation)


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a rule as both versions have it; None where a version has none."""

    name: str
    old: Any
    new: Any


class RuleChange(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that is added, ended (with its last day, where it has one) or changed."""

    section: str
    id: str
    title: Title
    how: How
    last_day: date | None
    transition: str
    fields: tuple[Field, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Which version stands on one side."""

    rulebook: str
    version: str
    digest: str
    title: Title
    in_force_from: date


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """All that differs, section by section."""

    old: Side
    new: Side
    rules: tuple[RuleChange, ...]


def diff(old: Rulebook, new: Rulebook) -> Diff:
    """Every rule in which the second version differs from the first."""
    found = tuple(each for section in SECTIONS for each in _section(section, old, new))
    return Diff(old=_side(old), new=_side(new), rules=found)


def rule_id(entry: Any) -> str:
    """The id of a rule; a pairing is named by its ground and its measure."""
    if isinstance(entry, Pairing):
        return f"{entry.ground} with {entry.measure}"
    return str(entry.id)


def _section(section: str, old: Rulebook, new: Rulebook) -> Iterator[RuleChange]:
    before, after = _entries(section, old), _entries(section, new)
    for id in dict.fromkeys((*before, *after)):
        was, now = before.get(id), after.get(id)
        if was != now:
            yield _change(section, id, was, now, new, title_of(id, now or was, new, old))


def _entries(section: str, book: Rulebook) -> dict[str, Any]:
    """The entries by id; of a pairing with several rows the one that begins last."""
    table = getattr(book, SECTIONS[section], ())
    rows = table.values() if isinstance(table, Mapping) else table
    if section == "pairings":
        rows = sorted(rows, key=lambda each: each.in_force.since)
    return {rule_id(each): each for each in rows}


def _change(section: str, id: str, was: Any, now: Any, new: Rulebook, title: Title) -> RuleChange:
    last = _last_day(now)
    ended = now is None or (was is not None and last is not None and last != _last_day(was))
    return RuleChange(
        section=section,
        id=id,
        title=title,
        how="added" if was is None else "ended" if ended else "changed",
        last_day=last if ended else None,
        transition=_transition(section, id, was, now, new),
        fields=tuple(_fields(was, now)),
    )


def _last_day(entry: Any) -> date | None:
    force = getattr(entry, "in_force", None)
    return force.until if isinstance(force, InForce) else None


def _transition(section: str, id: str, was: Any, now: Any, new: Rulebook) -> str:
    if section not in PASSES_OVER or was is None:
        return ""
    return transition_of(new, section, id, _sense(section, now or was, new))


def _sense(section: str, entry: Any, new: Rulebook) -> str:
    if section == "pairings":
        measure = new.measures.get(entry.measure)
        return measure.sense if measure else "burden"
    if section == "parameters":
        # A window that has begun is kept; how long something is public is the lighter of the two.
        windows = {each.statement_window for each in new.grounds.values()}
        windows |= {each.hearing.request or "" for each in new.grounds.values()}
        burdens = entry.id in burdening_parameters(new) - windows
        return "burden" if burdens else "advantage"
    return str(entry.sense)


def _fields(was: Any, now: Any) -> Iterator[Field]:
    before, after = dict(flat(was)), dict(flat(now))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield Field(name=name, old=before.get(name), new=after.get(name))


def flat(entry: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a rule by name, its parts as ``part.name``; ids and empty ones stay out."""
    if entry is None:
        return
    for field in msgspec.structs.fields(entry):
        value = getattr(entry, field.name)
        if (not prefix and field.name == "id") or value in (None, (), ""):
            continue
        if isinstance(value, msgspec.Struct) and not isinstance(value, _WHOLE):
            yield from flat(value, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", value


def title_of(id: str, entry: Any, new: Rulebook, old: Rulebook) -> Title:
    """What a rule is called: a pairing by its ground and its measure, in whichever version has them."""
    keys = _joins(entry)
    if keys:
        ground, measure = (
            getattr(new, table).get(key) or getattr(old, table).get(key) for table, key in keys
        )
        return Title(
            zh=f"{ground.title.zh} → {measure.title.zh}",
            en=f"{ground.title.en} → {measure.title.en}",
        )
    found = getattr(entry, "title", None)
    return found if isinstance(found, Title) else Title(zh=id, en=id)


def _joins(entry: Any) -> tuple[tuple[str, str], ...]:
    """The two rules an entry joins, each with its table; none for a rule with a title of its own."""
    if isinstance(entry, Pairing):
        return ("grounds", entry.ground), ("measures", entry.measure)
    if isinstance(entry, ProcedureEffect):
        return ("measures", entry.measure), ("procedures", entry.procedure)
    return ()


def _side(book: Rulebook) -> Side:
    return Side(
        rulebook=book.id,
        version=book.version,
        digest=book.digest,
        title=book.title,
        in_force_from=book.in_force_from,
    )
