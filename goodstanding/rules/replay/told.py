"""What one organisation was known to be at each position of its acts."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.evolve import evolve, fold
from goodstanding.rules.replay.flip import Asked
from goodstanding.rules.states import State

States = Mapping[str, State]


class History(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The acts of one organisation, the checks about it in order of position, and others' acts."""

    code: str
    acts: Sequence[Act]
    asked: Iterable[Asked]
    others: Callable[[str], Sequence[Act]]


class Known:
    """The states of a history as they were at rising positions; of another code at any."""

    def __init__(self, history: History) -> None:
        self._history, self._done = history, 0
        self.states: dict[str, State] = {}

    def at(self, position: int) -> int:
        """Go on to a position; returns how many acts are known by then."""
        acts = self._history.acts
        while self._done < len(acts) and acts[self._done].header.position <= position:
            act = acts[self._done]
            id = act.header.aggregate
            self.states[id] = evolve(self.states.get(id), act)
            self._done += 1
        return self._done

    def of(self, code: str, position: int) -> States:
        """The states under a code at a position."""
        if code == self._history.code:
            return self.states
        return fold(x for x in self._history.others(code) if x.header.position <= position)
