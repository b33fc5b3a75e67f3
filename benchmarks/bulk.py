"""A file of a hundred thousand penalties, beside raw COPY of the same columns; then the rebuild."""

import csv
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from django.db import connections

from goodstanding import wallclock
from goodstanding.cli.demo.making import legislate
from goodstanding.cli.demo.names import REGION, organisations
from goodstanding.cli.opening import call
from goodstanding.flow.load import load
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.identifiers import make

ROWS = 100_000
ORGANISATIONS = 4_000
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
    """Rows a second of intake and of COPY; acts a second of a rebuild of what came in."""
    legislate()
    with tempfile.TemporaryDirectory() as folder:
        loaded = measured(Path(folder) / "penalties.csv", first=0, rows=rows, whose=ORGANISATIONS)
    started = time.perf_counter()
    report = rebuild(verify=True)
    rebuilt = time.perf_counter() - started
    if report.differences:
        raise RuntimeError(f"the rebuild differs in {report.differences} rows")
    return {
        **loaded,
        "rebuild_acts": report.acts,
        "rebuild_acts_per_second": report.acts / rebuilt,
    }


def measured(file: Path, *, first: int, rows: int, whose: int) -> dict[str, Any]:
    """Write a file and load it: how fast, beside COPY of the same bytes, and with how much memory."""
    write(file, first=first, rows=rows, whose=whose)
    copied = _copied(file)
    started = time.perf_counter()
    done = load(
        call("market-regulation"), kind="penalty", department="market-regulation", source=file
    )
    passed = time.perf_counter() - started
    if done.accepted != rows:
        raise RuntimeError(f"only {done.accepted} of {rows} rows were good")
    return {
        "rows": rows,
        "file_bytes": file.stat().st_size,
        "intake_rows_per_second": rows / passed,
        "copy_rows_per_second": rows / copied,
        "ratio": {"intake / raw COPY": copied / passed},
        "peak_mb": {
            "writer": _peak(resource.RUSAGE_SELF),
            "judge": _peak(resource.RUSAGE_CHILDREN),
        },
    }


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def write(file: Path, *, first: int, rows: int, whose: int) -> None:
    """A file of penalties about so many organisations; their numbers begin at ``first``."""
    about = organisations(whose, seed=first + 1)
    same = list(SAME.values())
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for n in range(rows):
            each = about[n % whose]
            name = f"{each.name}第{n % whose}分公司"
            writer.writerow([name, each.code, f"岚市监罚〔2026〕{first + n}号", *same])


def _copied(file: Path) -> float:
    """Seconds that COPY takes for the same rows and columns, into one table with a key."""
    columns = ", ".join(f"{name} text" for name in COLUMNS)
    with connections["owner"].cursor() as cursor, file.open("rb") as source:
        cursor.execute(f"CREATE TABLE floor_row ({columns}, PRIMARY KEY (CF_WSH))")
        started = time.perf_counter()
        with cursor.copy("COPY floor_row FROM STDIN (FORMAT csv, HEADER)") as copy:
            while block := source.read(1 << 20):
                copy.write(block)
        passed = time.perf_counter() - started
        cursor.execute("DROP TABLE floor_row")
    return passed


def today() -> str:
    """The day of the run."""
    return wallclock.today().isoformat()
