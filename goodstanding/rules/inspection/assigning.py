"""Who inspects: two people at least, some of every department inspecting, none in conflict."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heapify, heappop, heappush

from goodstanding.rules.errors import refuse
from goodstanding.rules.inspection.frame import Frame
from goodstanding.rules.inspection.hashing import hashed
from goodstanding.rules.inspection.refusals import NoInspectorLeft

TWO = 2
Turn = tuple[int, str, str]
"""How many visits somebody has, chance among equals, and who."""


class Rota:
    """Inspectors in turn: whoever has fewest visits is next; among equals chance decides."""

    def __init__(self, seed: str, frame: Frame) -> None:
        self._seed, self._per_day = seed, frame.per_day
        self._department = {item.id: item.department for item in frame.items}
        self._conflicts = {(each.ticket, each.inspector) for each in frame.conflicts}
        self._busy: Counter[tuple[date, str]] = Counter()
        self._queues: dict[str, list[Turn]] = {}
        for each in frame.inspectors:
            queue = self._queues.setdefault(each.department, [])
            queue.append(self._turn(each.id, 0))
        for queue in self._queues.values():
            heapify(queue)

    def assigned(self, ticket: str, day: date, items: Iterable[str]) -> tuple[str, ...]:
        """Two of a single department, one of each of several; refuses `NoInspectorLeft`."""
        departments = sorted({self._department[item] for item in items})
        each = TWO if len(departments) == 1 else 1
        found = (self._of(department, ticket, day, each) for department in departments)
        return tuple(sorted(inspector for chosen in found for inspector in chosen))

    def _of(self, department: str, ticket: str, day: date, wanted: int) -> list[str]:
        queue = self._queues.get(department, [])
        passed: list[Turn] = []
        found: list[str] = []
        for turn in self._in_turn(queue):
            visits, _, inspector = turn
            if not self._free(inspector, ticket, day):
                passed.append(turn)
                continue
            found.append(inspector)
            self._busy[day, inspector] += 1
            passed.append(self._turn(inspector, visits + 1))
            if len(found) == wanted:
                break
        for turn in passed:
            heappush(queue, turn)
        if len(found) < wanted:
            refuse(NoInspectorLeft(department=department, day=day))
        return found

    def _in_turn(self, queue: list[Turn]) -> Iterator[Turn]:
        while queue:
            yield heappop(queue)

    def _free(self, inspector: str, ticket: str, day: date) -> bool:
        in_conflict = (ticket, inspector) in self._conflicts
        return not in_conflict and self._busy[day, inspector] < self._per_day

    def _turn(self, inspector: str, visits: int) -> Turn:
        return visits, hashed("turn", self._seed, inspector, visits), inspector
