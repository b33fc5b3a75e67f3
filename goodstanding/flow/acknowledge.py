"""A recipient says that what was recalled is no longer used there."""

from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.ledger import acknowledge
from goodstanding.disclosure.queries import Recall
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.rights import Action


class RecallUnknown(NotFound):
    """There is no recall {recall} addressed to you."""


def acknowledge_recall(call: Call, *, recall: str) -> Recall:
    """Acknowledge one recall told to the caller's department or client; twice is once."""
    recipient = call.actor.recipient
    policy.require(call.actor, Action.ACKNOWLEDGE_RECALL, recipient=recipient)
    found = disclosure.recall(recipient=recipient, id=recall)
    if found is None:
        refuse(RecallUnknown(recall=recall))
    acknowledge(
        recipient=recipient,
        record=found.record,
        version=found.version,
        kind=found.kind,
        by=call.actor.id,
        at=call.at,
    )
    return disclosure.recall(recipient=recipient, id=recall) or found
