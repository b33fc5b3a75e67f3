"""The command ``goodstanding``: from arguments to an exit status, never to a traceback."""

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from goodstanding.cli.lazy import Entry, LazyGroup
from goodstanding.cli.telling import REFUSED, USAGE, message, tell_refused
from goodstanding.database.connect import data_folder
from goodstanding.rules.errors import Refused

COMMANDS = {
    "code": Entry("goodstanding.cli.codes", "is this a unified social credit code?", False),
    "workday": Entry("goodstanding.cli.workday", "terms in working days", False),
    "rulebook": Entry("goodstanding.cli.rulebook", "lint, list and activate packs of law"),
    "intake": Entry("goodstanding.cli.intake", "take a file of records in"),
    "load": Entry("goodstanding.cli.load", "the same for a file of any length"),
    "live": Entry("goodstanding.cli.live", "first import is over: declare the register live"),
    "template": Entry("goodstanding.cli.template", "the empty spreadsheet of a kind", False),
    "standing": Entry("goodstanding.cli.standing", "what is held about an organisation"),
    "check": Entry("goodstanding.cli.check", "may this organisation …? with a receipt"),
    "screen": Entry("goodstanding.cli.screen", "the same for a file of codes"),
    "figures": Entry("goodstanding.cli.figures", "how long lifts took, what was wrong how long"),
    "story": Entry("goodstanding.cli.story", "play stories on a register thrown away"),
    "opendata": Entry("goodstanding.cli.opendata", "what is public, as files to take away"),
    "jobs": Entry("goodstanding.cli.jobs", "queue what is to be told, and send it"),
    "draw": Entry("goodstanding.cli.draw", "do the draw of an inspection plan again", False),
    "rebuild": Entry("goodstanding.cli.rebuild", "every table from the acts"),
    "verify": Entry("goodstanding.cli.verify", "is the register consistent?"),
    "backup": Entry("goodstanding.cli.backup", "the whole register into one file"),
    "restore": Entry("goodstanding.cli.restore", "an empty database from a backup"),
    "evidence": Entry("goodstanding.cli.evidence", "files of evidence, deleted by date"),
    "removals": Entry("goodstanding.cli.removals", "what was destroyed, and its journal"),
    "migrate": Entry("goodstanding.cli.migrate", "have the tables this version needs"),
    "demo": Entry("goodstanding.cli.demo.command", "an invented city to look at"),
}


def _group() -> None:
    """The register of organisations that can take things back.

    Exit status: 0 done, 1 refused, 2 wrong usage, 3 done in part.
    """


cli = LazyGroup(table=COMMANDS, callback=_group)


def main() -> None:
    """The entry point of the installed command."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit status."""
    try:
        done = cli.main(args=list(arguments), prog_name="goodstanding", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        message("Stopped.")
        return 130
    except Refused as refused:
        tell_refused(refused, as_json="--json" in arguments)
        return REFUSED
    except BrokenPipeError:
        # Whoever read the answer has gone: there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback
        message(f"Something broke ({type(error).__name__}). Where: see {log(error)}")
        return REFUSED
    return done if isinstance(done, int) else 0


def log(error: Exception) -> Path:
    """Keep where it broke, but not the message, which may quote what a file held."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    where = "".join(traceback.format_tb(error.__traceback__))
    text = f"{when} {type(error).__name__}\n{where}\n"
    for folder in (data_folder(os.environ), Path(tempfile.gettempdir())):
        file = folder / "goodstanding-command.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with file.open("a") as stream:
                stream.write(text)
        except OSError:
            continue
        return file
    return Path(os.devnull)
