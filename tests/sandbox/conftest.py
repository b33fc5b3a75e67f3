"""What tests of the sandbox share."""

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from goodstanding import wallclock


@pytest.fixture
def sandbox(database, settings) -> Iterator[None]:
    """This process serves a sandbox for one test."""
    settings.SANDBOX = True
    wallclock.run_ahead(import_module("goodstanding.sandbox.clock").ahead)
    yield
    wallclock.run_ahead(timedelta)


@pytest.fixture
def settings() -> Iterator[Any]:
    """Django's settings; what a test sets is put back."""
    found = import_module("django.conf").settings
    before = found.SANDBOX
    yield found
    found.SANDBOX = before


@pytest.fixture
def city(sandbox, city) -> Any:
    """The invented city of the pages, on a sandbox."""
    return city
