"""A bounded load over HTTP on this machine: a few connections, each asking after it was answered."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

CONNECTIONS = 8


class Load(NamedTuple):
    """What came back: answers a second, and how long they took in milliseconds."""

    per_second: float
    p50_ms: float
    p99_ms: float
    statuses: dict[str, int]


class _Asking(asyncio.Protocol):
    """One connection: a request, its whole answer, the next request, until the time is over."""

    def __init__(self, requests: Iterator[bytes], until: float, over: asyncio.Future[None]) -> None:
        self.requests, self.until, self.over = requests, until, over
        self.took: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.buffer, self.wanted = b"", -1

    def connection_made(self, transport: Any) -> None:
        """Begin."""
        self.transport = transport
        self._ask()

    def _ask(self) -> None:
        self.buffer, self.wanted, self.started = b"", -1, time.perf_counter()
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        """Count a whole answer; ask again or stop."""
        self.buffer += data
        if self.wanted < 0 and (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            self.wanted = end + 4 + _length(self.buffer[:end])
        if self.wanted < 0 or len(self.buffer) < self.wanted:
            return
        now = time.perf_counter()
        self.took.append(now - self.started)
        self.statuses[self.buffer[9:12].decode()] += 1
        if now < self.until:
            self._ask()
        else:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """The server closes after an answer, or the time is over."""
        if not self.over.done():
            self.over.set_result(None)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise ValueError("an answer without its length")


def measure(requests: Iterator[bytes], *, port: int, seconds: float) -> Load:
    """Ask for some seconds over `CONNECTIONS` connections to 127.0.0.1."""
    return asyncio.run(_measured(requests, port, seconds))


async def _measured(requests: Iterator[bytes], port: int, seconds: float) -> Load:
    loop, started = asyncio.get_running_loop(), time.perf_counter()
    askers = [
        _Asking(requests, started + seconds, loop.create_future()) for _ in range(CONNECTIONS)
    ]
    for asker in askers:
        await loop.create_connection(lambda asker=asker: asker, "127.0.0.1", port)
    await asyncio.gather(*(asker.over for asker in askers))
    passed = time.perf_counter() - started
    took = sorted(each for asker in askers for each in asker.took)
    statuses = sum((asker.statuses for asker in askers), Counter())
    return Load(
        per_second=len(took) / passed,
        p50_ms=took[len(took) // 2] * 1000,
        p99_ms=took[len(took) * 99 // 100] * 1000,
        statuses=dict(statuses),
    )
