"""Which designations does a revoked repair bring back? Those that nothing else keeps ended."""

from collections.abc import Collection, Iterable

from goodstanding.rules.designation.ending import would_end
from goodstanding.rules.repair.state import GRANTED, Repair
from goodstanding.rules.states import Designation, Objection, Record, Stage, State


def ended_by(repair: Repair, states: Iterable[State]) -> list[Designation]:
    """The designations that count again once this repair counts no more.

    A repair ended them, and no other one holds them ended; what they rest on stands, and no
    objection found them wrong meanwhile.

    Args:
        states: everything held about the organisation.
    """
    states = tuple(states)
    gone = _gone(repair, states)
    kept = _kept_ended(repair, states)
    return [
        case
        for case in states
        if isinstance(case, Designation)
        if repair.target in (case.id, *case.records) and _was_repaired(case)
        if case.id not in kept and not would_end(case, fallen=gone)
    ]


def _gone(repair: Repair, states: Collection[State]) -> frozenset[str]:
    """The records that carry nothing even so: taken back, or repaired otherwise."""
    records = [each for each in states if isinstance(each, Record) and not each.stands]
    return frozenset(r.id for r in records if r.withdrawn or r.id != repair.target)


def _was_repaired(case: Designation) -> bool:
    ending = case.span.ending if case.span else None
    return case.stage is Stage.ENDED and ending is not None and ending.cause == "repaired"


def _kept_ended(repair: Repair, states: Collection[State]) -> set[str]:
    """What another repair that holds is of, and what an objection found wrong."""
    repaired = [s for s in states if isinstance(s, Repair) and s.id != repair.id]
    held = {each.target for each in repaired if each.outcome == GRANTED and not each.revoked_on}
    objections = [each for each in states if isinstance(each, Objection)]
    return held | {each.target for each in objections if each.outcome == "withdrawn"}
