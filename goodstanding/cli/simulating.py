"""``goodstanding rulebook simulate NEW``: what a version would change in the register of today."""

from datetime import datetime
from typing import Any

import click
import msgspec

from goodstanding.catalogue.bodies import rulebook_named
from goodstanding.cli import asked_again, rulebook_files, telling
from goodstanding.cli.bars import bar
from goodstanding.cli.opening import day, on_the_register
from goodstanding.cli.workday import DAY
from goodstanding.flow import expected
from goodstanding.flow.asked_again import a_year_before, ask_again
from goodstanding.flow.simulate import EXAMPLES, Simulated, simulate
from goodstanding.rules.catalogue import Rulebook
from goodstanding.rules.simulation.change import Change
from goodstanding.rules.simulation.reality import Difference
from goodstanding.rules.simulation.tally import Counted

#: Differences told one by one.
MOST = 20


@click.command("simulate")
@click.argument("new")
@click.option("--on", type=DAY, help="The day to compare; the first day of NEW without it.")
@click.option("--examples", type=click.IntRange(0), default=EXAMPLES, show_default=True)
@click.option("--keep", is_flag=True, help="Keep the answer, to be compared with what comes.")
@click.option("--checks/--no-checks", default=True, help="Whether to ask past checks again.")
@click.option("--since", type=DAY, help="Checks from this day on; those of a year without it.")
@telling.as_json
@on_the_register
def command(
    new: str,
    on: datetime | None,
    examples: int,
    keep: bool,
    checks: bool,
    since: datetime | None,
    as_json: bool,
) -> None:
    """What NEW (a pack, or a digest of the register) would change, and which checks of the last
    year would have been answered otherwise under it; the register stays as it is."""
    book, looked_at = _version(new), on.date() if on else None
    with bar("Organisations") as progress:
        run = simulate(book, on=looked_at, examples=examples, keep_values=keep, progress=progress)
    if checks:
        with bar("Checked organisations") as progress:
            again = ask_again(
                book,
                since=since.date() if since else a_year_before(day(None)),
                on=looked_at,
                examples=examples,
                progress=progress,
            )
        run = msgspec.structs.replace(run, told=msgspec.structs.replace(run.told, checks=again))
    if keep:
        expected.keep(run)
    telling.tell(run.told, _words(run.told), as_json=as_json)


def _version(named: str) -> Rulebook:
    if rulebook_files.is_pack(named):
        return rulebook_files.rulebook(named)
    return rulebook_named(named)


def _words(told: Simulated) -> list[str]:
    new = told.new
    return [
        f"{new.rulebook} {new.version} from {new.in_force_from}, looked at on {told.on}, as of"
        f" @{told.position}: {told.affected} of {told.organisations} organisations,"
        f" {told.acts} acts",
        *(line for each in told.changes for line in _counted(each)),
        *([] if told.changes else ["Nothing changes."]),
        *(asked_again.words(told.checks) if told.checks else []),
    ]


def _counted(each: Counted) -> list[str]:
    return [
        f"  {each.kind}: {each.count}",
        *(f"    {rule.count} by {rule.rule}: {rule.why}" for rule in each.rules),
        *(f"      {_example(change)}" for change in each.examples),
    ]


def _example(change: Change) -> str:
    of = f" ({change.of})" if change.of else ""
    return (
        f"{change.organisation} {change.aggregate}{of}: {change.was or '–'} → {change.now or '–'}"
    )


def compared(digest: str) -> dict[str, Any] | None:
    """A version beside what was expected of it, as a document; None where that is not known."""
    found = expected.reality(digest)
    if found is None:
        return None
    return {
        **msgspec.structs.asdict(found),
        "differences": found.differences[:MOST],
        "different": len(found.differences),
        "waiting": found.waiting,
        "alarm": bool(found.alarm),
    }


def compared_words(found: dict[str, Any] | None) -> list[str]:
    """The same in lines: as expected, or what differs."""
    if found is None:
        return []
    head = f"  expected {found['expected']} last days as of @{found['expected_at']}:"
    told = f"{head} {found['found']} written, {found['different']} differ"
    alarm = ["  ALARM: nothing explains what differs; look at each"] if found["alarm"] else []
    return [told, *alarm, *(f"    {_difference(each)}" for each in found["differences"])]


def _difference(each: Difference) -> str:
    acts = "".join(f" @{position}" for position in each.acts)
    return (
        f"{each.organisation} {each.aggregate}: expected {each.expected or '–'},"
        f" written {each.found or '–'}: {each.cause}{acts}"
    )
