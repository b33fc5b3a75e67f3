"""“Not the same as”: stated, confirmed, taken back; each with every refusal at once."""

from collections.abc import Sequence
from datetime import date

from goodstanding.rules.acts import distinction as acts
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.distinct import Distinction
from goodstanding.rules.distinction.refusals import (
    DistinctFromItself,
    DistinctionConfirmedBefore,
    DistinctionReasonsMissing,
    DistinctionStated,
    DistinctionWithdrawnBefore,
    NamesNotAlike,
)
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.legal_person import Organisation
from goodstanding.rules.names.likeness import likeness
from goodstanding.rules.names.parts import parts_of


def pair(code: str, other: str) -> tuple[str, str]:
    """Both codes in their order: the first is the stream the statement stands in."""
    first, second = sorted((code, other))
    return first, second


def state_distinct(
    one: Organisation,
    other: Organisation,
    *,
    id: str,
    department: str,
    reasons: str,
    standing: Sequence[Distinction],
    on: date,
) -> list[Decided]:
    """One officer states that two organisations are not the same.

    Args:
        standing: the statements about the first of the pair that were not taken back.
        on: the legal day in Asia/Shanghai.
    """
    first, second = pair(one.id, other.id)
    found: list[Refusal] = []
    if one.id == other.id:
        found.append(DistinctFromItself())
    elif not names_alike(one, other):
        found.append(NamesNotAlike())
    if any(each.other == second for each in standing):
        found.append(DistinctionStated())
    require_none([*found, *_reasons(reasons)])
    effect = acts.DistinctionStated(other=second, department=department)
    return [_decided(first, id, on, effect, reasons)]


def confirm_distinct(state: Distinction, *, on: date) -> list[Decided]:
    """A second officer confirms it."""
    require_none(confirming(state))
    return [_decided(state.organisation, state.id, on, acts.DistinctionConfirmed())]


def withdraw_distinct(state: Distinction, *, reasons: str, on: date) -> list[Decided]:
    """It is taken back, confirmed or not, with reasons."""
    require_none([*withdrawing(state), *_reasons(reasons)])
    return [_decided(state.organisation, state.id, on, acts.DistinctionWithdrawn(), reasons)]


def confirming(state: Distinction) -> list[Refusal]:
    """Why there is nothing to confirm."""
    done = state.confirmed_on
    return [*withdrawing(state), *([DistinctionConfirmedBefore(day=done)] if done else [])]


def withdrawing(state: Distinction) -> list[Refusal]:
    """Why there is nothing to take back."""
    gone = state.withdrawn_on
    return [DistinctionWithdrawnBefore(day=gone)] if gone else []


def names_alike(one: Organisation, other: Organisation) -> bool:
    """Whether any name the one bears or bore is like any of the other's."""
    names = [parts_of(each.name) for each in other.names]
    return any(
        likeness(parts_of(each.name), held) or likeness(held, parts_of(each.name))
        for each in one.names
        for held in names
    )


def _reasons(text: str) -> list[Refusal]:
    return [] if text.strip() else [DistinctionReasonsMissing()]


def _decided(
    stream: str,
    id: str,
    on: date,
    effect: acts.DistinctionStated | acts.DistinctionConfirmed | acts.DistinctionWithdrawn,
    reasons: str = "",
) -> Decided:
    content = {"reasons": reasons.strip()} if reasons else {}
    return Decided(stream=stream, aggregate=id, effective_on=on, effect=effect, content=content)
