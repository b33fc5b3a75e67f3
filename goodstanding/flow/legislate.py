"""The law changes in a register that is in use: a version is drafted, and two people approve it."""

from collections.abc import Mapping, Sequence

import msgspec

from goodstanding.catalogue.bodies import (
    ENOUGH,
    calendar_files_of,
    calendar_of,
    keep_calendar,
    keep_rulebook,
    rulebook_of,
)
from goodstanding.catalogue.naming import calendar_draft, rulebook_draft
from goodstanding.catalogue.queries import calendar as known_calendar
from goodstanding.clocks.models import Clock
from goodstanding.clocks.queries import settled_duty
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.govern import activated, loaded
from goodstanding.flow.packs import rulebook_from
from goodstanding.flow.reports import reported
from goodstanding.flow.transit import transit
from goodstanding.register.reading import states
from goodstanding.register.writing import Work, writing
from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import CalendarDrafted, RulebookDrafted
from goodstanding.rules.errors import refuse
from goodstanding.rules.governing import steps
from goodstanding.rules.governing.refusals import DraftUnknown
from goodstanding.rules.governing.unsure import unsure
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Draft, Setting
from goodstanding.rules.workdays import decode_year


class Approved(msgspec.Struct, frozen=True, kw_only=True):
    """What an approval came to: how many there are now, and whether the version holds."""

    digest: str
    approvals: int
    activated: bool


def draft_rulebook(call: Call, *, files: Mapping[str, bytes]) -> str:
    """Put a version of a rulebook forward; returns the digest of its content.

    Args:
        files: the pack's YAML files by name, as bytes.

    Raises:
        Refused: with every problem of the pack, and nothing of it is kept; `AlreadyDrafted`,
            `AlreadyInForce`, `FirstDayPassed`.
    """
    policy.require(call.actor, Action.DRAFT_LAW)
    rulebook = rulebook_from(files)
    effect = RulebookDrafted(
        rulebook=rulebook.id,
        version=rulebook.version,
        digest=rulebook.digest,
        in_force_from=rulebook.in_force_from,
    )
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        _draft(
            work, call, rulebook_draft(digest=rulebook.digest), effect, activated(call, rulebook)
        )
        keep_rulebook(rulebook)
    return rulebook.digest


def draft_calendar(call: Call, *, years: Mapping[str, bytes]) -> str:
    """Put the calendar of some years forward, beside the years known already; returns its id.

    Args:
        years: one YAML file a year, as bytes; a year that is known is replaced.

    Raises:
        Refused: with everything that is wrong with the files; `AlreadyDrafted`, `AlreadyInForce`.
    """
    policy.require(call.actor, Action.DRAFT_LAW)
    known = calendar_files_of(known_calendar().id)
    given = {decode_year(file).year: file for file in years.values()}
    merged = {decode_year(file).year: file for file in known} | given
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        calendar = keep_calendar(list(merged.values()))
        effect = CalendarDrafted(digest=calendar.id, years=tuple(sorted(calendar.years)))
        _draft(work, call, calendar_draft(digest=calendar.id), effect, loaded(call, calendar))
    return calendar.id


def approve(
    call: Call,
    *,
    digest: str,
    acknowledged: Sequence[str] = (),
    report: str | None = None,
    later: bool = False,
) -> Approved:
    """Approve a draft; the second person's approval puts it in force, in the same transaction.

    A rulebook is approved by the report of its dry run (`flow.dry_runs`), which also keeps what it is
    expected to change; then what was written down under the old version is shortened
    (`flow.transit`).

    Args:
        digest: of the draft, whole or its first 12 characters and more.
        acknowledged: ids of the values that burden and are still to be confirmed (`unsure`).
        report: digest of the report that was looked at; the latest of this version if None.
        later: leave the shortening to the caller, who may show how far it is.

    Raises:
        Refused: `DraftUnknown`, `DraftClosed`, `SamePersonTwice`, `FirstDayPassed`,
            `UnsureNotAcknowledged` with every id that is missing, `NotUnsure`, `ReportMissing`,
            `ReportOfAnother`, `ReportTooOld`, `ReportBehind`.
    """
    policy.require(call.actor, Action.APPROVE_LAW)
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        state = _one(digest)
        acts = steps.approve(
            state,
            by=call.actor.id,
            acknowledged=acknowledged,
            unsure=unsure_of(state),
            report=reported(version=state.digest, digest=report or None),
            on=call.on,
        )
        complete = steps.completes(state)
        work.append([*acts, *([_in_force(call, state)] if complete else [])])
    if complete and not state.is_calendar and not later:
        # The version holds whatever becomes of this: what is left is found and written again.
        sum(transit(call, digest=state.digest))
    return Approved(digest=state.digest, approvals=len(state.approvals) + 1, activated=complete)


def withdraw(call: Call, *, digest: str) -> None:
    """Take a draft back. Raises `Refused` with `DraftUnknown`, `DraftClosed`."""
    policy.require(call.actor, Action.DRAFT_LAW)
    with writing(SYSTEM, author=call.author, at=call.at) as work:
        work.append(steps.withdraw(_one(digest), on=call.on))


def drafts() -> list[Draft]:
    """Everything that was ever put forward, latest first."""
    found = [each for each in states(SYSTEM).values() if isinstance(each, Draft)]
    return sorted(found, key=lambda each: each.drafted_at, reverse=True)


def draft_of(digest: str) -> Draft:
    """The draft of a digest, or of the beginning of one; refuses `DraftUnknown`."""
    return _one(digest)


def made_definite(state: Draft) -> int:
    """How many due days that wait and are provisional a drafted calendar makes definite."""
    known, new = known_calendar(), calendar_of(state.digest)
    waiting = Clock.objects.filter(due_on__isnull=True, met_on__isnull=True)
    found = ((settled_duty(each, known), settled_duty(each, new)) for each in waiting.iterator())
    return sum(before.provisional and not after.provisional for before, after in found)


def unsure_of(state: Draft) -> tuple[str, ...]:
    """The ids an approver of this draft has to acknowledge."""
    return () if state.is_calendar else tuple(x.id for x in unsure(rulebook_of(state.digest)))


def _draft(
    work: Work,
    call: Call,
    aggregate: str,
    effect: RulebookDrafted | CalendarDrafted,
    activation: Decided,
) -> None:
    before, held = work.state(aggregate), work.state(activation.aggregate)
    work.append(
        steps.draft(
            aggregate,
            effect,
            before=before if isinstance(before, Draft) else None,
            held=held if isinstance(held, Setting) else None,
            on=call.on,
        )
    )


def _one(digest: str) -> Draft:
    found = [each for each in drafts() if _named(each, digest)]
    if len(found) != 1:
        refuse(DraftUnknown(digest=digest))
    return found[0]


def _named(state: Draft, digest: str) -> bool:
    return state.digest == digest or (len(digest) >= ENOUGH and state.digest.startswith(digest))


def _in_force(call: Call, state: Draft) -> Decided:
    if state.is_calendar:
        return loaded(call, calendar_of(state.digest))
    return activated(call, rulebook_of(state.digest))
