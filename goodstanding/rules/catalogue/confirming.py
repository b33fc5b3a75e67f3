"""What a rulebook says without being sure of it."""

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
    organisation. Which of them burden it is said by `governing.unsure`.
    """

    section: str
    id: str
    title: Title | None
    path: str = ""
    since: date | None = None
    value: int | None = None
    unit: Unit | None = None
    candidates: tuple[int, ...] = ()
    favours: str | None = None
    citation: Citation | None = None


def to_confirm(rulebook: Rulebook) -> tuple[ToConfirm, ...]:
    """Everything the rulebook marks `to_confirm`, in the order of its tables."""
    return tuple(
        _told(section, entry, path, doubt)
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


def _told(section: str, entry: Any, path: str, doubt: Any) -> ToConfirm:
    told = ToConfirm(
        section=section,
        id=entry.id,
        title=getattr(entry, "title", None),
        path=path,
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
