"""The product served as it is, and asked by a bounded load."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.load import Load, measure
from goodstanding.database.scratch import Scratch

PORT = int(os.environ.get("GOODSTANDING_BENCH_PORT", "8765"))
SECONDS = 5.0
WARM_UP_SECONDS = 2.0


def measured(requests: Iterator[bytes]) -> Load:
    """Some seconds of requests after a warm-up; every answer must be a good one."""
    measure(requests, port=PORT, seconds=WARM_UP_SECONDS)
    found = measure(requests, port=PORT, seconds=SECONDS)
    if set(found.statuses) != {"200"}:
        raise RuntimeError(f"not every answer was a good one: {found.statuses}")
    return found


def request(
    method: str, address: str, *, token: str = "", cookie: str = "", body: bytes = b""
) -> bytes:
    """The bytes of a request, with a token of the API or the cookie of a session."""
    lines = [f"{method} {address} HTTP/1.1", f"Host: 127.0.0.1:{PORT}"]
    lines += [f"Authorization: Bearer {token}"] if token else []
    lines += [f"Cookie: {cookie}"] if cookie else []
    lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"] if body else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


@contextmanager
def served(database: Scratch) -> Iterator[None]:
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
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/floor/bare", timeout=10).read()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("the server did not answer")
