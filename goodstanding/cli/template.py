"""``goodstanding template``: the empty spreadsheet of a kind of record."""

from pathlib import Path

import click

from goodstanding.cli import telling
from goodstanding.files.template import template_bytes
from goodstanding.rules.changing.columns import CHANGES, change_columns
from goodstanding.rules.official_columns import COLUMNS, VERSION, template_columns
from goodstanding.rules.record_cells import SOURCES

KIND = click.Choice([*sorted(COLUMNS), *CHANGES])
OF = click.Choice(sorted(SOURCES))


@click.command("template")
@click.argument("kind", type=KIND)
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--of", type=OF, default="penalty", help="Kind of record that is corrected.")
@telling.as_json
def command(kind: str, out: Path, of: str, as_json: bool) -> None:
    """Write the empty spreadsheet of KIND to OUT.xlsx; no column of it asks for a person."""
    columns = change_columns(kind, of=of) if kind in CHANGES else template_columns(kind)
    out.write_bytes(template_bytes(columns, kind=kind, version=VERSION))
    document = {"kind": kind, "version": VERSION, "file": str(out), "columns": len(columns)}
    telling.tell(document, [f"{out}: {len(columns)} columns, version {VERSION}"], as_json=as_json)
