"""What every test may ask for; above all a database of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from goodstanding.database import connect, fitness, roles, server
from goodstanding.database.discard import discard

SCRATCH = Path(__file__).resolve().parent.parent / ".data-test"
#: A clone takes 0.02 s in memory and 0.5 s on a disk.
MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 2 * 1024**3
TEMPLATE = "template_register"


class Database(NamedTuple):
    """A database that one test has for itself: the address for each of the two roles."""

    name: str
    url: str
    owner_url: str

    @property
    def environment(self) -> dict[str, str]:
        """For a test that runs a command as another process."""
        return {"DATABASE_URL": self.url, "DATABASE_OWNER_URL": self.owner_url}


def pytest_configure(config: pytest.Config) -> None:
    """Django knows its settings; no database is started until a test asks for one."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "GOODSTANDING_POOL"):
        os.environ.pop(name, None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["GOODSTANDING_DATA"] = str(SCRATCH / "data")
    django.setup()


@pytest.fixture(scope="session")
def postgres(testrun_uid: str) -> Iterator[server.Server]:
    """One server for the run, shared by its workers; the last one out removes it."""
    runs = _runs()
    runs.mkdir(parents=True, exist_ok=True)
    data = runs / f"run-{testrun_uid[:12]}"
    with server.locked(runs / "starting.lock"):
        _sweep(runs)
        running = server.ensure(data, settings=server.FLEETING)
    yield running
    connections.close_all()
    running.release()
    if not running.cluster.running():
        discard(data)
        shutil.rmtree(data, ignore_errors=True)


@pytest.fixture(scope="session")
def template(postgres: server.Server) -> str:
    """The name of an empty, migrated database; the first worker makes it."""
    with server.locked(postgres.data / "template.lock"):
        if not _exists(postgres, TEMPLATE):
            _make_template(postgres)
    return TEMPLATE


@pytest.fixture
def database(postgres: server.Server, template: str) -> Iterator[Database]:
    """An empty register for one test, on both of Django's connections; dropped afterwards."""
    name = f"test_{os.urandom(6).hex()}"
    _create(postgres, name, template)
    mine = _addresses(postgres, name)
    _point(mine)
    yield mine
    connections.close_all()
    _administer(postgres, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _make_template(postgres: server.Server) -> None:
    making = "template_making"
    gone = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    _administer(postgres, gone.format(sql.Identifier(making)))
    _create(postgres, making, "template0")
    with psycopg.connect(postgres.url_of("postgres", making), autocommit=True) as connection:
        roles.grant(connection)
        assert fitness.problems(connection) == []
    _point(_addresses(postgres, making))
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    connections.close_all()
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    _administer(postgres, rename.format(sql.Identifier(making), sql.Identifier(TEMPLATE)))


def _addresses(postgres: server.Server, name: str) -> Database:
    return Database(
        name, postgres.url_of(roles.APPLICATION, name), postgres.url_of(roles.OWNER, name)
    )


def _point(target: Database) -> None:
    """Turn Django's connections, and those that new threads will open, to another database."""
    connections.close_all()
    for alias, url in (("default", target.url), ("owner", target.owner_url)):
        wanted = connect.connection(url)
        connections[alias].settings_dict.update(wanted)
        connections.databases[alias].update(wanted)


def _create(postgres: server.Server, name: str, template: str) -> None:
    statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
        sql.Identifier(name), sql.Identifier(roles.OWNER), sql.Identifier(template)
    )
    _administer(postgres, statement)


def _administer(postgres: server.Server, statement: sql.Composed) -> None:
    with psycopg.connect(postgres.admin_url, autocommit=True) as admin:
        admin.execute(statement)


def _exists(postgres: server.Server, name: str) -> bool:
    with psycopg.connect(postgres.admin_url) as admin:
        found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    return found is not None


def _runs() -> Path:
    """Where servers of test runs live: in memory if there is enough, else beside the code."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_BYTES:
        return MEMORY / f"goodstanding-tests-{os.getuid()}"
    return SCRATCH


def _sweep(runs: Path) -> None:
    """Stop and remove what killed runs left behind."""
    for data in runs.glob("run-*"):
        if server.abandoned(data):
            discard(data)
            shutil.rmtree(data, ignore_errors=True)
