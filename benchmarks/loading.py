"""A load in a process of its own, which says for every part how long it held the head.

While there is a file ``hold`` it stands between two parts, and has said so.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django


def main(file: Path, hold: Path) -> None:
    """Load a file of penalties; print for every part its last row, and the seconds from the lock on
    the head to the commit."""
    django.setup()
    # Read only now: these modules need Django's models.
    from goodstanding.cli.opening import call  # noqa: PLC0415
    from goodstanding.flow.load import load  # noqa: PLC0415
    from goodstanding.register import sequence  # noqa: PLC0415

    taken, lock_head = [0.0], sequence.lock_head

    def lock(cursor: Any) -> Any:
        found, taken[0] = lock_head(cursor), time.perf_counter()
        return found

    def progress(row: int) -> None:
        print(json.dumps([row, time.perf_counter() - taken[0]]), flush=True)
        if hold.exists():
            print("null", flush=True)
        while hold.exists():
            time.sleep(0.01)

    sequence.lock_head = lock
    department = "market-regulation"
    load(
        call(department),
        kind="penalty",
        department=department,
        source=file,
        progress=progress,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
