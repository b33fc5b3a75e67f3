"""What waits for a reader: tasks, recalls, checks to look at again; and the receipts they hold."""

from django.db.models import QuerySet

from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.queries import Recall
from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries.models import Receipt
from goodstanding.flow import policy, reopen
from goodstanding.flow.bench import Call
from goodstanding.flow.reopen import Reopening
from goodstanding.measures import queries as measures
from goodstanding.measures.models import Task
from goodstanding.removals import queries as removals
from goodstanding.removals.models import Removal
from goodstanding.rules.actors import Actor
from goodstanding.rules.errors import NotFound, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action


class ReceiptUnknown(NotFound):
    """There is no receipt {receipt}."""


def read_tasks(call: Call, *, department: str | None, open_only: bool = True) -> QuerySet[Task]:
    """The tasks of a department, soonest due first; of all only for who oversees all."""
    wanted = department
    if wanted is None and not allowed(call.actor, Action.READ_TASKS):
        wanted = call.actor.department
    policy.require(call.actor, Action.READ_TASKS, department=wanted)
    return measures.tasks(on=call.on, department=wanted, open_only=open_only)


def read_removals(call: Call, *, department: str | None) -> QuerySet[Removal]:
    """The destructions of a department, those that wait first; of all only for oversight."""
    wanted = department
    if wanted is None and not allowed(call.actor, Action.READ_REMOVALS):
        wanted = call.actor.department
    policy.require(call.actor, Action.READ_REMOVALS, department=wanted)
    return removals.removals(department=wanted)


def read_recalls(call: Call, *, recipient: str | None, open_only: bool = True) -> list[Recall]:
    """The recalls of a recipient, oldest first; of all only for who oversees all."""
    wanted = _recipient(call.actor, Action.READ_RECALLS, recipient)
    policy.require(call.actor, Action.READ_RECALLS, recipient=wanted)
    found = disclosure.open_recalls if open_only else disclosure.recalls
    return found(recipient=wanted)


def read_reopenings(call: Call, *, recipient: str | None) -> list[Reopening]:
    """The checks of a recipient to look at again; of all only for who oversees all."""
    wanted = _recipient(call.actor, Action.READ_REOPENINGS, recipient)
    policy.require(call.actor, Action.READ_REOPENINGS, recipient=wanted)
    return reopen.reopenings(today=call.on, recipient=wanted)


def read_receipt(call: Call, *, receipt: str) -> Receipt:
    """The receipt of a check, for who was told, the organisation itself, and oversight."""
    found = enquiries.receipt(id=receipt)
    if found is None:
        policy.require(call.actor, Action.READ_RECEIPT, recipient=call.actor.recipient)
        refuse(ReceiptUnknown(receipt=receipt))
    policy.require(
        call.actor,
        Action.READ_RECEIPT,
        recipient=found.recipient,
        organisation=found.organisation,
    )
    return found


def _recipient(actor: Actor, action: Action, named: str | None) -> str | None:
    """The one named, else oneself; nobody in particular for who may see all."""
    if named is not None or allowed(actor, action):
        return named
    return actor.recipient
