"""Checks by others while a file is loaded: how much slower, and for how long the head is held.

By turns in one run, so that what else the machine does meets both alike: the load goes on, or stands
between two parts, where it holds nothing. A bare view, which asks the database nothing, tells how
much slower anything is whose cores are busy.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import bulk, checks, serving
from benchmarks.load import Load
from goodstanding.cli.demo.names import organisations
from goodstanding.database.scratch import Scratch

ROWS = 400_000
#: The file is about so many; others are asked about, too. All have a record before.
IN_FILE, OTHERS = 4_000, 300
SEED = 50_000_000
TURNS = 2


class Loading:
    """A load in a process of its own that can be made to stand.

    ``held``: seconds each part held the head; ``row``, ``seconds``: how far it came in which time.
    """

    def __init__(self, process: "subprocess.Popen[str]", hold: Path) -> None:
        self._process, self._hold = process, hold
        self._since = time.perf_counter()
        self.held: list[float] = []
        self.row, self.seconds = 0, 0.0

    def stand(self) -> None:
        """Wait until it stands between two parts."""
        self._hold.touch()
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said = json.loads(line)
            if said is None:
                self.seconds += time.perf_counter() - self._since
                return
            self.row = said[0]
            self.held.append(said[1])
        raise RuntimeError("the load was over before the checks")

    def go_on(self) -> None:
        """Let it go on."""
        self._hold.unlink()
        self._since = time.perf_counter()


def run(database: Scratch, tokens: list[str]) -> dict[str, Any]:
    """Requests a second while a load stands and while it goes on, turn by turn, and their ratios."""
    about = [each.code for each in organisations(IN_FILE + OTHERS, seed=SEED)]
    asked = {
        "bare view": [serving.request("GET", "/floor/bare")],
        "checks of organisations in the file": _checks(about[:OTHERS], tokens),
        "checks of others": _checks(about[IN_FILE:], tokens),
    }
    alone: dict[str, list[Load]] = defaultdict(list)
    meanwhile: dict[str, list[Load]] = defaultdict(list)
    with serving.served(database), _loading(database) as loading:
        for _ in range(TURNS):
            for name, requests in asked.items():
                loading.stand()
                alone[name].append(serving.measured(cycle(requests)))
                loading.go_on()
                meanwhile[name].append(serving.measured(cycle(requests)))
        loading.stand()
    return {
        "asked": {name: _told(alone[name], meanwhile[name]) for name in asked},
        "rows": loading.row,
        "rows_per_second": loading.row / loading.seconds,
        "head_held_ms": {
            "median": median(loading.held) * 1000,
            "longest": max(loading.held) * 1000,
        },
    }


def _told(alone: list[Load], meanwhile: list[Load]) -> dict[str, Any]:
    pairs = zip(alone, meanwhile, strict=True)
    return {
        "alone": median(each.per_second for each in alone),
        "meanwhile": median(each.per_second for each in meanwhile),
        "p99_ms": [median(each.p99_ms for each in loads) for loads in (alone, meanwhile)],
        "slower": sorted(one.per_second / other.per_second for one, other in pairs),
    }


def _checks(codes: list[str], tokens: list[str]) -> list[bytes]:
    return [checks.asking(code, tokens[n % len(tokens)]) for n, code in enumerate(codes)]


@contextmanager
def _loading(database: Scratch) -> Iterator[Loading]:
    """Begun, and stopped half-way afterwards."""
    with tempfile.TemporaryDirectory() as name:
        file, hold = Path(name) / "penalties.csv", Path(name) / "hold"
        every = IN_FILE + OTHERS
        bulk.write(file, first=SEED, rows=every, whose=every, seed=SEED)
        bulk.take_in(file, every)
        bulk.write(file, first=SEED + every, rows=ROWS, whose=IN_FILE, seed=SEED)
        command = [sys.executable, "-m", "benchmarks.loading", str(file), str(hold)]
        environment = {**os.environ, **database.environment}
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True
        ) as process:
            try:
                yield Loading(process, hold)
            finally:
                process.terminate()
