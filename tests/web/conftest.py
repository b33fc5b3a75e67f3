"""What tests of the pages share."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest


@pytest.fixture
def address(city: Any) -> Iterator[str]:
    """The pages of the city, served for one test."""
    # Not imported above: this file is read before Django knows its settings.
    with import_module("tests.web.browsing").served() as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for the tests of a file."""
    with import_module("tests.web.browsing").chromium() as found:
        yield found
