"""What a piece of work takes: seconds, and CPU in each process, which others change far less."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import psutil
from django.db import connections


@dataclass
class Spent:
    """Seconds: by the clock; of CPU of this process, of children that are over, of PostgreSQL.

    ``backend``: the server's process for the connection; ``beside``: the server's others (WAL
    writer, checkpointer …), as far as they were there from beginning to end.
    """

    wall: float = 0.0
    own: float = 0.0
    children: float = 0.0
    backend: float = 0.0
    beside: float = 0.0

    @property
    def cpu(self) -> float:
        """All of it."""
        return self.own + self.children + self.backend + self.beside


@contextmanager
def spending(alias: str = "default") -> Iterator[Spent]:
    """What is spent in this block, with the server's process for one of Django's connections."""
    connections[alias].ensure_connection()
    backend = psutil.Process(connections[alias].connection.info.backend_pid)
    others = [each for each in backend.parent().children() if each.pid != backend.pid]
    spent = Spent()
    before = _now(backend, others)
    yield spent
    after = _now(backend, others)
    spent.wall, spent.own, spent.children, spent.backend = (
        end - start for start, end in zip(before[0], after[0], strict=True)
    )
    spent.beside = sum(end - before[1][pid] for pid, end in after[1].items())


def _now(
    backend: psutil.Process, others: list[psutil.Process]
) -> tuple[tuple[float, float, float, float], dict[int, float]]:
    over = resource.getrusage(resource.RUSAGE_CHILDREN)
    mine = time.perf_counter(), time.process_time(), over.ru_utime + over.ru_stime, _cpu(backend)
    beside = {}
    for each in others:
        with suppress(psutil.NoSuchProcess):
            beside[each.pid] = _cpu(each)
    return mine, beside


def _cpu(process: psutil.Process) -> float:
    return float(sum(process.cpu_times()[:2]))
