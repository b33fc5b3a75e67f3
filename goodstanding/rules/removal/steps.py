"""Propose, approve, drop: which act, or everything that stands against it.

Nothing is destroyed that still stands or that an open duty needs; the basis is named and cited.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.removal import ContentRemoved, RemovalDropped, RemovalProposed
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.removal import refusals as no
from goodstanding.rules.removal.ended import RULE, ended_on, kept_until
from goodstanding.rules.removal.state import Removal
from goodstanding.rules.states import Designation, Record


class Basis(StrEnum):
    """Under what contents may be destroyed."""

    RETENTION_OVER = "retention-over"
    COURT_ORDER = "court-order"
    STATUTE = "statute"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be destroyed and why; ``cited`` may be left empty for the rulebook's own term."""

    id: str
    target: Record | Designation
    basis: str
    cited: str
    document: str
    reasons: str


class Needed(msgspec.Struct, frozen=True, kw_only=True):
    """Who still needs the contents: nothing may be in it.

    ``disputes``: ids of objections and repairs not decided; ``cases``: of designations not over
    that rest on it; ``duties``: kinds of open duties; ``recalls`` and ``reopenings``: how many.
    """

    disputes: Sequence[str] = ()
    cases: Sequence[str] = ()
    duties: Sequence[str] = ()
    recalls: int = 0
    reopenings: int = 0


def propose(
    wanted: Wanted,
    *,
    positions: Sequence[int],
    needed: Needed,
    waiting: Sequence[Removal],
    law: Law,
    on: date,
) -> list[Decided]:
    """Put the contents of these acts forward for destruction.

    Args:
        positions: of every act about it that still has content.
        waiting: proposals about it that still wait.
    """
    found = [
        *basis_refusals(wanted),
        *obstacles(wanted.target, wanted.basis, needed=needed, law=law, on=on),
        *([no.RemovalWaits(removal=waiting[0].id)] if waiting else []),
        *([] if positions else [no.NoContentLeft()]),
    ]
    require_none(found)
    effect = RemovalProposed(
        target=wanted.target.id,
        target_kind=kind_of(wanted.target),
        department=wanted.target.department,
        basis=wanted.basis,
        cited=wanted.cited.strip() or RULE,
        document=wanted.document.strip(),
        positions=tuple(sorted(positions)),
    )
    content = {"reasons": wanted.reasons.strip()}
    organisation = wanted.target.organisation
    return [
        Decided(
            stream=organisation,
            aggregate=wanted.id,
            effective_on=on,
            effect=effect,
            content=content,
        )
    ]


def approve(
    state: Removal,
    target: Record | Designation,
    *,
    positions: Sequence[int],
    needed: Needed,
    law: Law,
    on: date,
) -> list[Decided]:
    """The second person's approval: with this act the contents go. Arguments as for `propose`."""
    require_none(
        closed(state)
        or [
            *obstacles(target, state.basis, needed=needed, law=law, on=on),
            *([] if tuple(sorted(positions)) == state.positions else [no.ContentsChanged()]),
        ]
    )
    effect = ContentRemoved(
        target=state.target,
        target_kind=state.target_kind,
        department=state.department,
        basis=state.basis,
        cited=state.cited,
        document=state.document,
        positions=state.positions,
        proposed_by=state.proposed_by,
    )
    return [Decided(stream=state.organisation, aggregate=state.id, effective_on=on, effect=effect)]


def drop(state: Removal, *, reasons: str, on: date) -> list[Decided]:
    """The contents stay."""
    require_none([*closed(state), *_reasons(reasons)])
    return [
        Decided(
            stream=state.organisation,
            aggregate=state.id,
            effective_on=on,
            effect=RemovalDropped(),
            content={"reasons": reasons.strip()},
        )
    ]


def closed(state: Removal) -> list[Refusal]:
    """Whether the proposal still waits."""
    return [] if state.is_open else [no.RemovalClosed()]


def obstacles(
    target: Record | Designation, basis: str, *, needed: Needed, law: Law, on: date
) -> list[Refusal]:
    """Everything for which the contents are still needed on a day."""
    ended = ended_on(target, on=on)
    found: list[Refusal] = [] if ended else [no.StillStanding()]
    if ended and basis == Basis.RETENTION_OVER:
        found += _retention(ended, law, on)
    if needed.disputes:
        found.append(no.StillDisputed(open=sorted(needed.disputes)))
    if needed.cases:
        found.append(no.StillRestedOn(cases=sorted(needed.cases)))
    if needed.duties:
        found.append(no.DutiesOpen(duties=sorted(set(needed.duties))))
    if needed.recalls:
        found.append(no.RecallsOpen(count=needed.recalls))
    if needed.reopenings:
        found.append(no.ReopeningsOpen(count=needed.reopenings))
    return found


def basis_refusals(wanted: Wanted) -> list[Refusal]:
    """Whether the basis is one of the three and cited as it must be, and reasons are given."""
    found: list[Refusal] = []
    if wanted.basis not in set(Basis):
        found.append(
            no.RemovalBasisUnknown(basis=wanted.basis, bases=[each.value for each in Basis])
        )
    elif wanted.basis != Basis.RETENTION_OVER and not wanted.cited.strip():
        found.append(no.RemovalCitationMissing())
    if wanted.basis == Basis.COURT_ORDER and not wanted.document.strip():
        found.append(no.RemovalOrderMissing())
    return [*found, *_reasons(wanted.reasons)]


def kind_of(target: Record | Designation) -> str:
    """The word for what the contents are of."""
    return "record" if isinstance(target, Record) else "designation"


def _retention(ended: date, law: Law, on: date) -> list[Refusal]:
    until = kept_until(ended, law=law)
    if until is None:
        return [no.RetentionUnknown()]
    return [no.RetentionRuns(until=until)] if until >= on else []


def _reasons(text: str) -> list[Refusal]:
    return [] if text.strip() else [no.RemovalReasonsMissing()]
