"""``goodstanding verify``: the chain, the tables, and what is open."""

import click

from goodstanding import wallclock
from goodstanding.catalogue.queries import calendar
from goodstanding.cli import telling
from goodstanding.cli.bars import counter
from goodstanding.cli.opening import on_the_register
from goodstanding.clocks.queries import todo
from goodstanding.register.verifying import verify


@click.command("verify")
@telling.as_json
@on_the_register
def command(as_json: bool) -> int:
    """Every inconsistency of the register; open lifts and overdue clocks are told, not failures."""
    with counter("Acts") as progress:
        report = verify(progress=progress)
    waiting = todo(on=wallclock.today(), calendar=calendar())
    document = {
        "acts": report.acts,
        "head": report.head,
        "findings": report.findings,
        "open_lifts": sum(each.kind == "lift" for each in waiting.all),
        "overdue": len(waiting.overdue),
    }
    words = [
        f"{report.acts} acts, head {report.head}",
        *(f"  {each.code} at {each.place}: {each.sentence}" for each in report.findings),
        f"{len(report.findings)} inconsistencies;"
        f" {document['open_lifts']} lifts open, {document['overdue']} clocks overdue",
    ]
    telling.tell(document, words, as_json=as_json)
    return telling.REFUSED if report.findings else telling.DONE
