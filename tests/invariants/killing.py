"""A record that a thousand were told of is taken back by a process that is killed on the way."""

import os
import signal
import time
from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

import psycopg
from django.db import connection, connections

from goodstanding.database import scratch, server
from goodstanding.disclosure import ledger
from goodstanding.disclosure.queries import open_recalls
from goodstanding.register import reading
from goodstanding.register.verifying import verify
from goodstanding.rules.states import Designation, Measure, Record, State
from tests.invariants.city import City
from tests.invariants.memory import Command, officer
from tests.invariants.player import CODES

RECIPIENTS = 1_000
DEPARTMENT, GROUND = "housing-construction", "construction-quality/grave-violation"
FIRST_DAY, WITHDRAWN = date(2018, 3, 1), date(2018, 4, 2)


class Outcome(NamedTuple):
    """How often nothing had changed after the kill, and how often everything had."""

    nothing: int
    everything: int


def prepare() -> str:
    """A listing in force on one record, its measures applied, and everybody told of the record."""
    city = City()
    record = _take(city, "enter", organisation=CODES[0], kind="penalty")
    proposal = {"ground": GROUND, "months": None, "each_suffices": None}
    case = _take(city, "propose_designation", organisation=CODES[0], records=(record,), **proposal)
    _take(city, "serve_notice", case=case, served_on=FIRST_DAY, method="post", proof="EMS 1")
    _take(city, "waive_statement", case=case, waived_on=FIRST_DAY, proof="声明", hearing=True)
    listing = {"outcome": "list", "document": "岚决〔1〕号", "reasons": "清楚。"}
    more = {"answer": "", "months": None, "measures": None}
    _take(city, "decide_designation", by=2, case=case, **listing, **more)
    for measure in _all(Measure):
        answer = {"task": f"{measure.id}.respond", "answer": "apply", "reason": ""}
        by = officer(measure.department, 1)
        city.take(Command(step="respond", by=by, on=FIRST_DAY, args=answer))
    at = reading.head().position
    everybody = [
        ledger.Told(recipient=f"c-{number}", record=record, version=1, position=at)
        for number in range(RECIPIENTS)
    ]
    ledger.note(everybody, at=city.call(officer("finance", 1), FIRST_DAY).at)
    return record


def kill(running: server.Server, source: str, record: str, *, times: int, seed: int) -> Outcome:
    """So many withdrawals on copies of ``source``, each killed at a random point."""
    rng, found = Random(seed), []
    _let_go(running, source)
    with scratch.on_a_copy(running, source):
        statements, seconds = _undisturbed(record)
    mine = _copy(running, source)
    for number in range(times):
        by_statement = number % 2 == 0
        point = rng.randint(1, statements) if by_statement else 0
        after = 9.0 if by_statement else rng.uniform(0, seconds * 1.3)
        _killed(record, statement=point, after=after)
        found.append(_is_whole(record))
        if found[-1]:
            scratch.drop(running, mine.name)
            mine = _copy(running, source)
    scratch.drop(running, mine.name)
    return Outcome(nothing=found.count(False), everything=found.count(True))


def _copy(running: server.Server, source: str) -> scratch.Scratch:
    mine = scratch.copy(running, source, f"killed_{os.urandom(6).hex()}")
    scratch.point(mine.url, mine.owner_url)
    return mine


def _let_go(running: server.Server, source: str) -> None:
    """Nobody is connected to ``source`` any more: only then is it copied."""
    connections.close_all()
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(running.admin_url, autocommit=True) as admin:
        while admin.execute(others, [source]).fetchone() != (0,):
            time.sleep(0.002)


def _undisturbed(record: str) -> tuple[int, float]:
    """How many statements a withdrawal takes and how many seconds, connecting included."""
    counted: list[int] = []

    def count(execute: Callable, *asked: object) -> object:
        counted.append(1)
        return execute(*asked)

    connections.close_all()
    began = time.perf_counter()
    with connection.execute_wrapper(count):
        _withdraw(record)
    took = time.perf_counter() - began
    assert _is_whole(record)
    return len(counted), took


def _killed(record: str, *, statement: int, after: float) -> None:
    """A child withdraws; it is killed before its statement of that number, or after so long."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        _as_child(record, statement)
    until, over = time.monotonic() + after, False
    while not over and time.monotonic() < until:
        over = os.waitpid(child, os.WNOHANG) != (0, 0)
        time.sleep(0.001)
    if not over:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    _nobody_is_left()


def _as_child(record: str, statement: int) -> None:
    seen: list[int] = []

    def die(execute: Callable, *asked: object) -> object:
        seen.append(1)
        if len(seen) == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*asked)

    try:
        with connection.execute_wrapper(die):
            _withdraw(record)
    finally:
        os._exit(0)


def _nobody_is_left() -> None:
    """The server ends what a dead client had begun; a commit sent at once may still be taken."""
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    with connection.cursor() as cursor:
        while cursor.execute(others).fetchone()[0]:
            time.sleep(0.002)


def _withdraw(record: str) -> None:
    args = {"record": record, "as_wrong": True, "reasons": "原决定已撤销。"}
    by = officer(DEPARTMENT, 2)
    City.again().take(Command(step="withdraw_record", by=by, on=WITHDRAWN, args=args))


def _is_whole(record: str) -> bool:
    """True if all of it happened, False if none; anything between is an `AssertionError`."""
    assert verify().findings == ()
    states = reading.states(CODES[0])
    taken_back = states[record].withdrawn is not None
    told = {recall.recipient for recall in open_recalls(record=record)}
    assert len(told) == (RECIPIENTS if taken_back else 0)
    assert len(open_recalls()) == len(told)
    cases = [each.span.ending for each in states.values() if isinstance(each, Designation)]
    assert all((ending is not None) == taken_back for ending in cases)
    for measure in (each for each in states.values() if isinstance(each, Measure)):
        lifts = [task for task in measure.tasks if task.kind == "lift"]
        ended = [each.span.ending is not None for each in measure.rests_on]
        assert (len(lifts), ended) == (int(taken_back), [taken_back]), measure.id
    return taken_back


def _take(city: City, step: str, *, by: int = 1, **args: object) -> str:
    on, known = FIRST_DAY, set(reading.states(CODES[0]))
    city.take(Command(step=step, by=officer(DEPARTMENT, by), on=on, args=args))
    states = reading.states(CODES[0])
    new = [id for id in states if id not in known and isinstance(states[id], Record | Designation)]
    return new[0] if new else ""


def _all(kind: type[State]) -> list:
    return [each for each in reading.states(CODES[0]).values() if isinstance(each, kind)]
