"""The embedded server comes up for anyone, anywhere, after anything."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import psycopg
import pytest

from goodstanding.database import account, roles, server
from goodstanding.rules.errors import Refused

from .conftest import as_account


def one(url: str, query: str):
    with psycopg.connect(url) as connection:
        return connection.execute(query).fetchone()[0]


def keep_a_row(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('守信')")


def gone(number: int) -> bool:
    """True once a process has ended; a zombie that nobody reaps has ended too."""
    for _ in range(100):
        try:
            if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_the_server_never_runs_as_root(data):
    running = server.ensure(data, settings=server.FLEETING)
    process = Path(f"/proc/{running.cluster.running()}")
    assert process.stat().st_uid != 0
    assert one(running.url, "SELECT current_user") == roles.APPLICATION
    assert one(running.owner_url, "SELECT current_user") == roles.OWNER
    running.release()


def test_an_ordinary_user_has_a_server_of_their_own(data, elsewhere):
    folder = data / "theirs"
    folder.mkdir(mode=0o700)
    elsewhere.own(folder)

    def start() -> None:
        running = server.ensure(folder, settings=server.FLEETING)
        assert running.cluster.folder.stat().st_uid == elsewhere.uid
        assert running.cluster.folder.is_relative_to(folder)
        assert one(running.url, "SELECT current_user") == roles.APPLICATION
        running.release()
        assert running.cluster.running() is None

    as_account(elsewhere, start)


def test_passwords_are_for_the_owner_of_the_folder_alone(data):
    server.ensure(data, settings=server.FLEETING).release()
    assert (data / "database.json").stat().st_mode & 0o077 == 0


def test_a_wrong_password_does_not_enter(data):
    running = server.ensure(data, settings=server.FLEETING)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(running.url.replace(running.passwords[roles.APPLICATION], "guess"))
    running.release()


def test_after_kill_9_every_row_is_there(data):
    running = server.ensure(data)
    keep_a_row(running.owner_url)
    os.kill(running.cluster.running(), signal.SIGKILL)
    again = server.ensure(data)
    assert one(again.owner_url, "SELECT word FROM kept") == "守信"
    again.release()
    running.release()
    assert again.cluster.running() is None


def test_after_kill_9_of_everything_the_next_caller_takes_over(data):
    def start_and_die() -> None:
        keep_a_row(server.ensure(data).owner_url)
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(AssertionError):
        as_account(account.of_uid(os.geteuid()), start_and_die)
    assert server.cluster_of(data).running()
    again = server.ensure(data)
    assert one(again.owner_url, "SELECT word FROM kept") == "守信"
    again.release()
    assert again.cluster.running() is None


def test_a_lock_that_names_a_stranger_does_not_stop_the_start(data):
    running = server.ensure(data, settings=server.FLEETING)
    lock = running.cluster.folder / "postmaster.pid"
    old = lock.read_text()
    running.release()
    lock.write_text(old.replace(old.split("\n")[0], str(os.getpid()), 1))
    again = server.ensure(data, settings=server.FLEETING)
    assert one(again.url, "SELECT 1") == 1
    again.release()


def test_making_a_cluster_that_was_cut_short_begins_anew(data):
    (data / "postgres" / "making").mkdir(parents=True)
    (data / "postgres" / "making" / "PG_VERSION").write_text("18")
    running = server.ensure(data, settings=server.FLEETING)
    assert one(running.url, "SELECT 1") == 1
    running.release()


def _start_at_once(data: str, ready, ports, leave) -> None:
    ready.wait(30)
    running = server.ensure(Path(data), settings=server.FLEETING)
    ports.put(running.port)
    leave.wait(30)
    running.release()


def test_two_who_start_at_once_share_one_server_and_the_last_one_out_stops_it(data):
    forked = multiprocessing.get_context("fork")
    ready, leave, ports = forked.Barrier(2), forked.Event(), forked.Queue()
    both = [
        forked.Process(target=_start_at_once, args=(str(data), ready, ports, leave))
        for _ in range(2)
    ]
    for process in both:
        process.start()
    assert ports.get(timeout=30) == ports.get(timeout=30)
    number = server.cluster_of(data).running()
    assert number
    leave.set()
    for process in both:
        process.join(30)
        assert process.exitcode == 0
    assert gone(number)


def test_a_taken_port_is_left_alone(data, postgres):
    running = server.ensure(data, settings=server.FLEETING)
    running.release()
    chosen = running.cluster.start(port=postgres.port, settings=server.FLEETING)
    running.cluster.stop()
    assert chosen != postgres.port


def test_a_start_that_fails_says_why(data, monkeypatch):
    monkeypatch.setattr("goodstanding.database.cluster.TRIES", 2)
    with pytest.raises(Refused) as refused:
        server.ensure(data, settings={"shared_buffers": "nonsense"})
    assert refused.value.codes == ("DatabaseProgramFailed",)
    assert "shared_buffers" in str(refused.value)
