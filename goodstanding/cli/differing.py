"""``goodstanding rulebook diff OLD NEW``: what differs, rule by rule."""

from typing import Any

import click
import msgspec

from goodstanding.catalogue.bodies import rulebook_named
from goodstanding.cli import rulebook_files, telling
from goodstanding.cli.opening import settle
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.changes.diff import diff as differ
from goodstanding.rules.changes.labels import HOW, SECTION_TITLES
from goodstanding.rules.changes.markdown import markdown
from goodstanding.rules.changes.words import Words


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown, old beside new.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@telling.as_json
def diff(old: str, new: str, as_markdown: bool, language: str, as_json: bool) -> None:
    """What differs between OLD and NEW: each a pack (folder or name), or a digest of the register."""
    was, now = _version(old), _version(new)
    found = differ(was, now)
    if as_markdown and not as_json:
        click.echo(markdown(found, was, now, language))
        return
    words = Words(now, language)
    lines = [
        f"{words.of(SECTION_TITLES[each.section])} {words.of(HOW[each.how])}: {each.id}"
        for each in found.rules
    ]
    telling.tell(_document(found), lines or ["No difference."], as_json=as_json)


def _document(found: Any) -> Any:
    """With every value as the pack would write it."""
    return msgspec.to_builtins(found)


def _version(named: str) -> Rulebook:
    if rulebook_files.is_pack(named):
        return rulebook_files.rulebook(named)
    settle()
    return rulebook_named(named)
