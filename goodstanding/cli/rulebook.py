"""``goodstanding rulebook``: packs and calendars, as files and as the register knows them."""

from pathlib import Path

import click

from goodstanding.catalogue.queries import activations
from goodstanding.cli import (
    differing,
    drafting,
    linting,
    reporting,
    rulebook_files,
    simulating,
    telling,
)
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.flow.legislate import drafts


@click.group("rulebook")
def command() -> None:
    """The law as dated data: packs of the catalogue, and official calendars."""


for each in (
    linting.command,
    linting.schema,
    drafting.draft,
    drafting.draft_calendar,
    drafting.approve,
    drafting.withdraw,
):
    command.add_command(each)
command.add_command(differing.diff)
command.add_command(simulating.command)
command.add_command(reporting.command)


@command.command("list")
@telling.as_json
@on_the_register
def versions(as_json: bool) -> None:
    """Every version of law the register works under, in the order it learned of them; then every
    draft, latest first, with its approvals, and whether it changed what was expected of it."""
    found = [
        {
            "position": each.position,
            "kind": each.kind,
            "rulebook": each.rulebook,
            "digest": each.digest,
            "in_force_from": each.in_force_from,
        }
        for each in activations()
    ]
    words = [
        f"@{each['position']} {each['kind']} {each['rulebook']} {str(each['digest'])[:16]}"
        f" from {each['in_force_from']}"
        for each in found
    ]
    put_forward = [
        drafting.told(each) | {"reality": simulating.compared(each.digest)} for each in drafts()
    ]
    words = words or ["Nothing is in force yet."]
    for each in put_forward:
        words += [*drafting.words(each), *simulating.compared_words(each["reality"])]
    telling.tell({"versions": found, "drafts": put_forward}, words, as_json=as_json)


@command.command("activate")
@click.argument("path", default=rulebook_files.DEFAULT_PACK)
@by
@telling.as_json
@on_the_register
def activate(path: str, department: str, as_json: bool) -> None:
    """Put the pack at PATH (folder or name) in force, in a register that holds nothing else yet."""
    digest = activate_rulebook(call(department), files=rulebook_files.pack(path))
    telling.tell({"digest": digest}, [f"{path}: {digest}"], as_json=as_json)


@command.command("calendar")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@by
@telling.as_json
@on_the_register
def calendar(folder: Path | None, department: str, as_json: bool) -> None:
    """Load the official calendars of FOLDER, one file a year, into a register that holds nothing
    else yet; without it the ones delivered."""
    years = rulebook_files.years(folder)
    loaded = load_calendar(call(department), years=years)
    document = {"calendar": loaded, "years": [int(name.partition(".")[0]) for name in years]}
    telling.tell(document, [f"{loaded}: {len(years)} years"], as_json=as_json)
