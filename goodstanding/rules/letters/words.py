"""What the catalogue calls things, in the one language a letter is written in."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, Title
from goodstanding.rules.errors import Refusal, refuse

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class LanguageUnknown(Refusal):
    """There is no letter in the language {language}; choose one of: {languages}."""


def language_of(asked: str) -> Language:
    """The language asked for, Chinese where none is; refuses `LanguageUnknown`."""
    if asked and asked not in LANGUAGES:
        refuse(LanguageUnknown(language=asked, languages=LANGUAGES))
    return "en" if asked == "en" else "zh"


class Words:
    """Titles of one rulebook in one language; an id where it has none."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self.rulebook = rulebook
        self.language = language

    def of(self, title: Title) -> str:
        """The title in the language of the letter."""
        return title.en if self.language == "en" else title.zh

    def ground(self, id: str) -> str:
        """A ground's title."""
        return self._title(self.rulebook.grounds, id)

    def measure(self, id: str) -> str:
        """A measure's title."""
        return self._title(self.rulebook.measures, id)

    def kind(self, id: str) -> str:
        """The title of a kind of record."""
        return self._title(self.rulebook.kinds, id)

    def procedure(self, id: str) -> str:
        """The title of a procedure."""
        return self._title(self.rulebook.procedures, id)

    def department(self, id: str) -> str:
        """What a department does, as the catalogue names it."""
        return self._title(self.rulebook.departments, id)

    def departments(self, ids: Iterable[str]) -> str:
        """Several departments in one line."""
        return (", " if self.language == "en" else "、").join(map(self.department, ids))

    def body(self, department: str, on: date) -> str:
        """The public body that held a department's function on a day: whose letter it is."""
        known = self.rulebook.departments.get(department)
        held = known.body_on(on) if known else None
        return self.of(held.title) if held else self.department(department)

    def cited(self, citations: Iterable[Citation], on: date) -> tuple[str, ...]:
        """Articles in words, as they were numbered on a day."""
        return tuple(self.of(self.rulebook.citation_title(each, on)) for each in citations)

    def basis(self, found: Iterable[Basis], on: date) -> tuple[str, ...]:
        """The same of articles an act carries."""
        return tuple(self._basis(each, on) for each in found)

    def _basis(self, cited: Basis, on: date) -> str:
        if cited.instrument not in self.rulebook.instruments:
            return f"{cited.instrument} {cited.article}"
        citation = Citation(instrument=cited.instrument, article=cited.article)
        return self.cited([citation], on)[0]

    def _title(self, table: Mapping[str, Any], id: str) -> str:
        entry = table.get(id)
        return self.of(entry.title) if entry else id
