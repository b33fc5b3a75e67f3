"""Where the cluster lies: in the data folder, or where the server's account can reach it."""

import secrets
from pathlib import Path

from goodstanding.database.account import Account
from goodstanding.database.errors import DatabasePlaceUnreachable
from goodstanding.rules.errors import refuse

#: Used only by root, when the data folder lies where an unprivileged account cannot go.
SYSTEM = Path("/var/lib/goodstanding")


def choose(data: Path, account: Account, *, system: Path = SYSTEM) -> Path:
    """A folder for the cluster, there and owned by ``account``; refuses if none can be had.

    Outside the data folder its name is random, so that no forgotten cluster of an older data
    folder is ever taken for this one's.
    """
    inside = data / "postgres"
    if have(inside, account):
        return inside
    if not account.is_caller:
        inside.rmdir()
        elsewhere = system / f"cluster-{secrets.token_hex(8)}"
        if have(elsewhere, account):
            return elsewhere
    refuse(DatabasePlaceUnreachable(account=account.name, place=str(data)))


def have(place: Path, account: Account) -> bool:
    """Make a folder that belongs to ``account``; false if the account cannot work in it."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        account.own(place)
        place.chmod(0o700)
    except OSError:
        return False
    return account.can("-w", place)


def for_programs(data: Path, account: Account) -> Path:
    """The folder that holds a copy of the programs, if one is needed."""
    return data if account.is_caller else SYSTEM
