"""Titles of the catalogue in the reader's language; an id where the catalogue has none."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, Title
from goodstanding.rules.official_columns import OFFERED_LIST
from goodstanding.rules.registration import KIND
from goodstanding.web.wording import CHANGES

#: What files bring although the catalogue has no such kind of record.
BESIDE: Mapping[str, Promise] = {
    KIND: _("Base registration"),
    OFFERED_LIST: _("List offered by others"),
}


def in_language(title: Title) -> str:
    """The title in the language of the page."""
    return title.en if (get_language() or "").startswith("en") else title.zh


class Titles:
    """What ids of the catalogue are called."""

    def __init__(self, rulebook: Rulebook | None) -> None:
        self._rulebook = rulebook

    def department(self, id: str) -> str:
        """A department's title."""
        return self._of("departments", id)

    def departments(self, ids: Iterable[str]) -> str:
        """Several departments' titles in one line."""
        return self._list(self.department(each) for each in ids)

    def field(self, id: str) -> str:
        """A field's title."""
        return self._of("fields", id)

    def fields(self, ids: Iterable[str]) -> str:
        """Several fields' titles in one line."""
        return self._list(self.field(each) for each in ids)

    def ground(self, id: str) -> str:
        """A ground's title."""
        return self._of("grounds", id)

    def item(self, id: str) -> str:
        """The title of an item handled on application."""
        return self._of("items", id)

    def paper(self, id: str) -> str:
        """The title of a paper of any item; its id bears one title wherever it stands."""
        items = self._table("items").values()
        found = (each for item in items for each in item.papers if each.id == id)
        first = next(found, None)
        return in_language(first.title) if first else id

    def papers(self, ids: Iterable[str]) -> str:
        """Several papers' titles in one line."""
        return self._list(self.paper(each) for each in ids)

    def condition(self, id: str) -> str:
        """A standing condition's title."""
        return self._of("conditions", id)

    def measure(self, id: str) -> str:
        """A measure's title."""
        return self._of("measures", id)

    def measures(self, ids: Iterable[str]) -> str:
        """Several measures' titles in one line."""
        return self._list(self.measure(each) for each in ids)

    def procedure(self, id: str) -> str:
        """A procedure's title."""
        return self._of("procedures", id)

    def procedures(self, ids: Iterable[str]) -> str:
        """Several procedures' titles in one line."""
        return self._list(self.procedure(each) for each in ids)

    def commitment(self, id: str) -> str:
        """The title of a promise's template."""
        return self._of("commitments", id)

    def kind(self, id: str) -> str:
        """The title of a kind of record, of what is none, or of rows that change records."""
        if id in CHANGES:
            return str(CHANGES[id])
        return str(BESIDE[id]) if id in BESIDE else self._of("kinds", id)

    def class_of(self, id: str) -> str:
        """The title of a class of organisation."""
        return self._of("register_classes", id)

    def basis(self, cited: Basis, *, on: date) -> str:
        """A cited article in words."""
        if self._rulebook is None or cited.instrument not in self._rulebook.instruments:
            return f"{cited.instrument} {cited.article}"
        citation = Citation(instrument=cited.instrument, article=cited.article)
        return in_language(self._rulebook.citation_title(citation, on))

    def choices(self, table: str, ids: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """Ids and titles of a table of the catalogue, for a list to choose from."""
        entries = self._table(table)
        return [(id, self._of(table, id)) for id in (entries if ids is None else ids)]

    def _of(self, table: str, id: str) -> str:
        entry = self._table(table).get(id)
        return in_language(entry.title) if entry else id

    def _table(self, table: str) -> Mapping[str, Any]:
        return getattr(self._rulebook, table) if self._rulebook else {}

    def _list(self, words: Iterable[str]) -> str:
        return (", " if (get_language() or "").startswith("en") else "、").join(words)
