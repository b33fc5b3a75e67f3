"""The key that signs sessions: from the environment, else one kept in the data folder."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def secret_key(environ: Mapping[str, str], data: Path) -> str:
    """The key of this installation.

    Production names it in GOODSTANDING_SECRET_KEY. Elsewhere one is generated once and kept in
    the data folder, readable by its owner only.
    """
    if named := environ.get("GOODSTANDING_SECRET_KEY"):
        return named
    return _kept(data / "secret-key")


def _kept(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return _written(file)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_urlsafe(48))
    return file.read_text()


def _written(file: Path) -> str:
    """The key another process may be writing this instant: an empty file is read again."""
    for _ in range(1000):
        if key := file.read_text():
            return key
    raise RuntimeError(f"{file} is empty: remove it, and a new key is made")
