"""Registers to be thrown away: a migrated template on a server, and quick copies of it.

Stories and tests use them. A template is migrated once; a copy takes some tens of milliseconds.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import psycopg
from django.db import connections
from psycopg import sql

from goodstanding.database import connect, fitness, roles, server
from goodstanding.rules.errors import require_none

TEMPLATE = "template_register"


class Scratch(NamedTuple):
    """A database somebody has for themselves: the address for each of the two roles."""

    name: str
    url: str
    owner_url: str

    @property
    def environment(self) -> dict[str, str]:
        """For another process that is to work on it."""
        return {"DATABASE_URL": self.url, "DATABASE_OWNER_URL": self.owner_url}


def template(running: server.Server, migrate: Callable[[], object]) -> str:
    """The name of an empty, migrated database; the first caller makes it.

    ``migrate`` is called with Django's connections pointed at the database to migrate.
    """
    with server.locked(running.data / "template.lock"):
        if not _exists(running, TEMPLATE):
            _make_template(running, migrate)
    return TEMPLATE


def copy(running: server.Server, source: str, name: str) -> Scratch:
    """A new database like ``source``."""
    _create(running, name, source)
    return _addresses(running, name)


@contextmanager
def on_a_copy(running: server.Server, source: str) -> Iterator[Scratch]:
    """Work on a copy of ``source`` on both of Django's connections; dropped afterwards."""
    mine = copy(running, source, f"scratch_{os.urandom(6).hex()}")
    point(mine.url, mine.owner_url)
    try:
        yield mine
    finally:
        drop(running, mine.name)


def drop(running: server.Server, name: str) -> None:
    """Drop a database, whoever is still connected to it; Django's own connections are closed."""
    connections.close_all()
    _administer(running, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def point(url: str, owner_url: str) -> None:
    """Turn Django's connections, and those that new threads will open, to another database."""
    connections.close_all()
    for alias, address in (("default", url), ("owner", owner_url)):
        wanted = connect.connection(address)
        connections[alias].settings_dict.update(wanted)
        connections.databases[alias].update(wanted)


def _make_template(running: server.Server, migrate: Callable[[], object]) -> None:
    making = "template_making"
    gone = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    _administer(running, gone.format(sql.Identifier(making)))
    _create(running, making, "template0")
    with psycopg.connect(running.url_of("postgres", making), autocommit=True) as connection:
        roles.grant(connection)
        require_none(fitness.problems(connection))
    mine = _addresses(running, making)
    point(mine.url, mine.owner_url)
    migrate()
    connections.close_all()
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    _administer(running, rename.format(sql.Identifier(making), sql.Identifier(TEMPLATE)))


def _addresses(running: server.Server, name: str) -> Scratch:
    return Scratch(name, running.url_of(roles.APPLICATION, name), running.url_of(roles.OWNER, name))


def _create(running: server.Server, name: str, source: str) -> None:
    statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
        sql.Identifier(name), sql.Identifier(roles.OWNER), sql.Identifier(source)
    )
    _administer(running, statement)


def _administer(running: server.Server, statement: sql.Composed) -> None:
    with psycopg.connect(running.admin_url, autocommit=True) as admin:
        admin.execute(statement)


def _exists(running: server.Server, name: str) -> bool:
    query = "SELECT 1 FROM pg_database WHERE datname = %s"
    with psycopg.connect(running.admin_url) as admin:
        return admin.execute(query, [name]).fetchone() is not None
