"""A check over HTTP by a client of the API, beside what any check over HTTP must cost."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from django.db import connections

from benchmarks.load import Load, measure
from goodstanding import wallclock
from goodstanding.database.scratch import Scratch
from goodstanding.departments.clients import register_client
from goodstanding.departments.models import ClientKind
from goodstanding.organisations.models import Organisation
from goodstanding.rules.actors import Scope

PORT = 8765
SECONDS = 5.0
WARM_UP_SECONDS = 2.0
#: A client may ask 1,200 times a minute; a city has many.
CLIENTS = 60


def run(database: Scratch) -> dict[str, Any]:
    """Requests a second of a check and of its three floors, on one server, one after the other."""
    _floor_table()
    tokens = [_token(number) for number in range(CLIENTS)]
    codes = list(Organisation.objects.values_list("code", flat=True)[:500])
    with _server(database):
        asked = {
            "bare view": cycle([_request("GET", "/floor/bare")]),
            "index read": _of(codes, "/floor/read"),
            "read and committed insert": _of(codes, "/floor/write"),
            "check": _checks(codes, tokens),
        }
        found = {name: _measured(requests) for name, requests in asked.items()}
    per_second = {name: load.per_second for name, load in found.items()}
    return {
        "loads": {name: load._asdict() for name, load in found.items()},
        "ratio": {
            f"check / {name}": per_second["check"] / rate
            for name, rate in per_second.items()
            if name != "check"
        },
    }


def _measured(requests: Iterator[bytes]) -> Load:
    measure(requests, port=PORT, seconds=WARM_UP_SECONDS)
    found = measure(requests, port=PORT, seconds=SECONDS)
    if set(found.statuses) != {"200"}:
        raise RuntimeError(f"not every answer was a good one: {found.statuses}")
    return found


def _floor_table() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE floor_line (id bigserial PRIMARY KEY, code text NOT NULL)")


def _token(number: int) -> str:
    _, token = register_client(
        name=f"benchmark {number}",
        kind=ClientKind.PUBLIC_BODY,
        scopes=[Scope.CHECKS],
        first=wallclock.today(),
    )
    return token


def _of(codes: list[str], address: str) -> Iterator[bytes]:
    return cycle([_request("GET", f"{address}?code={code}") for code in codes])


def _checks(codes: list[str], tokens: list[str]) -> Iterator[bytes]:
    return cycle(
        _request(
            "POST",
            "/api/v1/checks",
            token=tokens[number % len(tokens)],
            body=f'{{"code":"{code}","procedure":"tender","case_number":"1"}}'.encode(),
        )
        for number, code in enumerate(codes * 3)
    )


def _request(method: str, address: str, *, token: str = "", body: bytes = b"") -> bytes:
    lines = [f"{method} {address} HTTP/1.1", f"Host: 127.0.0.1:{PORT}"]
    lines += [f"Authorization: Bearer {token}"] if token else []
    lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"] if body else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


@contextmanager
def _server(database: Scratch) -> Iterator[None]:
    """Two workers, one thread each, with the pool: as the product is served."""
    environment = {
        **os.environ,
        **database.environment,
        "GOODSTANDING_POOL": "1",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
            *("--port", str(PORT), "--workers", "2", "--blocking-threads", "1"),
            "config.wsgi:application",
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _until_it_answers()
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _until_it_answers() -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/floor/bare", timeout=2).read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("the server did not answer")
