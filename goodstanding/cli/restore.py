"""``goodstanding restore``: an empty database from a backup, to the same head."""

from pathlib import Path

import click

from goodstanding.cli import telling
from goodstanding.cli.backup import tell_backup
from goodstanding.cli.migrate import migrate
from goodstanding.cli.opening import settle
from goodstanding.register.backup import restore


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@telling.as_json
def command(file: Path, as_json: bool) -> None:
    """Fill an empty database from FILE and verify it; all or nothing."""
    settle()
    migrate()
    tell_backup(restore(file), file, as_json=as_json)
