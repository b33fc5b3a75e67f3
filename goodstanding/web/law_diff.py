"""What differs between two versions, as the pages show it: section by section, old beside new."""

from itertools import groupby

import msgspec
from django.utils.translation import get_language

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.changes.diff import RuleChange, diff
from goodstanding.rules.changes.labels import HOW, SECTION_TITLES, TRANSITIONS
from goodstanding.rules.changes.words import Words
from goodstanding.web.titles import in_language
from goodstanding.web.wording import State

HOW_STATES = {
    "added": ("is-ask", "doc"),
    "changed": ("is-stay", "look"),
    "ended": ("is-quiet", "away"),
}


class ShownRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that differs; ``fields``: name, lines before, lines after."""

    change: RuleChange
    title: str
    state: State
    transition: str
    fields: tuple[tuple[str, list[str], list[str]], ...]


class ShownDiff(msgspec.Struct, frozen=True, kw_only=True):
    """The sections that differ, each with its rules."""

    sections: tuple[tuple[str, str, tuple[ShownRule, ...]], ...]
    count: int


def shown_diff(old: Rulebook, new: Rulebook) -> ShownDiff:
    """Everything that differs, in the reader's language."""
    language = language_code()
    was, now = Words(old, language), Words(new, language)
    rules = diff(old, new).rules
    sections = tuple(
        (section, in_language(SECTION_TITLES[section]), tuple(_rule(x, was, now) for x in found))
        for section, found in groupby(rules, key=lambda each: each.section)
    )
    return ShownDiff(sections=sections, count=len(rules))


def language_code() -> str:
    """``zh`` or ``en``, as the rulebook names them."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def _rule(rule: RuleChange, was: Words, now: Words) -> ShownRule:
    tone, icon = HOW_STATES[rule.how]
    return ShownRule(
        change=rule,
        title=in_language(rule.title),
        state=State(tone, icon, in_language(HOW[rule.how])),
        transition=in_language(TRANSITIONS[rule.transition]) if rule.transition else "",
        fields=tuple(
            (
                now.field(field.name),
                was.value(field.name, field.old, unit=was.unit(rule.id)),
                now.value(field.name, field.new, unit=now.unit(rule.id)),
            )
            for field in rule.fields
        ),
    )
