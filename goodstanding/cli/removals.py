"""``goodstanding removals``: what was destroyed, and the journal a restore needs."""

from pathlib import Path

import click
import msgspec
from django.db import connections

from goodstanding.cli import telling
from goodstanding.cli.opening import on_the_register
from goodstanding.register import removing
from goodstanding.register.errors import JournalBehind
from goodstanding.removals.queries import removals
from goodstanding.rules.errors import refuse


@click.group("removals")
def command() -> None:
    """Contents that were destroyed, and the journal by which a restore destroys them again."""


@command.command("list")
@telling.as_json
@on_the_register
def listed(as_json: bool) -> None:
    """Every destruction, proposed, dropped or carried out; those that wait come first."""
    fields = ("id", "target", "department", "basis", "cited", "document", "acts")
    days = ("proposed_on", "dropped_on", "removed_on")
    found = list(removals().values(*fields, *days))
    words = [
        f"{each['id']} {each['target']} {each['basis']} {each['cited']} {each['document']}: "
        f"{_state(each)}, {each['acts']} acts"
        for each in found
    ]
    telling.tell(msgspec.to_builtins(found), words, as_json=as_json)


def _state(each: dict[str, object]) -> str:
    if each["removed_on"]:
        return f"content removed on {each['removed_on']}"
    return f"dropped on {each['dropped_on']}" if each["dropped_on"] else "waits for a second person"


@command.command("journal")
@click.argument("out", required=False, type=click.Path(dir_okay=False, path_type=Path))
@telling.as_json
@on_the_register
def journal(out: Path | None, as_json: bool) -> None:
    """Hold the journal against the register; with OUT write it anew to that new file.

    Refuses where it is cut or altered, or lacks a destruction of this register.
    """
    if out is not None:
        lines = removing.write_anew(_new(out))
        telling.tell({"file": str(out), "lines": lines}, [f"{out}: {lines} lines"], as_json=as_json)
        return
    kept = removing.held()
    with connections["default"].cursor() as cursor:
        if missing := removing.behind(cursor, kept):
            refuse(JournalBehind(path=str(kept.path), missing=len(missing)))
    document = {
        "file": str(kept.path),
        "destructions": len(kept.standing),
        "there": bool(kept.journal),
    }
    words = [f"{kept.path}: {len(kept.standing)} destructions, none is missing"]
    telling.tell(document, words, as_json=as_json)


def _new(out: Path) -> Path:
    if out.exists():
        raise click.BadParameter(f"{out} is there already; name a new file.")
    return out
