"""A recipient says that what was recalled is no longer used there; and by when it is to say so."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from goodstanding.disclosure import queries as disclosure
from goodstanding.disclosure.ledger import acknowledge
from goodstanding.disclosure.queries import Recall
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.register.reading import acts_at
from goodstanding.rules.acts.values import Deadline
from goodstanding.rules.errors import NotFound, Refusal, refuse, require_none
from goodstanding.rules.law import Law
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import asked

#: The parameter of the catalogue that says how long; a rulebook that names none gives the time in
#: which a measure is lifted: what must not be applied any more must not be relied on any longer.
RULES = ("recall", "lift")


class RecallUnknown(NotFound):
    """There is no recall {recall} addressed to you."""


class NoRecallChosen(Refusal):
    """Choose at least one recall."""


def acknowledge_recall(call: Call, *, recall: str) -> Recall:
    """Acknowledge one recall told to the caller's department or client; twice is once."""
    recipient = call.actor.recipient
    policy.require(call.actor, Action.ACKNOWLEDGE_RECALL, recipient=recipient)
    found = disclosure.recall(recipient=recipient, id=recall)
    if found is None:
        refuse(RecallUnknown(recall=recall))
    _close(call, found)
    return disclosure.recall(recipient=recipient, id=recall) or found


def acknowledge_recalls(call: Call, *, recalls: Sequence[str]) -> list[Recall]:
    """Acknowledge several recalls told to the caller at once: all of them, or none and why."""
    recipient = call.actor.recipient
    policy.require(call.actor, Action.ACKNOWLEDGE_RECALL, recipient=recipient)
    require_none([] if recalls else [NoRecallChosen()])
    told = {each.id: each for each in disclosure.recalls(recipient=recipient)}
    require_none([RecallUnknown(recall=each) for each in recalls if each not in told])
    with transaction.atomic(using="default"):
        for each in dict.fromkeys(recalls):
            _close(call, told[each])
    now = {each.id: each for each in disclosure.recalls(recipient=recipient)}
    return [now[each] for each in dict.fromkeys(recalls)]


def due(recalls: Iterable[Recall], law: Law) -> dict[int, Deadline]:
    """By when recalls are to be acknowledged, by the position of what fell.

    Counted from the day the act was recorded on; who was told of a version is recalled that day.
    """
    rule = next(each for each in RULES if each in law.rulebook.parameters)
    acts = acts_at({each.position for each in recalls})
    return {
        position: law.deadline(rule, start=act.header.effective_on)
        for position, act in acts.items()
    }


def overdue(recalls: Iterable[Recall], law: Law, *, today: date) -> int:
    """How many open recalls are past the day by which they were to be acknowledged."""
    waiting = [r for r in recalls if r.acknowledged_at is None and asked(r.recipient)]
    days = due(waiting, law)
    late = [days[each.position].due for each in waiting if each.position in days]
    return sum(day is not None and day < today for day in late)


def _close(call: Call, found: Recall) -> None:
    acknowledge(
        recipient=call.actor.recipient,
        record=found.record,
        version=found.version,
        kind=found.kind,
        occurrence=found.occurrence,
        by=call.actor.id,
        at=call.at,
    )
