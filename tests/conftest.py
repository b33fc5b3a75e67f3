"""What every test may ask for; above all a database of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from goodstanding.database import scratch, server
from goodstanding.database.discard import discard
from tests.made_once import MadeOnce

SCRATCH = Path(__file__).resolve().parent.parent / ".data-test"
#: A clone takes 0.02 s in memory and 0.5 s on a disk.
MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 2 * 1024**3
#: A test that asks for one of these works on a copy of it.
CITIES = {"city": "tests.web.city.City", "world": "tests.api.world.World"}


def pytest_configure(config: pytest.Config) -> None:
    """Django knows its settings; no database is started until a test asks for one."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "GOODSTANDING_POOL"):
        os.environ.pop(name, None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["GOODSTANDING_SECOND_FACTOR"] = "offered"
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
    return scratch.template(postgres, _migrate)


@pytest.fixture(scope="session")
def made_once(postgres: server.Server, template: str) -> Iterator[dict[str, MadeOnce]]:
    """The cities of this worker, by the fixture that gives them."""
    made = {name: MadeOnce(postgres, template, maker) for name, maker in CITIES.items()}
    yield made
    for each in made.values():
        each.drop()


@pytest.fixture
def database(
    request: pytest.FixtureRequest,
    postgres: server.Server,
    template: str,
    made_once: dict[str, MadeOnce],
) -> Iterator[scratch.Scratch]:
    """A register for one test, on both of Django's connections; dropped afterwards.

    It is empty, or a city's where the test asks for that city.
    """
    cities = [made for name, made in made_once.items() if name in request.fixturenames]
    with scratch.on_a_copy(postgres, cities[0].source() if cities else template) as mine:
        settings.REMOVAL_JOURNAL = _runs() / f"{mine.name}.removals.jsonl"
        yield mine
        settings.REMOVAL_JOURNAL.unlink(missing_ok=True)


@pytest.fixture
def city(database: scratch.Scratch, made_once: dict[str, MadeOnce]) -> Any:
    """The invented city of the pages on a register of its own."""
    return made_once["city"].city


@pytest.fixture
def world(database: scratch.Scratch, made_once: dict[str, MadeOnce]) -> Any:
    """The invented city of the API on a register of its own."""
    return made_once["world"].city


def _migrate() -> None:
    call_command("migrate", database="owner", verbosity=0, interactive=False)


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
