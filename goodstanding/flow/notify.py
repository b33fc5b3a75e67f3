"""The organisation is told, and heard: notice, statement, hearing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.designation import hear
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation


@contextmanager
def _case(call: Call, case: str, action: Action) -> Iterator[tuple[Bench, Designation]]:
    with bench_of(call, case) as held:
        found = held.one(Designation, case)
        policy.require(
            call.actor,
            action,
            department=found.department,
            organisation=found.organisation,
            matter=case,
        )
        yield held, found


def _day(call: Call, entered: date | None) -> date:
    """What an organisation does itself it does today; only an officer enters what came before."""
    return entered if entered and call.actor.department else call.on


def serve_notice(
    call: Call,
    *,
    case: str,
    served_on: date,
    method: str,
    proof: str,
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> None:
    """Enter that the notice was served, how, and by which proof; the windows open.

    ``witness``: by role, where it was left; ``consent``: to electronic service; ``through``: the
    authority entrusted.
    """
    with _case(call, case, Action.SERVE_NOTICE) as (held, found):
        acts = hear.serve_notice(
            found,
            served_on=served_on,
            method=method,
            proof=proof,
            law=held.law,
            on=call.on,
            witness=witness,
            consent=consent,
            through=through,
        )
        held.append(acts)


def receive_statement(call: Call, *, case: str, text: str, received_on: date | None = None) -> None:
    """Take in what the organisation says; at the counter or by its representative."""
    with _case(call, case, Action.RECORD_STATEMENT) as (held, found):
        day = _day(call, received_on)
        held.append(hear.receive_statement(found, text=text, received_on=day, on=call.on))


def waive_statement(
    call: Call, *, case: str, proof: str, waived_on: date | None = None, hearing: bool = False
) -> None:
    """Take in that the organisation gives up its statement in writing, and with it its hearing."""
    with _case(call, case, Action.RECORD_STATEMENT) as (held, found):
        day = _day(call, waived_on)
        acts = hear.waive_statement(found, waived_on=day, proof=proof, on=call.on, hearing=hearing)
        held.append(acts)


def request_hearing(call: Call, *, case: str, requested_on: date | None = None) -> None:
    """Take in that the organisation asks for a hearing."""
    with _case(call, case, Action.REQUEST_HEARING) as (held, found):
        day = _day(call, requested_on)
        held.append(hear.request_hearing(found, requested_on=day, law=held.law, on=call.on))


def hold_hearing(call: Call, *, case: str, proof: str, held_on: date | None = None) -> None:
    """Enter that the hearing was held, and its minutes."""
    with _case(call, case, Action.HOLD_HEARING) as (held, found):
        day = held_on or call.on
        held.append(hear.hold_hearing(found, held_on=day, proof=proof, on=call.on))
