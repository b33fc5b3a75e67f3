"""Each figure with its floor, measured in the same run."""

import csv
import io
import json
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import TypeVar

from django.db import connections

from benchmarks import city
from benchmarks.load import Load, Request, load
from goodstanding import wallclock
from goodstanding.cli.demo.making import legislate
from goodstanding.departments.clients import register_client
from goodstanding.departments.models import ClientKind
from goodstanding.flow.bench import Call
from goodstanding.flow.receive import receive
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Role, Scope

Serve = Callable[[str], AbstractContextManager[int]]
Figures = dict[str, float]
T = TypeVar("T")


def figures(*, rows: int, requests: int, serve: Serve) -> Figures:
    """All of them; the order matters, since each uses what the one before has loaded."""
    legislate()
    return {**intake(rows), **rebuilding(), **checks(requests, serve)}


def intake(rows: int) -> Figures:
    """A file of penalties through judging into acts, against raw COPY of the same columns."""
    at = wallclock.now() - timedelta(days=2)
    call = Call(actor=city.actor(Role.OFFICER), at=at)
    table = list(city.rows(rows, decided_on=call.on - timedelta(days=1)))
    text = io.StringIO()
    csv.writer(text).writerows([city.COLUMNS, *table])
    took, report = _timed(
        lambda: receive(
            call, kind="penalty", department=city.DEPARTMENT, source=text.getvalue().encode()
        )
    )
    assert len(report.records) == rows, next(report.judged.problems())
    city.list_one(report.records[0], city.code(0), at=at + timedelta(days=1))
    floor, _ = _timed(lambda: _copy(table))
    return {
        "intake, rows/s": rows / took,
        "raw COPY of the same columns, rows/s": rows / floor,
        "intake / COPY": floor / took,
    }


def _copy(table: list[tuple[str, ...]]) -> None:
    columns = ", ".join(f"{name} text" for name in city.COLUMNS)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"CREATE TABLE benchmark_copy (number serial PRIMARY KEY, {columns})")
        with cursor.copy(f"COPY benchmark_copy ({', '.join(city.COLUMNS)}) FROM STDIN") as copy:
            for row in table:
                copy.write_row(row)
        cursor.execute("DROP TABLE benchmark_copy")


def rebuilding() -> Figures:
    """Every table from the acts, compared, against one bare pass over the acts' bytes."""
    floor, _ = _timed(_read_acts)
    took, report = _timed(lambda: rebuild(verify=True))
    assert report.differences == 0
    return {
        "rebuild and compare, acts/s": report.acts / took,
        "bare read of the acts, acts/s": report.acts / floor,
        "rebuild / bare read": floor / took,
    }


def _read_acts() -> None:
    with connections["owner"].chunked_cursor() as cursor:
        cursor.execute("SELECT header, effect FROM register_act ORDER BY position")
        while cursor.fetchmany(2_000):
            pass


def checks(requests: int, serve: Serve) -> Figures:
    """A check over HTTP, against a bare view, an index read, and a read with a committed insert."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE benchmark_floor (number bigserial PRIMARY KEY, code text)")
        cursor.execute("GRANT ALL ON benchmark_floor, benchmark_floor_number_seq TO PUBLIC")
    with serve("config.wsgi:application") as port:
        found = {"check": load(port, _checking(_token()), requests=requests)}
    with serve("benchmarks.floors:application") as port:
        for name in ("bare", "read", "insert"):
            path = f"/{name}/{city.code(0)}"
            found[name] = load(port, _getting(path), requests=requests)
    return _told(found)


def _told(found: Mapping[str, Load]) -> Figures:
    told: Figures = {}
    for name, each in found.items():
        told[f"{name} over HTTP, requests/s"] = each.per_second
        told[f"{name} over HTTP, median ms"] = each.median_ms
        told[f"{name} over HTTP, p99 ms"] = each.p99_ms
    for floor in ("bare", "read", "insert"):
        told[f"check / {floor}"] = found["check"].per_second / found[floor].per_second
    return told


def _token() -> str:
    _, token = register_client(
        name="benchmark",
        kind=ClientKind.PUBLIC_BODY,
        scopes=[Scope.CHECKS],
        first=wallclock.today(),
    )
    return token


def _checking(token: str) -> Callable[[int], Request]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def request(number: int) -> Request:
        asked = {"code": city.code(number % 50), "procedure": "tender", "case_number": str(number)}
        return Request("POST", "/api/v1/checks", json.dumps(asked).encode(), headers)

    return request


def _getting(path: str) -> Callable[[int], Request]:
    return lambda number: Request("GET", path)


def _timed(run: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = run()
    return time.perf_counter() - began, result
