"""``goodstanding rebuild``: every table from the acts, by the same two functions as the writer."""

import click

from goodstanding.cli import telling
from goodstanding.cli.bars import counter
from goodstanding.cli.opening import on_the_register
from goodstanding.register.rebuilding import rebuild


@click.command("rebuild")
@click.option("--verify", is_flag=True, help="Only compare; without it tables are replaced.")
@telling.as_json
@on_the_register
def command(verify: bool, as_json: bool) -> int:
    """Recompute every table from the acts and say in how many rows they differ."""
    with counter("Acts") as progress:
        report = rebuild(verify=verify, progress=progress)
    document = {
        "acts": report.acts,
        "organisations": report.organisations,
        "differences": report.differences,
        "found": report.found,
        "replaced": not verify,
    }
    words = [
        f"{report.acts} acts, {report.organisations} organisations,"
        f" {report.differences} differences",
        *(f"  {each.table}: {each.rows} rows {each.kind}" for each in report.found),
    ]
    telling.tell(document, words, as_json=as_json)
    return telling.REFUSED if verify and report.differences else telling.DONE
