"""Under which account of the machine the database programs run."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from goodstanding.database.errors import DatabaseProgramFailed, NoAccountForTheDatabase
from goodstanding.rules.errors import refuse

#: Tried in this order when the caller is root, whom PostgreSQL refuses. None is ever created.
UNPRIVILEGED = ("goodstanding", "postgres", "nobody")


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account of the machine: its name and numbers."""

    name: str
    uid: int
    gid: int

    @property
    def is_caller(self) -> bool:
        """True if no change of user is needed."""
        return self.uid == os.geteuid()

    def run(self, command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, in the root folder, and capture what it says."""
        return subprocess.run(
            [str(part) for part in command],
            cwd="/",
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            user=None if self.is_caller else self.uid,
            group=None if self.is_caller else self.gid,
            extra_groups=None if self.is_caller else [],
        )

    def must_run(self, command: Sequence[str | Path]) -> str:
        """Run a program and return what it printed; refuses if it fails."""
        try:
            done = self.run(command)
        except OSError as problem:
            refuse(DatabaseProgramFailed(program=str(command[0]), said=str(problem)))
        if done.returncode:
            said = (done.stderr or done.stdout).strip()
            refuse(DatabaseProgramFailed(program=Path(command[0]).name, said=said))
        return done.stdout

    def own(self, path: Path) -> None:
        """Give a file or folder to this account."""
        if not self.is_caller:
            os.chown(path, self.uid, self.gid)

    def can(self, access: str, path: Path) -> bool:
        """True if this account has ``access`` (``-r``, ``-w`` or ``-x`` of test) to a path."""
        return self.run(["test", access, path]).returncode == 0


def of_uid(uid: int) -> Account:
    """The account with this number, named or not."""
    try:
        found = pwd.getpwuid(uid)
    except KeyError:
        return Account(name=str(uid), uid=uid, gid=uid)
    return Account(name=found.pw_name, uid=uid, gid=found.pw_gid)


def caller() -> Account:
    """The account of this process."""
    return of_uid(os.geteuid())


def for_server(*, owner_of: Path | None = None) -> Account:
    """The caller, or for root an unprivileged account that the machine already has.

    ``owner_of``: a folder; once it belongs to an unprivileged account, that one stays.
    """
    if os.geteuid() != 0:
        return caller()
    if owner_of and owner_of.exists() and (uid := owner_of.stat().st_uid):
        return of_uid(uid)
    for name in UNPRIVILEGED:
        try:
            return of_uid(pwd.getpwnam(name).pw_uid)
        except KeyError:
            continue
    refuse(NoAccountForTheDatabase(accounts=UNPRIVILEGED))


def _environment() -> dict[str, str]:
    """Only what the programs need: no PG* variable, no locale of the caller."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
