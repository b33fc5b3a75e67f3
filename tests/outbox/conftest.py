"""What tests of sending share."""

from importlib import import_module
from typing import Any

import pytest


@pytest.fixture
def quiet(city: Any) -> Any:
    """The city of the pages, and nobody was told anything yet."""
    models = import_module("goodstanding.outbox.models")
    for each in ("Message", "Address", "Endpoint", "Told"):
        getattr(models, each).objects.all().delete()
    return city
