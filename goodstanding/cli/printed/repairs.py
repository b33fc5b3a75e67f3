"""The page of repair: from when, on which conditions, with which papers, how fast, by pack."""

from collections.abc import Iterator

from goodstanding.cli.printed.markdown import code, page, table
from goodstanding.cli.rulebook_files import packs, rulebook
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.changes.words import Words


def render() -> str:
    """The page."""
    parts = [
        "How what an organisation corrected is repaired. Repair is always free of charge and needs "
        "no agent; it is asked for by the organisation and decided by people. The numbers stand in "
        "[deadlines.md](deadlines.md) under the ids named here; an article that is still to be "
        "confirmed says so.",
    ]
    for folder in packs():
        book = rulebook(str(folder))
        parts.append(f"## Pack `{book.id}`, version {book.version}")
        parts += list(_rules(book)) or [
            "This pack has no rule of repair: grounds name their way back."
        ]
    return page("Repair", *parts)


def _rules(book: Rulebook) -> Iterator[str]:
    for rule in book.repairs.values():
        yield f"### {code(rule.id)} {rule.title.en} ({rule.title.zh})"
        yield table(("what", "rule"), _rows(rule, Words(book, "en")))


def _rows(rule: RepairRule, words: Words) -> list[tuple[str, str]]:
    def said(name: str) -> str:
        return "; ".join(words.value(name, getattr(rule, name)))

    earliest = f"{rule.after_months} months from {said('counted_from')}"
    clocks = [("to accept", rule.acceptance), ("to decide", rule.decision)]
    clocks += [("longest extension", rule.extension)] if rule.extension else []
    return [
        ("for", said("records") + (f", {said('severity')}" if rule.severity else "")),
        ("earliest", earliest),
        *((name, code(id)) for name, id in clocks),
        ("conditions", said("conditions")),
        ("papers", said("papers")),
        *((("not repaired so", said("excluded")),) if rule.excluded else ()),
        ("basis", said("citations")),
        ("in force", said("in_force")),
        ("how sure", said("confidence")),
    ]
