"""Which value of a record the column under each header is, whichever format its sender uses.

The same header means something else in the formats of 2015 and 2018 (the state of a licence), so a
header is read as a whole. One that mixes them is refused; columns that 2015 lacks may stand beside.
"""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from goodstanding.rules.errors import Refusal
from goodstanding.rules.official_columns import BY_NAME, COLUMNS, Column, Keep, plain
from goodstanding.rules.older_columns import (
    BY_OLDER_NAME,
    LACKING,
    REPLACED,
    SECOND_CATEGORY,
    STATE,
    STATES,
    Older,
)
from goodstanding.rules.row_refusals import ColumnMissing, ColumnMissingIn2015, FormatsMixed

_KEEP = {kind: {each.code: each.keep for each in columns} for kind, columns in COLUMNS.items()}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the cells under a header go: the field code, and what becomes of them; or nowhere."""

    header: str
    code: str
    keep: Keep | None


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Every header in its place; ``older``: the format is that of 2015; ``mixed``: why it is none."""

    places: tuple[Place, ...]
    older: bool
    mixed: Refusal | None

    @property
    def codes(self) -> frozenset[str]:
        """The field codes there are."""
        return frozenset(each.code for each in self.places if each.code)


def known(header: str, *, kind: str) -> bool:
    """Whether a header names a column of a kind, in either format."""
    name = plain(header)
    return name in BY_NAME[kind] or name in BY_OLDER_NAME.get(kind, {})


@lru_cache(maxsize=512)
def placed(headers: tuple[str, ...], *, kind: str) -> Placed:
    """The headers of a file, or of a row that brings its own, in their places."""
    found = [(header, _older(header, kind)) for header in headers]
    older = any(each.marks for _, each in found if each)
    places = tuple(_place(header, each, kind, older=older) for header, each in found)
    return Placed(places=places, older=older, mixed=_mixed(found, places, kind))


def _older(header: str, kind: str) -> Older | None:
    name = plain(header)
    return None if name in BY_NAME[kind] else BY_OLDER_NAME.get(kind, {}).get(name)


def _place(header: str, found: Older | None, kind: str, *, older: bool) -> Place:
    if older and plain(header) in STATES:
        return Place(header=header, code=STATE, keep=Keep.KEPT)
    if found and found.today == SECOND_CATEGORY:
        return Place(header=header, code=SECOND_CATEGORY, keep=Keep.KEPT)
    column = BY_NAME[kind].get(plain(header))
    code = found.today if found else column.code if column else ""
    return Place(header=header, code=code, keep=_KEEP[kind].get(code))


def _mixed(
    found: Sequence[tuple[str, Older | None]], places: Sequence[Place], kind: str
) -> Refusal | None:
    """A column of 2015 beside one that replaced it or another of its kind, or the same one twice."""
    first = next((header for header, each in found if each and each.marks), None)
    newer = next((header for header, _ in found if first and _of_2018(header, kind)), None)
    if first and newer:
        return FormatsMixed(older=first, newer=newer)
    taken = {
        place.code: header for (header, each), place in zip(found, places, strict=True) if not each
    }
    twice = (
        FormatsMixed(older=header, newer=taken[each.today])
        for header, each in found
        if each and each.today in taken
    )
    return next(twice, None)


def _of_2018(header: str, kind: str) -> bool:
    column = BY_NAME[kind].get(plain(header))
    replaced = REPLACED.get(kind, {}).get(column.code) if column else None
    if column is None or replaced is None:
        return False
    # A printed header that both formats have says nothing of either.
    return replaced.titled or plain(header) == column.code


def columns_missing(headers: Sequence[str], *, kind: str) -> list[Refusal]:
    """Every column that each record needs and the file does not have, as its format names it."""
    there = placed(tuple(headers), kind=kind)
    if there.mixed:
        return [there.mixed]
    needed = (column for column in COLUMNS[kind] if column.required)
    return [_asked(each, kind, there) for each in needed if each.code not in there.codes]


def _asked(column: Column, kind: str, there: Placed) -> Refusal:
    if not there.older:
        return ColumnMissing(column=column.title)
    if column.code in LACKING:
        return ColumnMissingIn2015(column=column.title)
    older = REPLACED[kind].get(column.code)
    return ColumnMissing(column=older.title if older else column.title)
