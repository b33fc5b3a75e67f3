"""``goodstanding evidence``: files of evidence are deleted by date, and their keys changed."""

from datetime import datetime

import click
import msgspec

from goodstanding.cli import telling
from goodstanding.cli.opening import day, on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.flow.hand_in import rotate_keys
from goodstanding.flow.purge_evidence import Purged, purge_evidence


@click.group("evidence")
def command() -> None:
    """Files of evidence: they lie encrypted beside the register and are deleted by date."""


@command.command("purge")
@click.option("--on", type=DAY, help="As of this legal day; today without it.")
@telling.as_json
@on_the_register
def purge(on: datetime | None, as_json: bool) -> None:
    """Delete every file whose time is over, and what nobody handed in for a week.

    Run it each night, and after a restore.
    """
    found = purge_evidence(on=day(on))
    telling.tell(msgspec.to_builtins(found), [purged_words(found)], as_json=as_json)


@command.command("rotate")
@telling.as_json
@on_the_register
def rotate(as_json: bool) -> None:
    """Put every file's own key under the first of GOODSTANDING_EVIDENCE_KEYS.

    Name the new key first and the old ones after it, rotate, then drop the old ones.
    """
    changed = rotate_keys()
    telling.tell({"changed": changed}, [f"{changed} keys changed"], as_json=as_json)


def purged_words(found: Purged) -> str:
    """What was deleted, in words."""
    return (
        f"{found.over} files deleted whose time was over, {found.forgotten} never handed in;"
        f" {found.kept} are kept"
    )
