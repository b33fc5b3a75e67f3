"""The difference of two versions as Markdown, for a file, a letter or a review."""

from collections.abc import Iterator
from itertools import groupby

from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.changes.diff import Diff, RuleChange
from goodstanding.rules.changes.labels import HOW, SECTION_TITLES, TRANSITIONS
from goodstanding.rules.changes.words import Words

_HEADS = (
    Title(zh="内容", en="What"),
    Title(zh="原规定", en="Before"),
    Title(zh="新规定", en="After"),
)
_HEADING = Title(zh="规则目录的变化", en="What differs between two versions of the rulebook")
_SAME = Title(zh="两个版本没有差别。", en="The two versions do not differ.")
_COLON = Title(zh="：", en=": ")
_LAST = Title(zh="最后一日", en="last day")


def markdown(found: Diff, old: Rulebook, new: Rulebook, language: str) -> str:
    """The whole difference in one language, ``zh`` or ``en``."""
    was, now = Words(old, language), Words(new, language)
    lines = [f"# {now.of(_HEADING)}", "", *_sides(found, now), ""]
    if not found.rules:
        lines += [now.of(_SAME), ""]
    for section, rules in groupby(found.rules, key=lambda each: each.section):
        lines += [f"## {now.of(SECTION_TITLES[section])}", ""]
        lines += [line for rule in rules for line in _rule(rule, was, now)]
    return "\n".join(lines)


def _sides(found: Diff, words: Words) -> Iterator[str]:
    for side in (found.old, found.new):
        title = words.of(side.title)
        yield f"- {title} {side.version} ({side.in_force_from}) `{side.digest[:16]}`"


def _rule(rule: RuleChange, was: Words, now: Words) -> Iterator[str]:
    yield f"### {now.of(HOW[rule.how])}{now.of(_COLON)}{now.of(rule.title)}"
    yield ""
    last = f" · {now.of(_LAST)} {rule.last_day}" if rule.last_day else ""
    yield f"`{rule.section}/{rule.id}`{last}"
    yield ""
    if rule.transition:
        yield f"{now.of(TRANSITIONS[rule.transition])}"
        yield ""
    yield f"| {' | '.join(now.of(each) for each in _HEADS)} |"
    yield "|---|---|---|"
    for field in rule.fields:
        before = was.value(field.name, field.old, unit=was.unit(rule.id))
        after = now.value(field.name, field.new, unit=now.unit(rule.id))
        yield f"| {now.field(field.name)} | {cell(before)} | {cell(after)} |"
    yield ""


def cell(lines: list[str]) -> str:
    """Several lines as one cell of a table."""
    return "<br>".join(line.replace("|", "\\|") for line in lines)
