"""The keys of this installation: from the environment, else made once and kept in the data folder."""

import base64
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path


def secret_key(environ: Mapping[str, str], data: Path) -> str:
    """The key that signs sessions.

    Production names it in GOODSTANDING_SECRET_KEY. Elsewhere one is generated once and kept in
    the data folder, readable by its owner only.
    """
    if named := environ.get("GOODSTANDING_SECRET_KEY"):
        return named
    return _kept(data / "secret-key", lambda: secrets.token_urlsafe(48))


def report_key(environ: Mapping[str, str], data: Path) -> str:
    """The private key that signs reports: 32 bytes (Ed25519) in base64; where from: as above.

    Production names it in GOODSTANDING_REPORT_KEY.
    """
    if named := environ.get("GOODSTANDING_REPORT_KEY"):
        return named
    return _kept(data / "report-key", lambda: base64.b64encode(secrets.token_bytes(32)).decode())


def _kept(file: Path, made: Callable[[], str]) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return _written(file)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(made())
    return file.read_text()


def _written(file: Path) -> str:
    """The key another process may be writing this instant: an empty file is read again."""
    for _ in range(1000):
        if key := file.read_text():
            return key
    raise RuntimeError(f"{file} is empty: remove it, and a new key is made")
