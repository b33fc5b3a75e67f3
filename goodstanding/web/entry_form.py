"""The form of one record: a field for every column that is kept, judged by the rules of a row."""

from collections.abc import Iterable
from typing import Any

from django import forms

from goodstanding.rules.errors import Refused
from goodstanding.rules.official_columns import COLUMNS, Keep
from goodstanding.rules.record_cells import AMOUNTS, SOURCES, cells_of
from goodstanding.rules.record_types import Accepted
from goodstanding.web.batches import ProblemRow
from goodstanding.web.row_fields import LABELS, RowForm, entry_field
from goodstanding.web.titles import Titles

SEPARATOR = ";"


class EntryForm(RowForm):
    """What a record of a kind is made of; ``draft``: the one it was typed into before."""

    draft = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.columns = columns(kind)
        for code, name, column in self.columns:
            self.fields[code] = entry_field(column, name)

    @property
    def cells(self) -> dict[str, str]:
        """What was typed, by field code; several choices joined as a row writes them."""
        return {code: _joined(self.cleaned_data.get(code)) for code, _name, _column in self.columns}

    def fill(self, cells: dict[str, str]) -> None:
        """Begin with what a draft holds."""
        for code, name, _column in self.columns:
            text = cells.get(code, "")
            self.initial[code] = text.split(SEPARATOR) if name == "categories" else text

    def place(self, refused: Refused, titles: Titles | None = None) -> None:
        """As for every row; of one that may not be kept nothing is shown again either."""
        super().place(refused, titles)
        if any(getattr(each, "left_out", False) for each in refused.refusals):
            self.data = self.data.copy()
            for code, _name, _column in self.columns:
                self.data.pop(code, None)


def columns(kind: str) -> list[tuple[str, str, Any]]:
    """The columns of a kind that are kept, each with its field code and the name of its value."""
    names = SOURCES[kind]
    return [
        (column.code, names[column.code], column)
        for column in COLUMNS[kind]
        if column.keep is Keep.KEPT and column.code in names
    ]


def values(row: Accepted) -> list[tuple[Any, str]]:
    """A record to be as it will be kept: each value with its label."""
    cells = cells_of(row)
    found = ((name, cells.get(code, "")) for code, name, _column in columns(row.kind))
    return [(LABELS[name], _plain(name, text)) for name, text in found if text]


def remarks(kind: str, found: Iterable[ProblemRow]) -> list[tuple[Any, ProblemRow]]:
    """What to look at twice, each with the label of its value."""
    labels = {code: LABELS[name] for code, name, _column in columns(kind)}
    return [(labels.get(each.column, each.column), each) for each in found]


def _plain(name: str, text: str) -> str:
    return text.rstrip("0").rstrip(".") if name in AMOUNTS else text


def _joined(value: Any) -> str:
    return SEPARATOR.join(value) if isinstance(value, list) else str(value or "").strip()
