"""What a data folder remembers of its server: place, port and passwords, for its owner only."""

import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "database.json"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """`place`: the cluster's folder; `port`: of the last start, 0 before the first."""

    place: str
    port: int
    passwords: Mapping[str, str]

    def write(self, data: Path) -> None:
        """Keep this in ``data``, whole or not at all, readable by its owner only."""
        making = data / f"{FILE}.new"
        making.unlink(missing_ok=True)
        with open(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as stream:
            json.dump(asdict(self), stream)
        making.rename(data / FILE)


def read(data: Path) -> Kept | None:
    """What was kept in ``data``, if anything."""
    try:
        return Kept(**json.loads((data / FILE).read_text()))
    except FileNotFoundError:
        return None


def read_or_make(data: Path, *, roles: tuple[str, ...], place: Callable[[], Path]) -> Kept:
    """What was kept in ``data``; the first time new passwords, and ``place`` is asked for one.

    The place is kept relative to ``data`` if it is inside, so that the folder can be moved.
    """
    if found := read(data):
        return found
    where = place()
    inside = where.relative_to(data) if where.is_relative_to(data) else where
    passwords = {role: secrets.token_urlsafe(24) for role in roles}
    made = Kept(place=str(inside), port=0, passwords=passwords)
    made.write(data)
    return made
