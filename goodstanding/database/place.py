"""Where the cluster lies: in the data folder, or where the server's account can reach it."""

import os
from hashlib import sha256
from pathlib import Path

from goodstanding.database.account import Account
from goodstanding.database.errors import DatabasePlaceUnreachable
from goodstanding.rules.errors import refuse

#: Used only by root, when the data folder lies where an unprivileged account cannot go.
SYSTEM = Path("/var/lib/goodstanding")


def for_cluster(data: Path, account: Account) -> Path:
    """The folder of the cluster, there and owned by ``account``; refuses if none can be had."""
    for place in _candidates(data, account):
        place.mkdir(parents=True, exist_ok=True, mode=0o755)
        account.own(place)
        place.chmod(0o700)
        if account.can("-w", place):
            return place
    refuse(DatabasePlaceUnreachable(account=account.name, place=str(data)))


def for_programs(data: Path, account: Account) -> Path:
    """The folder that holds a copy of the programs, if one is needed."""
    return data if account.is_caller else SYSTEM


def _candidates(data: Path, account: Account) -> list[Path]:
    elsewhere = SYSTEM / sha256(os.fsencode(data)).hexdigest()[:16]
    inside = data / "postgres"
    if account.is_caller:
        return [inside]
    return [elsewhere] if elsewhere.exists() else [inside, elsewhere]
