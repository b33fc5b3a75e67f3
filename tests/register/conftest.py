"""What the tests of the register share."""

import os

import pytest

from goodstanding.database import scratch
from tests.register import shelves


@pytest.fixture
def shelved(database):
    """A register whose only shelves are the tests' own."""
    with shelves.registered():
        yield database


@pytest.fixture
def another_database(postgres, template, database):
    """Call it to go on in another empty register; returns its addresses."""

    def make():
        name = f"test_{os.urandom(6).hex()}"
        mine = scratch.copy(postgres, template, name)
        scratch.point(mine.url, mine.owner_url)
        return mine

    return make
