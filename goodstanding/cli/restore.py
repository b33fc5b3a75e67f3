"""``goodstanding restore``: an empty database from a backup, to the same head."""

from pathlib import Path

import click

from goodstanding import wallclock
from goodstanding.cli import telling
from goodstanding.cli.backup import tell_backup
from goodstanding.cli.evidence import purged_words
from goodstanding.cli.migrate import migrate
from goodstanding.cli.opening import settle
from goodstanding.flow.purge_evidence import purge_evidence
from goodstanding.register import removing
from goodstanding.register.backup import restore


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--journal",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The removal journal; this installation's own without it.",
)
@click.option(
    "--nothing-was-removed",
    is_flag=True,
    help="The journal is lost, and you state that nothing was destroyed after the backup.",
)
@telling.as_json
def command(file: Path, journal: Path | None, nothing_was_removed: bool, as_json: bool) -> None:
    """Fill an empty database from FILE and verify it; all or nothing.

    What was destroyed after the backup, as the removal journal tells, is destroyed again first.
    """
    settle()
    migrate()
    unread = not nothing_was_removed and removing.held(journal).journal is None
    report = restore(file, journal=journal, nothing_was_removed=nothing_was_removed)
    if unread:
        telling.message(f"No removal journal at {journal or removing.place()}: none was read.")
    tell_backup(report, file, as_json=as_json)
    telling.message(purged_words(purge_evidence(on=wallclock.today())))
