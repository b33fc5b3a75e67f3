"""The page of publication: how long a decision is public, by kind, severity and clock, by pack."""

from goodstanding.cli.printed.markdown import code, page, table
from goodstanding.cli.rulebook_files import packs, rulebook
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.catalogue.publication_rules import PublicationClass
from goodstanding.rules.changes.words import Words


def render() -> str:
    """The page."""
    parts = [
        "A kind of record names the number that bounds its publication. Where a pack knows classes "
        "of severity, each place of publication counts for itself: before its shortest term there is "
        "no repair, after its longest nothing is shown. The earliest end of all clocks counts, "
        "unless a law lets the end of one clock count (`apply: this`). The ids lead to "
        "[deadlines.md](deadlines.md).",
    ]
    for folder in packs():
        book = rulebook(str(folder))
        parts += [f"## Pack `{book.id}`, version {book.version}", *_pack(book)]
    return page("Publication", *parts)


def _pack(book: Rulebook) -> list[str]:
    words = Words(book, "en")
    kinds = [
        (
            code(each.id),
            each.title.en,
            code(each.publication_due or ""),
            code(each.publication_term or ""),
        )
        for each in book.kinds.values()
    ]
    parts = [table(("kind", "what", "due to be published", "published for at most"), kinds)]
    if not book.publication_clocks:
        return [*parts, "This pack knows no classes of severity."]
    clocks = [
        (
            code(each.id),
            f"{each.title.en} ({each.title.zh})",
            "; ".join(words.value("counted_from", each.counted_from)),
            each.apply,
            "; ".join(words.value("citations", each.citations)),
        )
        for each in book.publication_clocks.values()
    ]
    classes = [_class(each, words) for each in book.publication_classes.values()]
    return [
        *parts,
        table(("clock", "what", "counted from", "which end counts", "basis"), clocks),
        table(("record", "severity", "clock", "shortest", "longest", "in force", "basis"), classes),
    ]


def _class(rule: PublicationClass, words: Words) -> tuple[str, ...]:
    shown = (code(rule.min or ""), code(rule.max or ""))
    return (
        "; ".join(words.value("record", rule.record)),
        rule.severity,
        code(rule.clock),
        *(shown if rule.published else ("not shown", "not shown")),
        "; ".join(words.value("in_force", rule.in_force)),
        "; ".join(words.value("citations", rule.citations)),
    )
