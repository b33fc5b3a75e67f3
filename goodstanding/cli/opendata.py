"""``goodstanding opendata``: what is public today, as files to take away."""

from pathlib import Path

import click
import msgspec
from django.conf import settings

from goodstanding.cli import telling
from goodstanding.cli.opening import CREDIT_OFFICE, call, on_the_register
from goodstanding.flow.check_copy import CopyChecked, check_copy
from goodstanding.flow.open_data import Terms, make
from goodstanding.rules.catalogue.sources import Title
from goodstanding.rules.opendata.addresses import Addresses
from goodstanding.rules.opendata.manifest import Licence, Manifest


@click.group("opendata")
def command() -> None:
    """What the public pages show today, as CSV, JSON lines and Parquet."""


@command.command("build")
@click.argument("out", required=False, type=click.Path(file_okay=False, path_type=Path))
@telling.as_json
@on_the_register
def build(out: Path | None, as_json: bool) -> None:
    """Make all files in OUT/current; without OUT where the pages give them out from.

    Run it each night soon after midnight: what it made is good for a day.
    """
    made = make_now(out or settings.OPEN_DATA)
    telling.tell(msgspec.to_builtins(made), _words(made), as_json=as_json)


@command.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@telling.as_json
@on_the_register
def check(file: Path, as_json: bool) -> int:
    """Say which lines of FILE, an old copy or a list of numbers and versions, are stale, and why.

    Ends with 3 if any is.
    """
    found = check_copy(file.read_bytes(), on=call(CREDIT_OFFICE).on)
    telling.tell(msgspec.to_builtins(found), _stale(found), as_json=as_json)
    return telling.IN_PART if found.stale else telling.DONE


def _stale(found: CopyChecked) -> list[str]:
    return [
        f"{found.lines} lines held against the register on {found.on}: {len(found.stale)} stale.",
        *(
            f"  {each.line.number}: {each.line.record} {each.state}"
            + (f" since {each.since}" if each.since else "")
            for each in found.stale
        ),
    ]


def make_now(folder: Path) -> Manifest:
    """The files as of now, on the terms of this installation."""
    return make(folder, call(CREDIT_OFFICE), terms=terms())


def terms() -> Terms:
    """The licence and the address that this installation names."""
    named = settings.OPEN_DATA_LICENCE
    text = Title(zh=named["zh"], en=named["en"])
    return Terms(licence=Licence(text=text, url=named["url"]), site=Addresses(site=settings.SITE))


def _words(made: Manifest) -> list[str]:
    return [
        f"Made as of {made.on}, position @{made.position}; good until {made.valid_until:%F %H:%M} UTC.",
        *(f"  {each.dataset}: {each.rows} lines, {each.rows_sha256}" for each in made.datasets),
    ]
