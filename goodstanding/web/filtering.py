"""Filters of a list: read from the address, said in words, and the same for the page and its file."""

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlencode

from django import forms
from django.urls import reverse

from goodstanding.web.fields import Day, PageForm
from goodstanding.web.visit import Visit, Visited

SUFFIXES = ("xlsx", "csv")


class ListFilter(PageForm):
    """Which rows of a list: every field may be left empty, and what is asked stands in the address.

    ``page`` and ``file`` are the names of the addresses of the list and of the list as a file.
    """

    page: str
    file: str
    #: What else stays in the address, as names and values.
    kept: tuple[tuple[str, str], ...] = ()

    @classmethod
    def asked(cls, request: Visited) -> Self:
        """What the address asks for; a word that cannot be read is refused at its field."""
        return cls.asking(request.visit, request.GET)

    @classmethod
    def asking(cls, visit: Visit, words: Mapping[str, Any]) -> Self:
        """What some words, by field, ask for."""
        form = cls(words)
        form.offer(visit)
        form.full_clean()
        return form

    def offer(self, visit: Visit) -> None:
        """Fill the lists to choose from."""

    def choose(self, name: str, choices: list[tuple[str, Any]], *, every: Any) -> None:
        """Let a field offer these, and before them not to choose."""
        self.fields[name].choices = [("", every), *choices]  # type: ignore[attr-defined]

    def value(self, name: str) -> Any:
        """What a field asks for; nothing where it is empty or cannot be read."""
        return self.cleaned_data.get(name) or None

    @property
    def active(self) -> bool:
        """Whether anything is asked for, readable or not."""
        return bool(self.errors) or any(self.cleaned_data.values())

    @property
    def days(self) -> bool:
        """Whether a day is among the fields."""
        return any(isinstance(field, Day) for field in self.fields.values())

    @property
    def query(self) -> str:
        """The query of the address, as typed: errors stay errors in the file too."""
        typed = {name: str(self.data.get(name, "")).strip() for name in self.fields}
        return urlencode({**dict(self.kept), **{n: text for n, text in typed.items() if text}})

    @property
    def words(self) -> list[tuple[str, str]]:
        """Each field that asks for something: its label, and what it asks for in words."""
        typed = ((name, str(self.data.get(name, "")).strip()) for name in self.fields)
        return [
            (str(self.fields[name].label), self._word(name, text)) for name, text in typed if text
        ]

    @property
    def exports(self) -> list[tuple[str, str]]:
        """The same rows as files: suffix and address."""
        return [(each, self._with_query(reverse(self.file, args=[each]))) for each in SUFFIXES]

    @property
    def address(self) -> str:
        """The address of the list with this filter."""
        return self._with_query(reverse(self.page))

    @property
    def clear(self) -> str:
        """The address of the list without any filter."""
        kept = urlencode(dict(self.kept))
        return f"{reverse(self.page)}?{kept}" if kept else reverse(self.page)

    def _word(self, name: str, text: str) -> str:
        field = self.fields[name]
        found = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}
        return str(found.get(text, text))

    def _with_query(self, address: str) -> str:
        return f"{address}?{self.query}" if self.query else address
