"""``goodstanding story``: stories played on a register made for them and thrown away."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.migrate import migrate
from goodstanding.cli.rulebook_files import folder
from goodstanding.cli.stories.run import play
from goodstanding.cli.stories.story import read
from goodstanding.database import scratch, server
from goodstanding.database.discard import discard
from goodstanding.register.removing import journal_at
from goodstanding.rules.errors import Refused

Told = dict[str, Any]


@click.command("story")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@telling.as_json
def command(files: tuple[Path, ...], as_json: bool) -> int:
    """Play each story of FILES; exit 0 only if every expectation holds."""
    stories = _all_played(files)
    held = all(each["held"] for each in stories)
    words = [line for each in stories for line in _words(each)]
    telling.tell({"held": held, "stories": stories}, words, as_json=as_json)
    return telling.DONE if held else telling.REFUSED


def _all_played(files: Sequence[Path]) -> list[Told]:
    """Each on a database of its own, all on one server in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="goodstanding-story-") as name, bar("Stories") as shown:
        data, told = Path(name), list[Told]()
        # The server may run under another account, which must be able to come in.
        data.chmod(0o755)
        running = server.ensure(data, settings=server.FLEETING)
        try:
            source = scratch.template(running, migrate)
            for file in files:
                with scratch.on_a_copy(running, source), journal_at(data / "removals.jsonl"):
                    told.append(_played(file))
                shown(len(told), len(files))
        finally:
            running.release()
            discard(data)
        return told


def _played(file: Path) -> Told:
    try:
        played = play(read(file), rulebook=folder())
    except Refused as refused:
        failures = [
            f"{each['code']}: {each['sentence']}" for each in map(telling.said, refused.refusals)
        ]
        return {"file": str(file), "title": file.stem, "held": False, "failures": failures}
    return {"file": str(file), "held": not played.failures, **msgspec.to_builtins(played)}


def _words(told: Told) -> list[str]:
    verdict = "holds" if told["held"] else "DOES NOT HOLD"
    counted = f"{told.get('steps', 0)} steps, {told.get('expectations', 0)} expectations"
    return [f"{told['title']}: {verdict} ({counted})", *(f"  {x}" for x in told["failures"])]
