"""The register's own PostgreSQL in a data folder: there when needed, gone with its last user."""

import atexit
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO

import psycopg

from goodstanding.database import account, fitness, kept, place, programs, roles
from goodstanding.database.cluster import SUPERUSER, Cluster
from goodstanding.database.errors import DatabasePlaceUnreachable
from goodstanding.rules.errors import refuse

ROLES = (SUPERUSER, roles.OWNER, roles.APPLICATION)

#: For a register that is kept.
DURABLE: Mapping[str, str] = {"shared_buffers": "256MB", "max_connections": "80"}
#: For a register that is thrown away: tests. A crash may lose everything.
FLEETING: Mapping[str, str] = {
    "shared_buffers": "32MB",
    "max_connections": "80",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


@dataclass(kw_only=True)
class Server:
    """A running server and this process's stake in it."""

    data: Path
    cluster: Cluster
    port: int
    passwords: Mapping[str, str]
    stake: IO[str]
    process: int = field(default_factory=os.getpid)

    @property
    def url(self) -> str:
        """The register, as the application."""
        return self.url_of(roles.APPLICATION, roles.DATABASE)

    @property
    def owner_url(self) -> str:
        """The register, as the owner of its tables: for migrations."""
        return self.url_of(roles.OWNER, roles.DATABASE)

    @property
    def admin_url(self) -> str:
        """The server, as its superuser: for making and dropping databases."""
        return self.url_of(SUPERUSER, "postgres")

    def url_of(self, role: str, database: str) -> str:
        """The address of any database of this server, for one of its three roles."""
        return f"postgresql://{role}:{self.passwords[role]}@127.0.0.1:{self.port}/{database}"

    def release(self) -> None:
        """Give up this process's stake; the last one out stops the server.

        A forked child shares the stake and gives nothing up.
        """
        if self.stake.closed or self.process != os.getpid():
            return
        with locked(self.data / "database.lock"):
            try:
                fcntl.flock(self.stake, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                if self.cluster.running():
                    self.cluster.stop()
            self.stake.close()


def ensure(data: Path, *, settings: Mapping[str, str] = DURABLE) -> Server:
    """A running server on the cluster of ``data``, made if there is none.

    Any number of processes may ask at once. The server stays as long as one of them lives and
    stops with the last; if that one is killed, the next caller takes the running server over.
    Refuses with `DatabasePlaceUnreachable` if ``data`` is not the caller's to write.
    """
    data = data.resolve()
    try:
        data.mkdir(parents=True, exist_ok=True)
        with locked(data / "database.lock"):
            stake = (data / "database.users").open("w")
            fcntl.flock(stake, fcntl.LOCK_SH)
            server = _running(data, stake, settings)
    except PermissionError:
        refuse(DatabasePlaceUnreachable(account=account.caller().name, place=str(data)))
    atexit.register(server.release)
    return server


def _running(data: Path, stake: IO[str], settings: Mapping[str, str]) -> Server:
    state = kept.read_or_make(data, roles=ROLES, place=partial(_place, data))
    cluster = _cluster(data, state)
    if not cluster.exists():
        cluster.make(state.passwords[SUPERUSER])
    fresh = not cluster.running()
    if fresh:
        state = replace(state, port=cluster.start(port=state.port, settings=settings))
        state.write(data)
    server = Server(
        data=data, cluster=cluster, port=state.port, passwords=state.passwords, stake=stake
    )
    if fresh:
        _prepare(server)
    return server


def cluster_of(data: Path) -> Cluster | None:
    """The cluster that belongs to a data folder, if one was ever asked for."""
    state = kept.read(data)
    return _cluster(data, state) if state else None


def _place(data: Path) -> Path:
    return place.choose(data, account.for_server())


def _cluster(data: Path, state: kept.Kept) -> Cluster:
    where = data / state.place
    who = account.for_server(owner_of=where)
    place.have(where, who)
    found = programs.find(os.environ, account=who, shared=place.for_programs(data, who))
    return Cluster(place=where, account=who, programs=found)


def _prepare(server: Server) -> None:
    with psycopg.connect(server.admin_url, autocommit=True) as admin:
        roles.prepare(admin, server.passwords)
    register = server.url_of(SUPERUSER, roles.DATABASE)
    with psycopg.connect(register, autocommit=True) as connection:
        roles.grant(connection)
    fitness.check(server.url)


def abandoned(data: Path) -> bool:
    """True if nobody has a stake in the server of this folder."""
    with (data / "database.users").open("w") as probe:
        try:
            fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold ``file`` against every other process."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
