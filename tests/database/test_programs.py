"""The programs are found, also where the server's account cannot look."""

import os
from pathlib import Path

import pytest

from goodstanding.database import account, place, programs, server
from goodstanding.database.discard import discard
from goodstanding.rules.errors import Refused

from .conftest import as_account
from .test_server import one

VERSIONS = [str(folder) for folder in sorted(Path("/usr/lib/postgresql").glob("1[5-9]/bin"))]


@pytest.fixture
def private_home(data) -> Path:
    """The wheel as installed in a virtual environment below a home of mode 0700."""
    home = data / "home"
    site = home / "venv" / "site-packages"
    wheel = programs.wheel()
    site.mkdir(parents=True)
    home.chmod(0o700)
    os.symlink(wheel.parent / f"{wheel.name}.libs", site / f"{wheel.name}.libs")
    (site / wheel.name).mkdir()
    newest = sorted(wheel.glob("pginstall*"))[-1]
    os.symlink(newest, site / wheel.name / newest.name)
    return site / wheel.name / newest.name / "bin"


def test_programs_below_a_private_home_are_copied_to_where_they_can_run(data, private_home):
    who = account.for_server()
    shared = data / "shared"
    environ = {"GOODSTANDING_POSTGRES": str(private_home)}
    found = programs.find(environ, account=who, shared=shared)
    if who.is_caller:
        assert found.folder == private_home
    else:
        assert found.folder.is_relative_to(shared)
        assert programs.find(environ, account=who, shared=shared) == found
    assert who.must_run([found.folder / "initdb", "--version"])


def test_no_programs_is_refused(data):
    with pytest.raises(Refused) as refused:
        programs.find(
            {"GOODSTANDING_POSTGRES": str(data)}, account=account.for_server(), shared=data
        )
    assert refused.value.codes == ("DatabaseProgramsMissing",)


def test_a_data_folder_that_the_account_cannot_reach_puts_the_cluster_elsewhere(data):
    who, system = account.for_server(), data / "system"
    private = data / "private"
    private.mkdir(mode=0o700)
    where = place.choose(private / "data", who, system=system)
    assert who.can("-w", where)
    assert where.is_relative_to(private if who.is_caller else system)


def test_a_server_starts_for_a_data_folder_below_a_private_home(data):
    private = data / "private"
    private.mkdir(mode=0o700)
    running = server.ensure(private / "data", settings=server.FLEETING)
    assert one(running.url, "SELECT 1") == 1
    running.release()
    discard(private / "data")
    assert not running.cluster.place.exists()


def test_a_place_that_cannot_be_had_is_refused(data, elsewhere):
    shut = data / "shut"
    shut.mkdir(mode=0o500)

    def ask() -> None:
        with pytest.raises(Refused) as refused:
            server.ensure(shut / "data")
        assert refused.value.codes == ("DatabasePlaceUnreachable",)

    as_account(elsewhere, ask)


@pytest.mark.parametrize("folder", VERSIONS)
def test_any_version_of_the_machine_since_15_serves(data, monkeypatch, folder):
    monkeypatch.setenv("GOODSTANDING_POSTGRES", folder)
    running = server.ensure(data, settings=server.FLEETING)
    assert f"/{one(running.url, 'SHOW server_version').split('.')[0]}/" in folder
    running.release()
