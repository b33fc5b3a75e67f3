"""Somebody says that a promise was not kept: counted, forwarded to the department, nothing else."""

from django.db import transaction

from goodstanding.commitments import claims
from goodstanding.commitments.queries import promise as promise_of
from goodstanding.commitments.queries import public
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.rules.commitment.claims import refusals
from goodstanding.rules.errors import NotFound, refuse, require_none
from goodstanding.rules.rights import Action


class PromiseNotPublic(NotFound):
    """There is no public promise at this address. It may have been taken back, or hidden since."""


def claim(call: Call, *, promise: str, kind: str, noticed: str) -> None:
    """Count that a public promise was not kept. Nobody is named, and nothing else is kept."""
    policy.require(call.actor, Action.READ_PUBLIC)
    found = public(on=call.on).filter(id=promise).first()
    if found is None:
        refuse(PromiseNotPublic())
    with transaction.atomic():
        today = claims.today(promise=promise, on=call.on)
        require_none(refusals(kind, noticed, today=today))
        claims.add(
            promise=promise,
            department=found.department,
            kind=kind,
            noticed=noticed,
            on=call.on,
        )


def note_claims_seen(call: Call, *, promise: str) -> None:
    """The department looked at the claims about a promise; it verifies it or not, as it finds."""
    found = promise_of(id=promise)
    if found is None:
        refuse(PromiseNotPublic())
    policy.require(call.actor, Action.READ_CLAIMS, department=found.department)
    claims.note_seen(promise=promise, on=call.on)
