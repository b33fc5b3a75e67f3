"""``goodstanding backup``: the whole register in one file."""

from pathlib import Path

import click

from goodstanding.cli import telling
from goodstanding.cli.opening import on_the_register
from goodstanding.register.backup import BackupReport, backup


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@telling.as_json
@on_the_register
def command(file: Path, as_json: bool) -> None:
    """Write everything to FILE, readable by you only. Keep it as the database is kept."""
    tell_backup(backup(file), file, as_json=as_json)


def tell_backup(report: BackupReport, file: Path, *, as_json: bool) -> None:
    """Where the chain of a backup ends."""
    document = {"file": str(file), **report._asdict()}
    words = f"{file}: {report.rows} rows, position @{report.position}, head {report.head}"
    again = [f"{report.removed} destructions carried out again"] if report.removed else []
    telling.tell(document, [words, *again], as_json=as_json)
