"""The values of a rule in words, in one of the two languages."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from goodstanding.rules.catalogue.items import Paper
from goodstanding.rules.catalogue.model import DatedValue
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Citation, InForce, Title
from goodstanding.rules.changes.labels import FIELDS, FIXED

NOTHING = "—"
#: Which table of the rulebook names what a field holds.
_NAMED_BY: Mapping[str, str] = {
    "field": "fields",
    "fields": "fields",
    "records": "kinds",
    "record": "kinds",
    "deciding": "departments",
    "department": "departments",
    "departments": "departments",
    "registers": "register_classes",
    "told_by": "departments",
    "targets": "register_classes",
    "procedure": "procedures",
    "procedures": "procedures",
    "ordinary": "parameters",
    "fast": "parameters",
    "follow": "parameters",
    "ground": "grounds",
    "grounds": "grounds",
    "measures": "measures",
    "opens": "measures",
    "kind": "kinds",
    "parameters": "parameters",
    "measure": "measures",
    "instruments": "instruments",
    "statement_window": "parameters",
    "hearing.request": "parameters",
    "publication_term": "parameters",
    "publication_due": "parameters",
    "acceptance": "parameters",
    "decision": "parameters",
    "extension": "parameters",
    "min": "parameters",
    "max": "parameters",
    "repair": "repairs",
    "clock": "publication_clocks",
}


class Words:
    """How the values of one version read in a language: ``zh`` or ``en``."""

    def __init__(self, book: Rulebook, language: str) -> None:
        self._book, self._english = book, language == "en"

    def of(self, title: Title) -> str:
        """A title in the language."""
        return title.en if self._english else title.zh

    def field(self, name: str) -> str:
        """What a field is called; one without a name of its own by its id."""
        return self.of(FIELDS[name]) if name in FIELDS else name.replace("_", " ")

    def unit(self, parameter: str) -> str:
        """The unit of a parameter's numbers; empty for what is none."""
        known = self._book.parameters.get(parameter)
        return known.unit if known else ""

    def value(self, name: str, value: Any, *, unit: str = "") -> list[str]:
        """A value in words, a line each for several.

        Args:
            name: of the field, which says what ids mean.
            unit: of the numbers of a parameter.
        """
        if value is None:
            return [NOTHING]
        if isinstance(value, tuple):
            return [line for each in value for line in self.value(name, each, unit=unit)]
        for kind, said in self._said.items():
            if isinstance(value, kind):
                return [said(value, unit)]
        return [self._plain(name, value)]

    @property
    def _said(self) -> dict[type, Callable[[Any, str], str]]:
        return {
            Title: lambda value, _: self.of(value),
            InForce: lambda value, _: self._force(value),
            Citation: lambda value, _: self._cited(value),
            DatedValue: self._dated,
            Paper: lambda value, _: self._paper(value),
            msgspec.Struct: lambda value, _: self._parts(value),
        }

    def _plain(self, name: str, value: Any) -> str:
        if name.endswith("months") and not isinstance(value, bool):
            return self._number(value, "months")
        table = getattr(self._book, _NAMED_BY.get(name, ""), {})
        if str(value) in table:
            return self.of(table[str(value)].title)
        fixed = FIXED.get(str(value))
        return self.of(fixed) if fixed and not isinstance(value, int | date) else self._bare(value)

    def _bare(self, value: Any) -> str:
        return self.of(FIXED[str(value)]) if isinstance(value, bool) else str(value)

    def _number(self, value: int, unit: str) -> str:
        word = self.of(FIXED[unit]) if unit in FIXED else unit
        return f"{value} {word}"

    def _force(self, value: InForce) -> str:
        if self._english:
            until = f" until {value.until}" if value.until else ""
            return f"from {value.since}{until}"
        return f"{value.since} 至 {value.until}" if value.until else f"{value.since} 起"

    def _cited(self, value: Citation) -> str:
        if value.instrument not in self._book.instruments:
            return f"{value.instrument} {value.article}"
        text = self.of(self._book.citation_title(value, self._book.in_force_from))
        unsure = value.confidence == "to_confirm"
        return self._marked(text) if unsure else text

    def _dated(self, value: DatedValue, unit: str) -> str:
        number = self._number(value.value, unit)
        text = f"from {value.since}: {number}" if self._english else f"{value.since} 起：{number}"
        return self._marked(text) if value.to_confirm else text

    def _marked(self, text: str) -> str:
        mark = self.of(FIXED["to_confirm"])
        return f"{text} ({mark})" if self._english else f"{text}（{mark}）"

    def _paper(self, value: Paper) -> str:
        kind = self.of(FIXED["main" if value.main else "secondary"])
        cited = value.required_by_law
        said = [kind, self._cited(cited)] if cited else [kind]
        title, inner = self.of(value.title), ("; " if self._english else "；").join(said)
        return f"{title} ({inner})" if self._english else f"{title}（{inner}）"

    def _parts(self, value: msgspec.Struct) -> str:
        names = [each.name for each in msgspec.structs.fields(value)]
        found = ((name, getattr(value, name)) for name in names)
        lines = [
            line
            for name, each in found
            if each not in (None, ())
            for line in self.value(name, each)
        ]
        return ("; " if self._english else "；").join(lines)
