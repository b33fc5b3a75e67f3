"""Draft, approve, withdraw: which acts, or everything that stands against the step.

Two different people of the credit office approve the same bytes. The one who drafted may be one of
them: the other is then somebody else, so that nobody puts a version in force alone.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import (
    CalendarApproved,
    CalendarDrafted,
    DraftWithdrawn,
    RulebookApproved,
    RulebookDrafted,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.governing.refusals import (
    AlreadyDrafted,
    AlreadyInForce,
    DraftClosed,
    FirstDayPassed,
    NotUnsure,
    UnsureNotAcknowledged,
)
from goodstanding.rules.governing.reported import Reported, report_refusals
from goodstanding.rules.policy import SamePersonTwice
from goodstanding.rules.rights import Action
from goodstanding.rules.states import APPROVALS_NEEDED, Draft, Setting


def draft(
    aggregate: str,
    effect: RulebookDrafted | CalendarDrafted,
    *,
    before: Draft | None,
    held: Setting | None,
    on: date,
) -> list[Decided]:
    """Put a version forward. `before`: the same bytes drafted earlier; `held`: or in force."""
    found: list[Refusal] = []
    if held is not None or (before is not None and before.approved):
        found.append(AlreadyInForce())
    elif before is not None and before.is_open:
        found.append(AlreadyDrafted())
    if isinstance(effect, RulebookDrafted):
        found += first_day_refusals(effect.in_force_from, on=on)
    require_none(found)
    return [Decided(stream=SYSTEM, aggregate=aggregate, effective_on=on, effect=effect)]


def approve(
    state: Draft,
    *,
    by: str,
    acknowledged: Sequence[str],
    unsure: Sequence[str],
    report: Reported | None,
    on: date,
) -> list[Decided]:
    """One person's approval.

    Args:
        unsure: ids of every value to be confirmed that burdens somebody.
        report: of the dry run that this person looked at; a calendar needs none.
    """
    found = approval_refusals(state, by=by, on=on) + _unseen(acknowledged, unsure)
    if not state.is_calendar and state.is_open:
        found += report_refusals(report, digest=state.digest, on=on)
    require_none(found)
    effect: RulebookApproved | CalendarApproved = CalendarApproved(digest=state.digest)
    if not state.is_calendar:
        effect = RulebookApproved(
            digest=state.digest,
            acknowledged=tuple(sorted(set(acknowledged))),
            report=report.digest if report else msgspec.UNSET,
        )
    return [Decided(stream=SYSTEM, aggregate=state.id, effective_on=on, effect=effect)]


def completes(state: Draft) -> bool:
    """Whether one more approval puts the draft in force."""
    return len(state.approvals) + 1 >= APPROVALS_NEEDED


def withdraw(state: Draft, *, on: date) -> list[Decided]:
    """The draft is no longer put forward; its bytes stay, and it may be drafted again."""
    require_none(closed_refusals(state))
    effect = DraftWithdrawn(digest=state.digest)
    return [Decided(stream=SYSTEM, aggregate=state.id, effective_on=on, effect=effect)]


def approval_refusals(state: Draft, *, by: str, on: date) -> list[Refusal]:
    """Everything against this person's approval that can be told before the values are looked at."""
    found = closed_refusals(state)
    if any(each.by == by for each in state.approvals):
        found.append(SamePersonTwice(step=Action.APPROVE_LAW.value))
    if state.in_force_from is not None and not found:
        found += first_day_refusals(state.in_force_from, on=on)
    return found


def closed_refusals(state: Draft) -> list[Refusal]:
    """Whether the draft still waits."""
    return [] if state.is_open else [DraftClosed()]


def first_day_refusals(first: date, *, on: date) -> list[Refusal]:
    """No version is in force before the day on which it was approved: the past stays as it was."""
    return [FirstDayPassed(first=first)] if first < on else []


def _unseen(acknowledged: Sequence[str], unsure: Sequence[str]) -> list[Refusal]:
    missing = sorted(set(unsure) - set(acknowledged))
    strange = sorted(set(acknowledged) - set(unsure))
    return [
        *([UnsureNotAcknowledged(unsure=missing)] if missing else []),
        *([NotUnsure(unsure=strange)] if strange else []),
    ]
