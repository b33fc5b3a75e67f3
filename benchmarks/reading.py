"""What a question costs whatever else the machine does: the rows its queries read, and CPU time.

Asked in this process, with the product's own middleware; its queries are explained beside it, once.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connections
from django.http import HttpResponse
from django.test import Client, override_settings

from benchmarks.spending import spending

TIMES = 20


class Cost(NamedTuple):
    """Of one request: rows that scans read, and milliseconds of CPU of both processes."""

    queries: int
    rows: int
    python_ms: float
    postgres_ms: float


class Explained:
    """Adds up the rows that the scans of each query read."""

    def __init__(self) -> None:
        self.queries, self.rows = 0, 0.0

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if str(sql).lstrip().upper().startswith(("SELECT", "WITH")):
            self.queries += 1
            self.rows += _rows(sql, params)
        return execute(sql, params, many, context)


def costs(asked: dict[str, list[bytes]]) -> dict[str, dict[str, Any]]:
    """The cost of each question, by its name."""
    with override_settings(ROOT_URLCONF="benchmarks.urls", PAGES_PER_MINUTE=1_000_000):
        return {name: _cost(requests)._asdict() for name, requests in asked.items()}


def _cost(requests: Sequence[bytes]) -> Cost:
    client, explained = Client(), Explained()
    _ask(client, requests[0])
    with connections["default"].execute_wrapper(explained):
        _ask(client, requests[0])
    with spending() as spent:
        for n in range(TIMES):
            _ask(client, requests[n % len(requests)])
    python, postgres = (1000 * each / TIMES for each in (spent.own, spent.backend))
    return Cost(explained.queries, round(explained.rows), python, postgres)


def _ask(client: Client, request: bytes) -> HttpResponse:
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    method, address, _ = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    answer = client.generic(
        method,
        address,
        body,
        content_type="application/json",
        headers={name: headers[name] for name in ("Cookie", "Authorization") if name in headers},
    )
    if answer.status_code != 200:
        raise RuntimeError(f"{address} was answered with {answer.status_code}")
    return answer


def _rows(sql: Any, params: Any) -> float:
    with connections["default"].cursor() as cursor:
        cursor.cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        ((found,),) = cursor.fetchall()
    return _read(found[0]["Plan"])


def _read(node: dict[str, Any]) -> float:
    """Rows that came out of a scan and those it threw away."""
    below = sum(_read(each) for each in node.get("Plans", ()))
    if "Scan" not in node["Node Type"]:
        return below
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return float(below + node["Actual Loops"] * (node["Actual Rows"] + removed))
