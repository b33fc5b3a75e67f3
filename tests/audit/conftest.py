"""What tests of the audit share: the city of the pages, and the callers of the API."""

from importlib import import_module
from typing import Any

import pytest


@pytest.fixture
def city(database) -> Any:
    """The invented city on a register of its own."""
    # Not imported above: this file is read before Django knows its settings.
    return import_module("tests.web.city").City()


@pytest.fixture
def world(database) -> Any:
    """The city of the API."""
    return import_module("tests.api.world").World()
