"""What the tests of the command line share."""

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(capsys, monkeypatch) -> Shell:
    """The command, in English, whatever the machine speaks."""
    monkeypatch.setenv("GOODSTANDING_LANGUAGE", "en")
    monkeypatch.delenv("GOODSTANDING_DEPARTMENT", raising=False)
    return Shell(capsys)


@pytest.fixture
def register(database, shell, monkeypatch) -> Shell:
    """The command on a register of its own, with calendar and rulebook."""
    for name, value in database.environment.items():
        monkeypatch.setenv(name, value)
    assert shell("rulebook", "calendar").status == 0
    assert shell("rulebook", "activate").status == 0
    return shell
