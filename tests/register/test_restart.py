"""A server that is killed loses nothing that was committed, and nothing half-written is there."""

import os
import signal

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections

from goodstanding.database import scratch, server
from goodstanding.register import reading
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from tests.register import acts

A = acts.stream(1)


class Killed(Exception):
    """The writer does not come to its commit."""


@pytest.fixture
def durable(tmp_path):
    """A register that is meant to be kept, on a server of its own."""
    running = server.ensure(tmp_path)
    scratch.point(running.url, running.owner_url)
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    yield running
    connections.close_all()
    running.release()


def _append_and_kill(running):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.record(A, "record-1")])
        os.kill(running.cluster.running(), signal.SIGKILL)
        # A commit sent at once might still be taken: the server's children outlive it a moment.
        raise Killed


def test_after_a_kill_the_register_goes_on_where_it_was(durable, tmp_path):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.entered(A)])
    head = reading.head()
    with pytest.raises((Killed, DatabaseError)):
        _append_and_kill(durable)
    connections.close_all()
    again = server.ensure(tmp_path)
    scratch.point(again.url, again.owner_url)
    assert reading.head() == head
    assert verify().findings == ()
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        (act,) = work.append([acts.record(A, "record-2")])
    assert act.header.position == 2
    connections.close_all()
    again.release()
