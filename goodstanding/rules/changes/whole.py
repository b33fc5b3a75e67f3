"""A whole version of a rulebook as Markdown: every rule of every section, in one language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.changes.diff import SECTIONS, flat, rule_id, title_of
from goodstanding.rules.changes.labels import SECTION_TITLES
from goodstanding.rules.changes.markdown import cell
from goodstanding.rules.changes.words import Words

_HEADS = (Title(zh="内容", en="What"), Title(zh="规定", en="Rule"))


def markdown(book: Rulebook, language: str, *, about: Sequence[tuple[str, str]]) -> str:
    """Every rule as a small table under its title.

    Args:
        language: ``zh`` or ``en``.
        about: name and value of each fact about the version, for the head.
    """
    words = Words(book, language)
    lines = [f"# {words.of(book.title)}", "", *(f"- {name}: {value}" for name, value in about), ""]
    for section in SECTIONS:
        lines += _section(section, book, words)
    return "\n".join(lines)


def _section(section: str, book: Rulebook, words: Words) -> Iterator[str]:
    table = getattr(book, SECTIONS[section])
    entries = list(table.values() if isinstance(table, Mapping) else table)
    if entries:
        yield from (f"## {words.of(SECTION_TITLES[section])}", "")
    for entry in entries:
        yield from _entry(section, entry, book, words)


def _entry(section: str, entry: Any, book: Rulebook, words: Words) -> Iterator[str]:
    title = title_of(rule_id(entry), entry, book, book)
    yield from (f"### {words.of(title)}", "", f"`{section}/{rule_id(entry)}`", "")
    yield f"| {' | '.join(words.of(each) for each in _HEADS)} |"
    yield "|---|---|"
    for name, value in flat(entry):
        if name not in ("id", "title") and value not in (None, (), ""):
            unit = words.unit(entry.id) if section == "parameters" else ""
            yield f"| {words.field(name)} | {cell(words.value(name, value, unit=unit))} |"
    yield ""
