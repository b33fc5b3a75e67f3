"""Many plots at once, each step at its moment: the register never goes back in time."""

from collections.abc import Callable, Generator, Iterable
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from typing import Any

#: A plot says when it goes on, and is told the moment when it does.
Plot = Generator[datetime, datetime, Any]
MINUTE = timedelta(minutes=1)


def perform(plots: Iterable[Plot], *, until: datetime, progress: Callable[[int, int], None]) -> int:
    """Play every plot in the order of all their moments; what would come later does not happen.

    ``progress`` is told how many plots are over, and how many there are. Returns the steps played.
    """
    waiting = [(next(plot), number, plot) for number, plot in enumerate(plots)]
    heapify(waiting)
    steps, total = 0, len(waiting)
    while waiting:
        moment, number, plot = heappop(waiting)
        if moment > until:
            plot.close()
            continue
        steps += 1
        try:
            heappush(waiting, (max(plot.send(moment), moment + MINUTE), number, plot))
        except StopIteration:
            progress(total - len(waiting), total)
    return steps
