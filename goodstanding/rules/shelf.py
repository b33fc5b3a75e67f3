"""A shelf: a table shaped for reading that is a pure picture of states; and a tally of such rows."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

Row = msgspec.Struct
Key = tuple[Any, ...]


class Shelf(NamedTuple):
    """One table computed from the states of one type.

    A row belongs to one aggregate: two states never give the same key. The columns of the table
    are the fields of ``row``; the writer stores the difference between two pictures.
    """

    state: type
    table: str
    key: tuple[str, ...]
    row: type[Row]
    rows: Callable[[Any], Sequence[Row]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, in the order of the row's fields."""
        return self.row.__struct_fields__

    def picture(self, state: object) -> dict[Key, Row]:
        """The rows a state gives, by key; none for a state of another type."""
        found = self.rows(state) if isinstance(state, self.state) else ()
        return {self.key_of(row): row for row in found}

    def key_of(self, row: Row) -> Key:
        """The values of the key's columns in one row."""
        return tuple(getattr(row, name) for name in self.key)


class Tally(NamedTuple):
    """One table that counts rows which are alike, for figures that read no row of a shelf.

    Each line is a row that states of one type give, and ``many``: how often they give it.
    """

    state: type
    table: str
    row: type[Row]
    rows: Callable[[Any], Sequence[Row]]

    @property
    def key(self) -> tuple[str, ...]:
        """What is counted apart: the row's fields."""
        return self.row.__struct_fields__

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns: the row's fields and how many."""
        return (*self.key, "many")
