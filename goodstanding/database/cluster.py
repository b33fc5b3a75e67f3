"""One PostgreSQL cluster on disk: made, started, stopped, and started again after a crash."""

import os
import secrets
import shlex
import shutil
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goodstanding.database.account import Account
from goodstanding.database.errors import DatabaseProgramFailed
from goodstanding.database.programs import Programs
from goodstanding.rules.errors import Refused

SUPERUSER = "postgres"
#: A killed server's processes and shared memory need a moment to go.
TRIES, PAUSE_SECONDS = 20, 0.3

#: No statement, parameter or detail reaches the log: they may hold what a log must not.
SETTINGS: Mapping[str, str] = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A cluster at ``place``/cluster, run by ``account`` with ``programs``."""

    place: Path
    account: Account
    programs: Programs

    @property
    def folder(self) -> Path:
        """The server's own data directory."""
        return self.place / "cluster"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.place / "log"

    def exists(self) -> bool:
        """True once a cluster was made completely."""
        return (self.folder / "PG_VERSION").exists()

    def make(self, password: str) -> None:
        """Make the cluster; one cut short leaves nothing that looks like a cluster."""
        making, secret = self.place / "making", self.place / f"secret-{secrets.token_hex(4)}"
        shutil.rmtree(making, ignore_errors=True)
        with open(os.open(secret, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as stream:
            stream.write(password)
        self.account.own(secret)
        try:
            self.account.must_run(self._initdb(making, secret))
        finally:
            secret.unlink()
        making.rename(self.folder)

    def start(self, *, port: int, settings: Mapping[str, str]) -> int:
        """Start the server and return its port: ``port`` if that is free, else another.

        Tries again while a killed server's remains are in the way.
        """
        for left in reversed(range(TRIES)):
            self._clear_stale_lock()
            chosen = port if _is_free(port) else _free_port()
            try:
                self._pg_ctl("start", "-l", self.log, "-o", _options(chosen, settings))
            except Refused as problem:
                if not left:
                    raise Refused([self._failure(problem)]) from problem
                time.sleep(PAUSE_SECONDS)
            else:
                return chosen
        raise AssertionError("the last try returns or raises")

    def stop(self) -> None:
        """Stop the server; connections still open are ended."""
        self._pg_ctl("stop", "-m", "fast")

    def running(self) -> int | None:
        """The process number of the living server of this cluster."""
        number = self._locked_by()
        return number if number and _serves(number, self.folder) else None

    def _initdb(self, target: Path, secret: Path) -> list[str | Path]:
        command: list[str | Path] = [
            self.programs.folder / "initdb",
            *("-D", target, "-U", SUPERUSER, "--encoding=UTF8", "--no-instructions"),
            *("--auth=scram-sha-256", f"--pwfile={secret}"),
            # Ctype C would make Chinese characters non-letters; collate C orders by code point.
            *("--lc-collate=C", "--lc-ctype=C.UTF-8", "--lc-messages=C"),
        ]
        if self.programs.version >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return command

    def _pg_ctl(self, action: str, *more: str | Path) -> None:
        pg_ctl = self.programs.folder / "pg_ctl"
        self.account.must_run([pg_ctl, action, "-D", self.folder, "-w", "-t", "60", "-s", *more])

    def _locked_by(self) -> int | None:
        try:
            return int((self.folder / "postmaster.pid").read_text().split("\n")[0])
        except (FileNotFoundError, ValueError):
            return None

    def _clear_stale_lock(self) -> None:
        """Remove the lock of a server that is dead.

        PostgreSQL takes any process with the old number for the old server: a zombie that
        nobody reaps, or after a restart of the machine a stranger.
        """
        number = self._locked_by()
        if number and not _serves(number, self.folder):
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _failure(self, problem: Refused) -> DatabaseProgramFailed:
        last = self.log.read_text(errors="replace").splitlines()[-5:] if self.log.exists() else []
        return DatabaseProgramFailed(program="pg_ctl start", said="; ".join([str(problem), *last]))


def _serves(number: int, folder: Path) -> bool:
    """True if this process lives and is the server of ``folder``: a server works inside it."""
    process = Path("/proc") / str(number)
    try:
        state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        return state not in "ZX" and os.path.samefile(process / "cwd", folder)
    except OSError:
        return not Path("/proc/self").exists() and _lives(number)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _options(port: int, settings: Mapping[str, str]) -> str:
    wanted = {**SETTINGS, **settings, "port": str(port)}
    return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in wanted.items())


def _is_free(port: int) -> bool:
    if not port:
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
