"""An organisation promises something, shows its promise or not, and may take it back in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.commitments.queries import broken
from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench, bench_of, new_id
from goodstanding.rules.commitment import publicity
from goodstanding.rules.commitment.find import four_eyes
from goodstanding.rules.commitment.make import Promise, Standard, make
from goodstanding.rules.commitment.state import Commitment
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Organisation


def make_promise(
    call: Call,
    *,
    organisation: str,
    template: str,
    department: str,
    due_on: date,
    read: str,
    consent: bool = False,
    matter: str = "",
    standard: Standard | None = None,
) -> str:
    """Promise something by a text of the catalogue; returns the promise's id.

    ``read``: the digest of the text that was read and confirmed; ``consent``: to its publicity, given
    by a representative alone.
    """
    policy.require(
        call.actor,
        Action.MAKE_COMMITMENT,
        department=department,
        organisation=organisation,
        matter=organisation,
    )
    if consent:
        policy.require(
            call.actor, Action.SHOW_COMMITMENT, organisation=organisation, matter=organisation
        )
    with bench(call, organisation) as held:
        against = broken(organisation=organisation)
        work = held.set(organisation, *against)
        promise = Promise(
            id=new_id("y"),
            organisation=work.one(Organisation, organisation),
            template=template,
            department=department,
            due_on=due_on,
            consent=consent,
            read=read,
            matter=matter,
            standard=standard or Standard(),
        )
        held.append(
            make(
                promise,
                earlier=work.all(Commitment),
                broken=work.records(against),
                law=held.law,
                on=call.on,
            )
        )
    return promise.id


def show_promise(call: Call, *, promise: str) -> None:
    """Agree that the promise is public."""
    with held_promise(call, promise, Action.SHOW_COMMITMENT) as (held, found):
        held.append(publicity.show(found, on=call.on))


def hide_promise(call: Call, *, promise: str) -> None:
    """Take that back: nothing shows the promise from this act on."""
    with held_promise(call, promise, Action.SHOW_COMMITMENT) as (held, found):
        held.append(publicity.hide(found, on=call.on))


def withdraw_promise(call: Call, *, promise: str) -> None:
    """Take the promise back before its due day; nothing is held against the organisation."""
    with held_promise(call, promise, Action.WITHDRAW_COMMITMENT) as (held, found):
        held.append(publicity.withdraw(found, on=call.on))


@contextmanager
def held_promise(call: Call, promise: str, action: Action) -> Iterator[tuple[Bench, Commitment]]:
    """The organisation held, and its promise, by somebody who may take the step.

    Four eyes: who gave the notice neither finds the promise broken nor carries out what follows; who
    made a finding does not take it back.
    """
    with bench_of(call, promise) as held:
        found = held.one(Commitment, promise)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            first=four_eyes(found, action),
            matter=promise,
        )
        yield held, found
