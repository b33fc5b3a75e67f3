"""A file of a hundred thousand penalties, beside raw COPY of the same columns; then the rebuild."""

import csv
import resource
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import floors
from benchmarks.spending import Spent, spending
from goodstanding import wallclock
from goodstanding.cli.demo.names import REGION, organisations
from goodstanding.cli.opening import call
from goodstanding.flow.load import load
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.identifiers import make

ROWS = 100_000
ORGANISATIONS = 4_000
#: How often a floor is measured; the median counts.
TURNS = 2
AUTHORITY = make("11", REGION, "00700002")
SAME = {
    "CF_XDR_LB": "法人及非法人组织",
    "CF_WFXW": "标签不符合规定",
    "CF_SY": "标签未标明生产日期。",
    "CF_YJ": "《中华人民共和国食品安全法》第一百二十五条",
    "CF_CFLB": "罚款",
    "CF_NR": "罚款五千元。",
    "CF_NR_FK": "0.5",
    "CF_JDRQ": "2026/03/02",
    "CF_YXQ": "2099/12/31",
    "CF_CFJG": "岚港市市场监督管理局",
    "CF_CFJGDM": AUTHORITY,
    "CF_SJLY": "岚港市市场监督管理局",
    "CF_SJLYDM": AUTHORITY,
}
COLUMNS = ("CF_XDR_MC", "CF_XDR_SHXYM", "CF_WSH", *SAME)


def run(rows: int = ROWS) -> dict[str, Any]:
    """A load beside its floors; acts a second of a rebuild of what came in."""
    with tempfile.TemporaryDirectory() as folder:
        first = floors.transaction_now()
        loaded = measured(Path(folder) / "penalties.csv", first=0, rows=rows, whose=ORGANISATIONS)
        floor = _floors_of_all(floors.written_since(first, Path(folder)), rows)
    started = time.perf_counter()
    report = rebuild(verify=True)
    rebuilt = time.perf_counter() - started
    if report.differences:
        raise RuntimeError(f"the rebuild differs in {report.differences} rows")
    return {
        **loaded,
        **floor,
        "ratio": {**loaded["ratio"], **_ratios(loaded["spent"], floor["floors"])},
        "rebuild_acts": report.acts,
        "rebuild_acts_per_second": report.acts / rebuilt,
    }


def measured(file: Path, *, first: int, rows: int, whose: int) -> dict[str, Any]:
    """Write a file and load it: how fast, beside COPY of its columns, and with how much memory."""
    write(file, first=first, rows=rows, whose=whose)
    copied = [_copied(file) for _ in range(TURNS)]
    with spending() as spent:
        take_in(file, rows)
    copied += [_copied(file) for _ in range(TURNS)]
    floor = {name: median(getattr(each, name) for each in copied) for name in ("wall", "cpu")}
    return {
        "rows": rows,
        "file_bytes": file.stat().st_size,
        "intake_rows_per_second": rows / spent.wall,
        "copy_rows_per_second": rows / floor["wall"],
        "spent": _each(spent, rows),
        "copy_us": {name: 1e6 * took / rows for name, took in floor.items()},
        "ratio": {
            "clock: the file's columns": floor["wall"] / spent.wall,
            "CPU: the file's columns": floor["cpu"] / spent.cpu,
        },
        "peak_mb": {
            "writer": _peak(resource.RUSAGE_SELF),
            "judge": _peak(resource.RUSAGE_CHILDREN),
        },
    }


def take_in(file: Path, rows: int) -> None:
    """Load a file of penalties of which every row is good."""
    done = load(
        call("market-regulation"), kind="penalty", department="market-regulation", source=file
    )
    if done.accepted != rows:
        raise RuntimeError(f"only {done.accepted} of {rows} rows were good")


def _copied(file: Path) -> Spent:
    return floors.columns(file, COLUMNS, "CF_WSH")


def _each(spent: Spent, rows: int) -> dict[str, float]:
    """Microseconds for each row, by the clock and of CPU."""
    taken = {
        "wall": spent.wall,
        "cpu": spent.cpu,
        "judge": spent.children,
        "writer": spent.own,
        "backend": spent.backend,
        "server beside": spent.beside,
    }
    return {name: 1e6 * seconds / rows for name, seconds in taken.items()}


def _floors_of_all(written: list[floors.Written], rows: int) -> dict[str, Any]:
    """COPY of all the rows that the load wrote, by turns with a key alone and with every index."""
    turns = {"bare": floors.bare, "indexed": floors.indexed}
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in turns}
    for _ in range(TURNS):
        for name, floor in turns.items():
            tables = floor(written)
            summed = {
                "wall": sum(each.wall for each in tables),
                "cpu": sum(each.cpu for each in tables),
            }
            taken[name].append({what: 1e6 * took / rows for what, took in summed.items()})
    return {
        "written": {each.table: each.rows for each in written},
        "written_bytes": sum(each.file.stat().st_size for each in written),
        "floors": {
            name: {what: median(each[what] for each in all) for what in ("wall", "cpu")}
            for name, all in taken.items()
        },
    }


def _ratios(spent: dict[str, float], floor: dict[str, dict[str, float]]) -> dict[str, float]:
    """The load beside COPY of all that it wrote, by the clock and in CPU."""
    return {
        f"{said}: all it writes, {name}": took[what] / spent[what]
        for name, took in floor.items()
        for said, what in (("clock", "wall"), ("CPU", "cpu"))
    }


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def write(file: Path, *, first: int, rows: int, whose: int, seed: int = 0) -> None:
    """A file of penalties about so many organisations; their numbers begin at ``first``.

    ``seed``: of the organisations, where they are not to be others than those of another file.
    """
    about = organisations(whose, seed=seed or first + 1)
    same = list(SAME.values())
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for n in range(rows):
            each = about[n % whose]
            name = f"{each.name}第{n % whose}分公司"
            writer.writerow([name, each.code, f"岚市监罚〔2026〕{first + n}号", *same])


def today() -> str:
    """The day of the run."""
    return wallclock.today().isoformat()
