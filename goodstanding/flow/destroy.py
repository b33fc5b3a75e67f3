"""Contents are destroyed: proposed by one officer, approved by another, gone with that approval."""

from collections.abc import Iterator
from contextlib import contextmanager

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of, new_id
from goodstanding.flow.needed import around, needed
from goodstanding.register import removing
from goodstanding.register.reading import contents_of
from goodstanding.removals import queries as removals
from goodstanding.rules.removal import steps
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Record, Removal
from goodstanding.rules.working_set import WorkingSet


def propose_removal(
    call: Call,
    *,
    target: str,
    basis: str,
    reasons: str,
    cited: str = "",
    document: str = "",
) -> str:
    """Propose that everything written down about a record or a designation be destroyed.

    Its acts stay with their effects. Returns the id of the proposal, which another officer of the
    department approves. ``basis``: retention-over, court-order or statute; ``cited``: instrument and
    article, or the court; ``document``: number of a court's order. Raises `Refused`.
    """
    with bench_of(call, target) as held:
        found = _target(held.set(target), target)
        policy.require(
            call.actor,
            Action.PROPOSE_REMOVAL,
            department=found.department,
            organisation=found.organisation,
            matter=target,
        )
        wanted = steps.Wanted(
            id=new_id("x"),
            target=found,
            basis=basis,
            cited=cited,
            document=document,
            reasons=reasons,
        )
        hanging = around(found, on=call.on)
        ids = [each.id for each in removals.waiting(target=target)]
        acts = steps.propose(
            wanted,
            positions=contents_of(hanging.own),
            needed=needed(found, hanging, on=call.on),
            waiting=[held.one(Removal, each) for each in ids],
            law=held.law,
            on=call.on,
        )
        held.append(acts)
    return wanted.id


def approve_removal(call: Call, *, removal: str) -> int:
    """Approve it: the contents and their salts are gone with this step; returns of how many acts.

    By another person than proposed it. Raises `Refused`, also where the removal journal cannot be
    written; nothing is then destroyed.
    """
    with _held(call, removal, Action.APPROVE_REMOVAL) as (held, found):
        target = _target(held.set(found.target), found.target)
        hanging = around(target, on=call.on)
        acts = steps.approve(
            found,
            target,
            positions=contents_of(hanging.own),
            needed=needed(target, hanging, on=call.on),
            law=held.law,
            on=call.on,
        )
        (act,) = held.append(acts)
        removing.remove(act)
    return len(found.positions)


def drop_removal(call: Call, *, removal: str, reasons: str) -> None:
    """Drop the proposal, with reasons; the contents stay. Raises `Refused`."""
    with _held(call, removal, Action.DROP_REMOVAL) as (held, found):
        held.append(steps.drop(found, reasons=reasons, on=call.on))


@contextmanager
def _held(call: Call, removal: str, action: Action) -> Iterator[tuple[Bench, Removal]]:
    with bench_of(call, removal) as held:
        found = held.one(Removal, removal)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            first=found.proposed_by,
            matter=removal,
        )
        yield held, found


def _target(work: WorkingSet, target: str) -> Record | Designation:
    return work.find(Record, target) or work.one(Designation, target)
