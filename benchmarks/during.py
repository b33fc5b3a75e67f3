"""Checks by others while a file is loaded: how much slower, and for how long the head is held."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import bulk, checks, serving
from goodstanding.database.scratch import Scratch

ROWS = 400_000
#: The file is about so many; others are asked about, too.
IN_FILE, OTHERS = 4_000, 300


def run(database: Scratch, tokens: list[str]) -> dict[str, Any]:
    """Checks a second alone and during a load, of organisations in the file and of others."""
    about = [each.code for each in bulk.organisations(IN_FILE + OTHERS, seed=1)]
    asked = {"in the file": about[:OTHERS], "not in the file": about[IN_FILE:]}
    with serving.served(database), tempfile.TemporaryDirectory() as folder:
        alone = {name: _asked(codes, tokens) for name, codes in asked.items()}
        with _loading(database, Path(folder)) as held:
            during = {name: _asked(codes, tokens) for name, codes in asked.items()}
    return {
        "alone": {name: load._asdict() for name, load in alone.items()},
        "during": {name: load._asdict() for name, load in during.items()},
        "slower": {name: alone[name].per_second / during[name].per_second for name in asked},
        "head_held_ms": {"median": median(held) * 1000, "longest": max(held) * 1000},
    }


def _asked(codes: list[str], tokens: list[str]) -> Any:
    requests = (checks.asking(code, tokens[n % len(tokens)]) for n, code in enumerate(codes))
    return serving.measured(cycle(list(requests)))


@contextmanager
def _loading(database: Scratch, folder: Path) -> Iterator[list[float]]:
    """A load in a process of its own that is stopped half-way; how long it held the head."""
    file, held = folder / "penalties.csv", list[float]()
    bulk.write(file, first=50_000_000, rows=ROWS, whose=IN_FILE)
    command = [sys.executable, "-m", "benchmarks.loading", str(file)]
    environment = {**os.environ, **database.environment}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as loading:
        assert loading.stdout is not None
        held.append(json.loads(loading.stdout.readline()))
        yield held
        loading.terminate()
        held += map(json.loads, loading.stdout)
    if len(held) < 3:
        raise RuntimeError("the load was over before the checks, or never began")
