"""``goodstanding load``: a file of any length, entered while it is judged."""

from pathlib import Path

import click

from goodstanding.cli import telling
from goodstanding.cli.bars import counter
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.cli.template import KIND
from goodstanding.flow.load import load

COUNTED = ("read", "accepted", "duplicates", "rejected", "quarantined")


@click.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", type=KIND, required=True, help="What the rows are.")
@by
@telling.as_json
@on_the_register
def command(file: Path, kind: str, department: str, as_json: bool) -> int:
    """Enter FILE (CSV or JSON lines of any length) for a department; exit 3 if rows need work.

    Stopped half-way, the same command continues after the last row that is in the register.
    """
    with counter("Row") as progress:
        done = load(
            call(department), kind=kind, department=department, source=file, progress=progress
        )
    document = {"batch": done.id} | {name: getattr(done, name) for name in COUNTED}
    lines = [
        ", ".join(f"{name} {document[name]}" for name in COUNTED),
        f"Batch {done.id}: its page tells what each of the other rows needs.",
    ]
    telling.tell(document, lines, as_json=as_json)
    return telling.IN_PART if done.rejected or done.quarantined else telling.DONE
