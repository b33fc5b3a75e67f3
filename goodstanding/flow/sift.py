"""Which queued messages are still of use: nobody is told to do what is done, or what is too late."""

from collections.abc import Sequence
from datetime import date

from goodstanding.clocks.models import Clock
from goodstanding.disclosure import queries as disclosure
from goodstanding.outbox.models import Message

_RECALLS = frozenset({"recall", "recall-reminder"})
_LIFTS = frozenset({"lift-soon", "lift-overdue"})
SETTLED, TOO_LATE = Message.Closed.SETTLED.value, Message.Closed.TOO_LATE.value


def of_no_use(messages: Sequence[Message], *, on: date) -> dict[int, str]:
    """The messages that are not sent any more, by number, each with why.

    A recall that was acknowledged and a lift that was reported are settled; what is of use up to a
    day is too late after it.
    """
    settled = _acknowledged(messages) | _lifted(messages)
    late = {each.id for each in messages if each.not_after and each.not_after < on}
    return dict.fromkeys(late, TOO_LATE) | dict.fromkeys(settled, SETTLED)


def _acknowledged(messages: Sequence[Message]) -> set[int]:
    told = [each for each in messages if each.kind in _RECALLS]
    if not told:
        return set()
    records = {each.subject.rsplit(".", 2)[0] for each in told}
    done = disclosure.acknowledged(recipients={each.addressee for each in told}, records=records)
    return {each.id for each in told if (each.addressee, each.subject) in done}


def _lifted(messages: Sequence[Message]) -> set[int]:
    told = {each.subject: each.id for each in messages if each.kind in _LIFTS}
    if not told:
        return set()
    done = Clock.objects.filter(kind="lift", subject__in=list(told), met_on__isnull=False)
    subjects = set(done.values_list("subject", flat=True))
    return {each.id for each in messages if each.kind in _LIFTS and each.subject in subjects}
