"""Which database this process works on: settled once, by an entry point, in the environment."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from goodstanding.database import fitness
from goodstanding.database.server import ensure

#: Stands in until an entry point has settled the database; it resolves nowhere.
_NOWHERE = "postgresql://nobody@database.not.configured.invalid/none"


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder of everything this installation keeps beside the database."""
    return Path(environ.get("GOODSTANDING_DATA", ".data")).resolve()


def configure(data: Path | None = None) -> None:
    """Settle the database of this process and its children; called by every entry point.

    A server named in DATABASE_URL is checked for fitness. With none named, the data folder's
    own server is started, and its two addresses are put into the environment.
    """
    if data:
        os.environ["GOODSTANDING_DATA"] = str(data)
    if named := os.environ.get("DATABASE_URL"):
        fitness.check(named)
        return
    server = ensure(data_folder(os.environ))
    os.environ["DATABASE_URL"] = server.url
    os.environ["DATABASE_OWNER_URL"] = server.owner_url


def databases(environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Django's two connections: ``default`` as the application, ``owner`` for migrations."""
    named = environ.get("DATABASE_URL", _NOWHERE)
    application = connection(named)
    if environ.get("GOODSTANDING_POOL") == "1":
        application |= {"CONN_MAX_AGE": 0}
        application["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    return {"default": application, "owner": connection(environ.get("DATABASE_OWNER_URL", named))}


def connection(url: str) -> dict[str, Any]:
    """One connection of Django from an address ``postgresql://user:password@host:port/name?…``."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Opening a connection costs more than a look-up: keep it.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, **dict(parse_qsl(parts.query))},
    }
