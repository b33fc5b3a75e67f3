"""Every citation of a pack, wherever it stands."""

from collections.abc import Iterator
from typing import Any

import msgspec

from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.reading import RawEntry
from goodstanding.rules.catalogue.sources import Citation


def citations(read: Draft) -> Iterator[tuple[RawEntry, str, Citation]]:
    """Every citation with the entry that cites and its place in it."""
    for item in read.placed:
        yield from ((item.raw, path, cited) for path, cited in _within(item.entry, ""))


def _within(value: Any, path: str) -> Iterator[tuple[str, Citation]]:
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            inner = f"{path}.{field.encode_name}".lstrip(".")
            yield from _within(getattr(value, field.name), inner)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _within(each, f"{path}[{index}]")
