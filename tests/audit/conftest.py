"""What tests of the audit share: the callers of the API."""

from importlib import import_module
from typing import Any

import pytest


@pytest.fixture
def world(database) -> Any:
    """The city of the API."""
    # Not imported above: this file is read before Django knows its settings.
    return import_module("tests.api.world").World()
