"""A dry run as a step: asked for by somebody, run once at a time; its report is signed and kept."""

from collections.abc import Callable

from msgspec.structs import replace

from goodstanding.catalogue import running
from goodstanding.catalogue.bodies import rulebook_of
from goodstanding.flow import expected, policy
from goodstanding.flow.asked_again import a_year_before, ask_again
from goodstanding.flow.bench import Call
from goodstanding.flow.legislate import draft_of
from goodstanding.flow.reports import keep_report
from goodstanding.flow.simulate import simulate
from goodstanding.rules.errors import require_none
from goodstanding.rules.governing.refusals import CalendarNotRunDry
from goodstanding.rules.governing.steps import closed_refusals
from goodstanding.rules.rights import Action

#: The stage, how many organisations are done, of how many.
Progress = Callable[[str, int, int], None]


def ask_dry_run(call: Call, *, digest: str) -> int | None:
    """A new dry run of a draft to be made, by its id; None where one runs already.

    Raises:
        Refused: `DraftUnknown`, `DraftClosed`, `CalendarNotRunDry`.
    """
    policy.require(call.actor, Action.APPROVE_LAW)
    draft = draft_of(digest)
    require_none([*closed_refusals(draft), *([CalendarNotRunDry()] if draft.is_calendar else [])])
    return running.begin(digest=draft.digest, by=call.actor.id, at=call.at)


def make_dry_run(
    call: Call, id: int, *, digest: str, progress: Progress = lambda stage, done, total: None
) -> str:
    """Make a dry run that was asked for; returns the digest of its report.

    The register is read under the version, the checks of a year are asked again, what is expected is
    kept to be compared with what comes, and the report is signed. Whatever breaks it off is told.

    Args:
        progress: told besides the row.
    """
    with running.held(id):
        try:
            report = _made(call, digest, lambda *far: _tell(id, progress, *far))
        except BaseException:
            running.end(id, outcome="failed")
            raise
        running.end(id, outcome="done", report=report)
    return report


def report_on(call: Call, *, digest: str) -> str | None:
    """Ask for a dry run and make it at once; None where one runs already."""
    digest = draft_of(digest).digest
    id = ask_dry_run(call, digest=digest)
    return None if id is None else make_dry_run(call, id, digest=digest)


def _made(call: Call, digest: str, tell: Progress) -> str:
    book = rulebook_of(digest)
    run = simulate(book, keep_values=True, progress=lambda *far: tell("register", *far))
    checks = ask_again(
        book, since=a_year_before(call.on), progress=lambda *far: tell("checks", *far)
    )
    run = replace(run, told=replace(run.told, checks=checks))
    expected.keep(run)
    return keep_report(run.told, made_on=call.on, by=call.actor.id)


def _tell(id: int, progress: Progress, stage: str, done: int, total: int) -> None:
    running.tell(id, stage=stage, done=done, total=total)
    progress(stage, done, total)
