"""A pack on its way to a rulebook: its entries as types, each still knowing where it was written."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from goodstanding.rules.catalogue import shape
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry, read

T = TypeVar("T")


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with the shape of its section, and where it stands."""

    raw: RawEntry
    entry: msgspec.Struct


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """All entries as written, those that have their shape, and the problems so far.

    References are looked up among all that is written, so that one broken entry is one problem.
    """

    raws: tuple[RawEntry, ...]
    placed: tuple[Placed, ...]
    problems: tuple[PackProblem, ...]

    def of(self, kind: type[T]) -> Iterator[tuple[RawEntry, T]]:
        """The entries of one type, in the order written."""
        for item in self.placed:
            if isinstance(item.entry, kind):
                yield item.raw, item.entry

    def ids(self, section: str) -> frozenset[str]:
        """The ids written in a section, well or badly."""
        return frozenset(raw.name for raw in self.raws if raw.section == section)


def draft(files: Mapping[str, bytes]) -> Draft:
    """Read and shape every entry of a pack."""
    raws, found = read(files)
    problems, placed = list(found), []
    for raw in raws:
        entry, faults = shape.build(raw)
        problems += faults
        if entry is not None:
            placed.append(Placed(raw=raw, entry=entry))
    return Draft(raws=tuple(raws), placed=tuple(placed), problems=tuple(problems))
