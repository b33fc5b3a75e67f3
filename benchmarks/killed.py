"""A record a thousand were told of, taken back by a process that is killed, many times over."""

import time
from pathlib import Path
from typing import Any

from goodstanding.database import scratch, server
from tests.invariants import killing


def run(data: Path, database: scratch.Scratch, times: int = 200) -> dict[str, Any]:
    """How often nothing had changed and how often everything; anything else is an error.

    ``data``: of the durable server that ``database`` is on.
    """
    running = server.ensure(data, settings=server.DURABLE)
    try:
        record = killing.prepare()
        began = time.perf_counter()
        found = killing.kill(running, database.name, record, times=times, seed=449800)
    finally:
        running.release()
    return {
        "times": times,
        "recipients": killing.RECIPIENTS,
        "nothing": found.nothing,
        "everything": found.everything,
        "seconds": time.perf_counter() - began,
    }
