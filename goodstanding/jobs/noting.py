"""How a batch went: what was sent, what failed, what was of no use; kept at once, and counted."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from goodstanding.outbox import queue
from goodstanding.outbox.models import Message
from goodstanding.rules.telling.ways import next_try

NOWHERE = Message.Closed.NOWHERE.value
Key = TypeVar("Key", bound=Hashable)


class Noting:
    """The counts of one run; whatever is noted here stands in the queue already."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.sent = self.failed = self.closed = 0

    def went(self, messages: Sequence[Message]) -> None:
        """These went out."""
        queue.sent(messages, at=self.at)
        self.sent += len(messages)

    def did_not(self, messages: Sequence[Message], error: str) -> None:
        """These did not, and why."""
        queue.failed(messages, at=self.at, error=error)
        self.failed += len(messages)

    def put_off(self, messages: Sequence[Message], *, behind: Message | None) -> None:
        """These were not tried: they wait until the one that failed has its turn again.

        Where none failed and only the time was over, their turn is at once.
        """
        later = behind and (next_try(self.at, tries=behind.tries) or next_try(self.at, tries=1))
        queue.put_off(messages, until=later or self.at)

    def no_use(self, messages: Sequence[Message], why: Mapping[int, str]) -> None:
        """Those of the messages that are named are not sent any more, each for its reason."""
        for reason in set(why.values()):
            queue.close([each for each in messages if why.get(each.id) == reason], why=reason)
        self.closed += len(why)

    def nowhere(self, messages: Sequence[Message]) -> None:
        """There is no address for these any more."""
        self.no_use(messages, {each.id: NOWHERE for each in messages})


def grouped(found: Iterable[tuple[Key, Message]]) -> dict[Key, list[Message]]:
    """Messages by a key, in their order."""
    groups: dict[Key, list[Message]] = defaultdict(list)
    for key, each in found:
        groups[key].append(each)
    return groups
