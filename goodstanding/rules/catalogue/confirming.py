"""What a rulebook says without being sure of it: listed, and whom the doubt could burden."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from goodstanding.rules.catalogue.model import DatedValue, Unit
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, Title
from goodstanding.rules.catalogue.tables import entries_of
from goodstanding.rules.catalogue.value_checks import most_favourable


class ToConfirm(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to confirm: an entry, a value or a citation in it.

    `path`: where in the entry, empty for the whole of it; `value`: the number that applies
    meanwhile, the most favourable of `candidates`; `favours`: which direction is better for the
    organisation; `burdens`: if it proves wrong, the organisation may have borne too much.
    """

    section: str
    id: str
    title: Title | None
    path: str = ""
    burdens: bool = False
    since: date | None = None
    value: int | None = None
    unit: Unit | None = None
    candidates: tuple[int, ...] = ()
    favours: str | None = None
    citation: Citation | None = None


def to_confirm(rulebook: Rulebook) -> tuple[ToConfirm, ...]:
    """Everything the rulebook marks `to_confirm`, in the order of its tables."""
    burdening = _burdening_instruments(rulebook)
    return tuple(
        _told(section, entry, path, doubt, _burdens(section, entry, rulebook, burdening))
        for section, entry in entries_of(rulebook)
        for path, doubt in _doubtful(entry, "")
    )


def _doubtful(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _doubtful(each, f"{path}[{index}]")
    if not isinstance(value, msgspec.Struct):
        return
    if isinstance(value, DatedValue):
        if value.unsure:
            yield path, value
        return
    if getattr(value, "confidence", "") == "to_confirm":
        yield path, value
    for field in msgspec.structs.fields(value):
        inner = f"{path}.{field.encode_name}".lstrip(".")
        yield from _doubtful(getattr(value, field.name), inner)


def _told(section: str, entry: Any, path: str, doubt: Any, burdens: bool) -> ToConfirm:
    told = ToConfirm(
        section=section,
        id=entry.id,
        title=getattr(entry, "title", None),
        path=path,
        burdens=burdens,
        citation=doubt if isinstance(doubt, Citation) else None,
    )
    if not isinstance(doubt, DatedValue):
        return told
    return msgspec.structs.replace(
        told,
        since=doubt.since,
        value=most_favourable(entry, doubt),
        unit=entry.unit,
        candidates=doubt.candidates,
        favours=entry.favours,
        citation=doubt.citation,
    )


def _burdens(section: str, entry: Any, rulebook: Rulebook, burdening: frozenset[str]) -> bool:
    """A number whose direction is not said counts as a burden."""
    if section in ("grounds", "measures"):
        return bool(entry.sense == "burden")
    if section == "pairings":
        return rulebook.measure(entry.measure).sense == "burden"
    if section == "parameters":
        return bool(entry.favours != "longer")
    if section == "instruments":
        return entry.id in burdening
    if section == "record_kinds":
        return bool(entry.adverse)
    return section in ("repairs", "publication_clocks", "publication_classes")


def _burdening_instruments(rulebook: Rulebook) -> frozenset[str]:
    """The instruments that carry a restriction."""
    pairs = (p for p in rulebook.pairings if rulebook.measure(p.measure).sense == "burden")
    grounds = (each for each in rulebook.grounds.values() if each.sense == "burden")
    cited = [*(p.citations for p in pairs), *(each.citations for each in grounds)]
    return frozenset(each.instrument for row in cited for each in row)
