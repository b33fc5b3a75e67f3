"""What was told to whom, and sending again what was given up."""

from django.db.models import QuerySet

from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.outbox import queries, queue
from goodstanding.outbox.models import Message
from goodstanding.rules.errors import Conflict, NotFound, refuse
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import Sort, sort_of


class MessageUnknown(NotFound):
    """There is no message {message} of yours."""


class MessageNotGivenUp(Conflict):
    """This message was not given up: it was sent, is no longer needed, or is still being tried."""


def read_messages(call: Call, *, addressee: str | None) -> QuerySet[Message]:
    """The messages to an addressee, latest first; of all only for who oversees all."""
    wanted = addressee
    if wanted is None and not allowed(call.actor, Action.READ_MESSAGES):
        wanted = call.actor.recipient
    _require(call, Action.READ_MESSAGES, wanted)
    return queries.messages(addressees=None if wanted is None else [wanted])


def send_again(call: Call, *, message: int) -> Message:
    """A message that was given up is tried again from the beginning, with the next run."""
    found = queries.message(id=message)
    if found is None:
        _require(call, Action.SEND_AGAIN, call.actor.recipient)
        refuse(MessageUnknown(message=message))
    _require(call, Action.SEND_AGAIN, found.addressee)
    if not queue.again([found], at=call.at):
        refuse(MessageNotGivenUp())
    return found


def _require(call: Call, action: Action, addressee: str | None) -> None:
    is_organisation = addressee is not None and sort_of(addressee) is Sort.ORGANISATION
    policy.require(
        call.actor,
        action,
        recipient=addressee,
        organisation=addressee if is_organisation else None,
    )
