"""Open data of a million public records, beside raw COPY TO of the same columns; and its memory."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.db import connections

from goodstanding import wallclock
from goodstanding.database.scratch import Scratch
from goodstanding.publication import queries as publication
from goodstanding.publication.models import Entry
from goodstanding.rules.record_cells import NARRATIVE

ROWS = 1_000_000
#: Memory is taken of two sizes: flat means that the second does not need more.
FEWER = 10
_FAR = 1_000_000_000
#: Of the copies: what must differ, `n` being the number of the copy.
_OWN = {
    "record": "'r-' || lpad(to_hex(n), 32, '0')",
    "natural_key": "'copy ' || n",
    "document": "document || n",
    "organisation": "whose[1 + mod(n, cardinality(whose))]",
    "content_position": f"{_FAR} + n",
}


def run(database: Scratch, rows: int, place: Path) -> dict[str, Any]:
    """Seconds and peak memory of a making of so many records, and the seconds of COPY."""
    first = rows // FEWER
    _copies(0, first)
    _, fewer = _made(database, place)
    _copies(first, rows)
    seconds, memory = _made(database, place)
    sizes = {
        each: (place / "opendata" / "current" / f"records.{each}").stat().st_size
        for each in ("csv", "jsonl", "parquet")
    }
    floor = _floor(place / "floor")
    shutil.rmtree(place / "opendata")
    return {
        "rows": rows,
        "seconds": seconds,
        "copy_seconds": floor,
        "peak_mb": memory,
        "peak_mb_of_a_tenth": fewer,
        "bytes": sizes,
        "ratio": {"open data / raw COPY": floor / seconds},
    }


def _copies(first: int, last: int) -> None:
    """Records from one number up to another, each a copy of a public one of the city."""
    one = publication.all_public(on=wallclock.today()).exclude(adverse=False).first()
    assert one is not None
    names = [field.column for field in Entry._meta.concrete_fields]
    values = ", ".join(_OWN.get(name, name) for name in names)
    span = [first, last - 1]
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO publication_entry ({', '.join(names)}) SELECT {values}"
            "  FROM publication_entry, generate_series(%s, %s) AS n,"
            " (SELECT array_agg(code ORDER BY code) AS whose FROM organisations_organisation) AS o"
            " WHERE record = %s",
            [*span, one.record],
        )
        cursor.execute(
            f"INSERT INTO register_content (position, salt, content) SELECT {_FAR} + n, salt, content"
            "  FROM register_content, generate_series(%s, %s) AS n WHERE position = %s",
            [*span, one.content_position],
        )
        cursor.execute("ANALYZE publication_entry")
        cursor.execute("ANALYZE register_content")


def _made(database: Scratch, place: Path) -> tuple[float, int]:
    """Seconds and peak memory in MB of the command, in a process of its own."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "goodstanding", "opendata", "build", str(place / "opendata")]
    environment = {**os.environ, **database.environment}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError("the making failed")
    return time.perf_counter() - started, used.ru_maxrss // 1024


def _floor(file: Path) -> float:
    """Seconds of COPY TO a file: the same columns, the texts taken out of their JSON."""
    told = ", ".join(f"told->>'{name}'" for name in NARRATIVE)
    query = f"""
        COPY (SELECT record, version, organisation, name, record_kind, department, authority,
                     document, decided_on, transcribed, adverse, disputed, {told},
                     public_from, public_until, content_position
                FROM publication_entry
                JOIN organisations_organisation ON code = organisation
                JOIN (SELECT position, convert_from(content, 'UTF8')::jsonb AS told
                        FROM register_content) AS content ON position = content_position
               WHERE public_from <= CURRENT_DATE AND public_until >= CURRENT_DATE
                 AND withdrawn_on IS NULL
               ORDER BY record) TO STDOUT (FORMAT csv)"""
    started = time.perf_counter()
    with (
        connections["owner"].cursor() as cursor,
        file.open("wb") as out,
        cursor.copy(query) as rows,
    ):
        for piece in rows:
            out.write(piece)
    return time.perf_counter() - started
