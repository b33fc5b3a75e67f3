"""Passwords that are quick to check; everything else a test makes itself."""

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture
def quick_passwords() -> Iterator[None]:
    """A thousandth of the work per password: the tests are about what is done with the answer."""
    with override_settings(PASSWORD_HASHERS=["tests.departments.hashing.QuickHasher"]):
        yield
