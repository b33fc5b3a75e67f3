"""``rulebook report``: a draft run dry, its report signed; a report that somebody brings, verified."""

from pathlib import Path
from typing import Any

import click

from goodstanding.catalogue import reports
from goodstanding.catalogue.signing import public_keys
from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.files.signed import Signed, verified
from goodstanding.flow.dry_runs import ask_dry_run, make_dry_run
from goodstanding.flow.legislate import draft_of
from goodstanding.rules.errors import refuse
from goodstanding.rules.governing.refusals import DryRunRuns


@click.group("report")
def command() -> None:
    """Signed reports of dry runs: nobody approves a version of the law without one."""


@command.command("make")
@click.argument("digest")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Save it there, too.")
@by
@telling.as_json
@on_the_register
def make(digest: str, out: Path | None, department: str, as_json: bool) -> None:
    """Run the draft DIGEST dry, ask the checks of a year again, sign what that says and keep it."""
    who, draft = call(department), draft_of(digest)
    id = ask_dry_run(who, digest=draft.digest)
    if id is None:
        refuse(DryRunRuns())
    with bar("Organisations") as progress:
        made = make_dry_run(
            who, id, digest=draft.digest, progress=lambda _, done, total: progress(done, total)
        )
    found = reports.report(digest=made)
    assert found is not None
    if out is not None:
        out.write_bytes(bytes(found.body))
    document = {"report": made, "version": draft.digest, "position": found.position}
    telling.tell(document, [f"{made} as of @{found.position}"], as_json=as_json)


@command.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key", "keys", multiple=True, help="A public key in base64; those of this register without."
)
@telling.as_json
def verify(file: Path, keys: tuple[str, ...], as_json: bool) -> None:
    """Whether FILE is a report as it was signed; no register is needed with a key."""
    found = verified(file.read_bytes(), keys=keys or public_keys())
    document = _told(found)
    words = [f"{name}: {value}" for name, value in document.items()]
    telling.tell(document, words, as_json=as_json)


def _told(found: Signed) -> dict[str, Any]:
    """What was verified, and what it is about."""
    said = found.signed
    new = said.get("dry_run", {}).get("new", {})
    return {
        "valid": True,
        "digest": found.digest,
        "key": found.key,
        "version": new.get("digest"),
        "made_on": said.get("made_on"),
        "position": said.get("register", {}).get("position"),
        "head": said.get("register", {}).get("head"),
    }
