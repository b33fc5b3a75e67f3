"""What the tests of the register share."""

import pytest

from tests.register import shelves


@pytest.fixture
def shelved(database):
    """A register whose only shelves are the tests' own."""
    with shelves.registered():
        yield database
