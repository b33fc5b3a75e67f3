"""A file of a hundred thousand penalties, beside raw COPY of the same columns; then the rebuild."""

import csv
import io
import time
from typing import Any

from django.db import connections

from goodstanding import wallclock
from goodstanding.cli.demo.making import legislate
from goodstanding.cli.demo.names import REGION, organisations
from goodstanding.cli.opening import call
from goodstanding.flow.receive import receive
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
    source = _file(rows)
    copied = _copied(source)
    started = time.perf_counter()
    done = receive(
        call("market-regulation"), kind="penalty", department="market-regulation", source=source
    )
    intake = time.perf_counter() - started
    if len(done.judged.accepted) != rows:
        raise RuntimeError(f"only {len(done.judged.accepted)} of {rows} rows were good")
    started = time.perf_counter()
    report = rebuild(verify=True)
    rebuilt = time.perf_counter() - started
    if report.differences:
        raise RuntimeError(f"the rebuild differs in {report.differences} rows")
    return {
        "rows": rows,
        "file_bytes": len(source),
        "intake_rows_per_second": rows / intake,
        "copy_rows_per_second": rows / copied,
        "ratio": {"intake / raw COPY": copied / intake},
        "rebuild_acts": report.acts,
        "rebuild_acts_per_second": report.acts / rebuilt,
    }


def _file(rows: int) -> bytes:
    whose = organisations(ORGANISATIONS, seed=1)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    same = list(SAME.values())
    for number in range(rows):
        each = whose[number % ORGANISATIONS]
        writer.writerow([each.name, each.code, f"岚市监罚〔2026〕{number}号", *same])
    return out.getvalue().encode()


def _copied(source: bytes) -> float:
    """Seconds that COPY takes for the same rows and columns, into one table with a key."""
    columns = ", ".join(f"{name} text" for name in COLUMNS)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"CREATE TABLE floor_row ({columns}, PRIMARY KEY (CF_WSH))")
        started = time.perf_counter()
        with cursor.copy("COPY floor_row FROM STDIN (FORMAT csv, HEADER)") as copy:
            copy.write(source)
        passed = time.perf_counter() - started
        cursor.execute("DROP TABLE floor_row")
    return passed


def today() -> str:
    """The day of the run."""
    return wallclock.today().isoformat()
