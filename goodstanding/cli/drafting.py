"""``rulebook draft``, ``draft-calendar``, ``approve``, ``withdraw``: the law of a register in use."""

from pathlib import Path
from typing import Any

import click

from goodstanding.cli import rulebook_files, telling
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.flow import legislate
from goodstanding.rules.states import APPROVALS_NEEDED, Draft


def told(draft: Draft) -> dict[str, Any]:
    """A draft as a document: what it is, where it stands, and what its approvers acknowledge."""
    return {
        "kind": "calendar" if draft.is_calendar else "rulebook",
        "rulebook": draft.subject,
        "version": draft.version,
        "years": draft.years,
        "digest": draft.digest,
        "in_force_from": draft.in_force_from,
        "state": state_of(draft),
        "drafted_on": draft.drafted_on,
        "drafted_by": draft.drafted_by,
        "approvals": [
            {"by": each.by, "on": each.on, "report": each.report or None}
            for each in draft.approvals
        ],
        "to_acknowledge": legislate.unsure_of(draft) if draft.is_open else (),
    }


def state_of(draft: Draft) -> str:
    """`waiting`, `approved` or `withdrawn`."""
    if draft.withdrawn_on is not None:
        return "withdrawn"
    return "approved" if draft.approved else "waiting"


def words(draft: dict[str, Any]) -> list[str]:
    """The same in lines: first what it is, then every id to acknowledge."""
    what = draft["rulebook"] or "calendar"
    count = f"{len(draft['approvals'])} of {APPROVALS_NEEDED} approvals"
    first = f" from {draft['in_force_from']}" if draft["in_force_from"] else ""
    head = f"{draft['state']}: {what} {draft['version']} {draft['digest'][:16]}{first}, {count}"
    return [head, *(f"  to acknowledge: {each}" for each in draft["to_acknowledge"])]


@click.command("draft")
@click.argument("path", default=rulebook_files.DEFAULT_PACK)
@by
@telling.as_json
@on_the_register
def draft(path: str, department: str, as_json: bool) -> None:
    """Put the pack at PATH (folder or name) forward, to be approved by two people."""
    digest = legislate.draft_rulebook(call(department), files=rulebook_files.pack(path))
    _tell(digest, as_json=as_json)


@click.command("draft-calendar")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@by
@telling.as_json
@on_the_register
def draft_calendar(folder: Path | None, department: str, as_json: bool) -> None:
    """Put the calendars of FOLDER, one file a year, forward beside the years known already."""
    years = rulebook_files.years(folder)
    _tell(legislate.draft_calendar(call(department), years=years), as_json=as_json)


@click.command("approve")
@click.argument("digest")
@click.option(
    "--acknowledge",
    "acknowledged",
    multiple=True,
    metavar="ID",
    help="A value that burdens and is to be confirmed; give one for each the draft lists.",
)
@click.option(
    "--report", help="The digest of the dry run report you looked at; the latest without it."
)
@by
@telling.as_json
@on_the_register
def approve(
    digest: str,
    acknowledged: tuple[str, ...],
    report: str | None,
    department: str,
    as_json: bool,
) -> None:
    """Approve the draft DIGEST as one person, by its dry run report (`rulebook report make`); the
    second is somebody else, on its page."""
    legislate.approve(call(department), digest=digest, acknowledged=acknowledged, report=report)
    _tell(digest, as_json=as_json)


@click.command("withdraw")
@click.argument("digest")
@by
@telling.as_json
@on_the_register
def withdraw(digest: str, department: str, as_json: bool) -> None:
    """Take the draft DIGEST back."""
    legislate.withdraw(call(department), digest=digest)
    _tell(digest, as_json=as_json)


def _tell(digest: str, *, as_json: bool) -> None:
    document = told(legislate.draft_of(digest))
    telling.tell(document, words(document), as_json=as_json)
