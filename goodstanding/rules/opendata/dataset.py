"""What a dataset is: its columns by stable names, each explained in the register's two languages."""

from enum import StrEnum

import msgspec

from goodstanding.rules.catalogue.sources import Title


class Kind(StrEnum):
    """What stands in a column, in the words of CSVW."""

    TEXT = "string"
    DATE = "date"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    ADDRESS = "anyURI"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column. ``required``: it is never empty; an empty text is no value anywhere."""

    name: str
    kind: Kind
    title: Title
    about: Title
    required: bool = True


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """One dataset; ``key``: the columns that name a line. The last column is always its hash."""

    id: str
    title: Title
    about: Title
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(each.name for each in self.columns)


def column(
    name: str, kind: Kind, title: tuple[str, str], about: tuple[str, str], *, required: bool = True
) -> Column:
    """A column from its title and explanation, each in Chinese and English."""
    return Column(name=name, kind=kind, title=_title(title), about=_title(about), required=required)


def dataset(
    id: str,
    title: tuple[str, str],
    about: tuple[str, str],
    *,
    key: tuple[str, ...],
    columns: tuple[Column, ...],
) -> Dataset:
    """A dataset from its title and explanation, each in Chinese and English."""
    return Dataset(id=id, title=_title(title), about=_title(about), key=key, columns=columns)


def _title(pair: tuple[str, str]) -> Title:
    return Title(zh=pair[0], en=pair[1])
