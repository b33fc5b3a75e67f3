"""A load in a process of its own, which says for every part how long it held the head."""

import sys
import time
from pathlib import Path
from typing import Any

import django


def main(file: Path) -> None:
    """Load a file of penalties; print seconds from the lock on the head to the commit."""
    django.setup()
    # Read only now: these modules need Django's models.
    from goodstanding.cli.opening import call  # noqa: PLC0415
    from goodstanding.flow.load import load  # noqa: PLC0415
    from goodstanding.register import sequence  # noqa: PLC0415

    taken, lock_head = [0.0], sequence.lock_head

    def lock(cursor: Any) -> Any:
        found, taken[0] = lock_head(cursor), time.perf_counter()
        return found

    sequence.lock_head = lock
    department = "market-regulation"
    load(
        call(department),
        kind="penalty",
        department=department,
        source=file,
        progress=lambda row: print(time.perf_counter() - taken[0], flush=True),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
