"""What tests of the API share."""

from importlib import import_module
from typing import Any

import pytest


@pytest.fixture
def world(database) -> Any:
    """An invented city on a register of its own."""
    # Not imported above: this file is read before Django knows its settings.
    return import_module("tests.api.world").World()
