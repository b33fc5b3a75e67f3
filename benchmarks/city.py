"""Registers to measure on: durable, as production is, and the invented city in one of them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from goodstanding import wallclock
from goodstanding.cli.demo import making
from goodstanding.cli.migrate import migrate
from goodstanding.database import scratch, server
from goodstanding.database.discard import discard

Another = Callable[[], AbstractContextManager[scratch.Scratch]]


@contextmanager
def registers(data: Path) -> Iterator[Another]:
    """Call it for another empty register on one durable server; all is gone afterwards."""
    running = server.ensure(data, settings=server.DURABLE)
    try:
        source = scratch.template(running, migrate)
        yield lambda: scratch.on_a_copy(running, source)
    finally:
        running.release()
        discard(data)


def make() -> None:
    """The invented city as it is today."""
    making.make(today=wallclock.today(), progress=lambda done, total: None)
