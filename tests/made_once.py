"""A city is made once for many tests of a worker; each works on a copy of its database."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.db import connections

from goodstanding import wallclock
from goodstanding.database import scratch, server

#: A preview in it waits for half an hour.
FRESH = timedelta(minutes=10)


class MadeOnce:
    """One city and the name of its database; made again when it is no longer fresh.

    ``maker``: the class that makes it in the database Django is connected to, by its full name:
    it is not imported before Django knows its settings.
    """

    def __init__(self, running: server.Server, template: str, maker: str) -> None:
        self._running = running
        self._maker = maker
        self._template = template
        self._city: Any = None
        self._drop: Callable[[], object] = lambda: None

    @property
    def city(self) -> Any:
        """What tests look at; their own, whatever they do with it."""
        return deepcopy(self._city)

    def source(self) -> str:
        """The name of the database to copy; nobody is connected to it."""
        if self._city is None or wallclock.now() - self._made_at > FRESH:
            self._make()
        return self._mine.name

    def drop(self) -> None:
        """The database of the city is gone."""
        self._drop()

    def _make(self) -> None:
        self.drop()
        database = scratch.on_a_copy(self._running, self._template)
        self._mine = database.__enter__()
        self._drop = lambda: database.__exit__(None, None, None)
        module, _, name = self._maker.rpartition(".")
        self._city = getattr(import_module(module), name)()
        self._made_at = wallclock.now()
        connections.close_all()
