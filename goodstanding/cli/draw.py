"""``goodstanding draw verify``: the draw of an inspection plan, done again from its public file."""

from pathlib import Path

import click
import msgspec

from goodstanding.cli import telling
from goodstanding.rules.inspection.drawfile import read, verify


@click.group("draw")
def command() -> None:
    """Draws of inspection plans: needs no register, only the file from the plan's page."""


@command.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@telling.as_json
def verify_file(file: Path, as_json: bool) -> None:
    """Do the draw of FILE again: pool, commitment, seed and every visit must be as published."""
    found = verify(read(file.read_bytes()))
    words = [
        f"The seed is the one committed to: {found.commitment}",
        f"Drawn again from {found.pool} tickets: the same {found.visits} visits.",
    ]
    telling.tell(msgspec.to_builtins(found), words, as_json=as_json)
