"""Letters are served: the service, an attempt that failed, and the public notice that comes last."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.errors import refuse
from goodstanding.rules.rights import Action
from goodstanding.rules.service import serve
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.service.waiting import Matter
from goodstanding.rules.states import Designation, Objection, Repair
from goodstanding.rules.working_set import AggregateUnknown, WorkingSet


def serve_letter(
    call: Call,
    *,
    of: str,
    served_on: date,
    method: str,
    proof: str,
    letter: str = "",
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> None:
    """Enter that a decision or an outcome was served; reconsideration and court count from there.

    ``of``: the case, objection or repair; ``letter``: which of its letters, by default the one that
    waits. The notice of a case is served by `serve_notice`.
    """
    delivery = Delivery(
        served_on=served_on,
        method=method,
        proof=proof,
        witness=witness,
        consent=consent,
        through=through,
    )
    with _matter(call, of) as (held, found):
        held.append(serve.served(found, delivery, letter=letter, law=held.law, on=call.on))


def fail_service(
    call: Call,
    *,
    of: str,
    method: str,
    attempted_on: date,
    reason: str,
    proof: str,
    letter: str = "",
) -> None:
    """Enter that an attempt to serve a letter failed, and why; every attempt is kept."""
    with _matter(call, of) as (held, found):
        acts = serve.failed(
            found,
            method=method,
            attempted_on=attempted_on,
            reason=reason,
            proof=proof,
            letter=letter,
            on=call.on,
        )
        held.append(acts)


def announce_letter(
    call: Call, *, of: str, document: str, published_on: date, proof: str, letter: str = ""
) -> None:
    """Enter that a public notice was put up, after the other methods failed."""
    with _matter(call, of) as (held, found):
        acts = serve.announced(
            found,
            document=document,
            published_on=published_on,
            proof=proof,
            letter=letter,
            law=held.law,
            on=call.on,
        )
        held.append(acts)


@contextmanager
def _matter(call: Call, of: str) -> Iterator[tuple[Bench, Matter]]:
    """The organisation held, and what the letter is about, by somebody who may serve it."""
    with bench_of(call, of) as held:
        found = matter_of(held.set(of), of)
        policy.require(
            call.actor,
            Action.SERVE_LETTER,
            department=found.department,
            organisation=found.organisation,
            matter=of,
        )
        yield held, found


def matter_of(work: WorkingSet, of: str) -> Matter:
    """The case, objection or repair of that id; `AggregateUnknown` if there is none."""
    found = work.states.get(of)
    if isinstance(found, Designation | Objection | Repair):
        return found
    return refuse(AggregateUnknown(id=of))
