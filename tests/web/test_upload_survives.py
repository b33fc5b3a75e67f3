"""Work that is stopped goes on: nothing lost, nothing twice, also after kill -9."""

import os
import signal
import subprocess
import sys
import time

from django.db import connections

from goodstanding.flow.bench import Call
from goodstanding.flow.commit import advance, commit
from goodstanding.flow.stage import stage
from goodstanding.intake.models import Batch, RowOutcome, Staged, StagedPart
from goodstanding.intake.staging import sweep
from goodstanding.publication.models import Entry
from goodstanding.register.verifying import verify
from goodstanding.rules.actors import Actor, Role
from goodstanding.wallclock import now
from tests.web.city import recent, workbook

#: One more part than are entered before the kill.
ROWS = 4_500
HOME = "market-regulation"
WORKER = """
import django
from sys import argv
from time import sleep
django.setup()
from goodstanding.flow.commit import advance
from goodstanding.intake.staging import entered
from goodstanding.flow import commit
from goodstanding.wallclock import now
advance(staged=argv[1], at=now())
print("one part", flush=True)
real = commit.staging.entered
def stuck(*given, **named):
    real(*given, **named)
    print("written, not committed", flush=True)
    sleep(60)
commit.staging.entered = stuck
advance(staged=argv[1], at=now())
"""


def call(at=None) -> Call:
    roles = frozenset({Role.OFFICER})
    return Call(actor=Actor(id="o-market", department=HOME, roles=roles), at=at or now())


def staged(data: bytes) -> str:
    return stage(call(), kind="penalty", department=HOME, data=data)


def test_killed_in_the_middle_of_a_part_it_goes_on_after_the_last_committed_row(city, database):
    rows = [recent(n) for n in range(1_000, 1_000 + ROWS)]
    rows[2_100] |= {"CF_JDRQ": "never"}
    before = Entry.objects.count()
    id = staged(workbook(rows))
    commit(call(), staged=id)
    _killed_in_the_second_part(id, database)
    batch = Batch.objects.get(id=id)
    assert (batch.read, batch.last_row, batch.finished_at) == (2_000, 2_001, None)
    assert Staged.objects.get(id=id).done == 2_000
    while advance(staged=id, at=now()):
        pass
    batch.refresh_from_db()
    assert (batch.read, batch.accepted, batch.rejected) == (ROWS, ROWS - 1, 1)
    assert batch.finished_at is not None
    assert Entry.objects.count() == before + ROWS - 1
    assert RowOutcome.objects.filter(batch=id).count() == 1
    assert verify(using="owner").findings == ()


def _killed_in_the_second_part(id: str, database) -> None:
    environment = {**os.environ, **database.environment, "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-c", WORKER, id]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout.readline() == "one part\n"
        assert worker.stdout.readline() == "written, not committed\n"
        os.kill(worker.pid, signal.SIGKILL)
    connections.close_all()
    _let_the_server_notice(id)


def _let_the_server_notice(id: str) -> None:
    """Its transaction is taken back as soon as the server sees that the connection is gone."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        free = Staged.objects.raw(
            "SELECT * FROM intake_staged WHERE id = %s FOR UPDATE SKIP LOCKED", [id]
        )
        if list(free):
            return
        time.sleep(0.1)


def test_left_alone_for_half_an_hour_the_same_file_sent_again_continues(city):
    rows = [recent(n) for n in range(1_000, 1_000 + 2_500)]
    before = Entry.objects.count()
    data = workbook(rows)
    id = staged(data)
    commit(call(), staged=id)
    advance(staged=id, at=now())
    Staged.objects.filter(id=id).update(moved_at=now().replace(year=2020))
    sweep(at=now())
    assert not StagedPart.objects.filter(staged=id).exists()
    assert staged(data) == id
    again = Staged.objects.get(id=id)
    assert (again.after_row, again.read, again.accepted) == (2_001, 500, 500)
    commit(call(), staged=id)
    while advance(staged=id, at=now()):
        pass
    batch = Batch.objects.get(id=id)
    assert (batch.read, batch.accepted, batch.duplicates) == (2_500, 2_500, 0)
    assert Entry.objects.count() == before + 2_500


def test_the_page_takes_up_what_a_dead_process_left(city):
    id = staged(workbook([recent(n) for n in range(1_000, 1_003)]))
    commit(call(), staged=id)
    client = city.client("market")
    first = client.get(f"/uploads/{id}").content.decode()
    assert 'http-equiv="refresh"' in first
    deadline = time.monotonic() + 20
    while Staged.objects.filter(id=id).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    done = client.get(f"/uploads/{id}").content.decode()
    assert "报送结果" in done
    assert "http-equiv" not in done


def test_two_at_the_same_file_enter_nothing_twice(city):
    rows = [recent(n) for n in range(1_000, 1_010)]
    before = Entry.objects.count()
    id = staged(workbook(rows))
    commit(call(), staged=id)
    client = city.client("market")
    for _ in range(4):
        client.get(f"/uploads/{id}")
    while advance(staged=id, at=now()) or Staged.objects.filter(id=id).exists():
        time.sleep(0.02)
    assert Entry.objects.count() == before + 10
