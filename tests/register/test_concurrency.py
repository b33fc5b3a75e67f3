"""Real connections in real threads: writers in line, one answer for one moment."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier, Event

import pytest
from django.db import connections, transaction

from goodstanding.register import reading, streams
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from tests.register import acts

A, B = acts.stream(1), acts.stream(2)


def _in_threads(*jobs):
    """Run jobs at the same time, each with a connection of its own; return their answers."""

    def run(job):
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def _write(*decided, stream=A, at=acts.MOMENT):
    with writing(stream, author=acts.OFFICER, at=at) as work:
        return work.append(decided)


def test_two_writers_of_one_stream_decide_one_after_the_other(database):
    """Each decides on what the other did: exactly one enters the record."""
    _write(acts.entered(A))
    together = Barrier(2)

    def enter_if_absent():
        together.wait()
        with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
            if work.state("record-1"):
                return 0
            time.sleep(0.2)
            return len(work.append([acts.record(A, "record-1")]))

    assert sorted(_in_threads(enter_if_absent, enter_if_absent)) == [0, 1]


def test_a_writer_knows_whether_somebody_waits_for_it(database):
    _write(acts.entered(A))
    held, found = Event(), []

    def hold():
        with writing(A, author=acts.OFFICER, at=acts.MOMENT):
            found.append(streams.awaited())
            held.set()
            for _ in range(200):
                if streams.awaited():
                    break
                time.sleep(0.01)
            found.append(streams.awaited())
        return True

    def ask():
        held.wait()
        with transaction.atomic():
            return streams.share_lock(A)

    assert _in_threads(hold, ask) == [True, True]
    assert found == [False, True]


def test_writers_of_the_same_streams_in_any_order_never_wait_for_each_other(database):
    codes = [acts.stream(number) for number in range(6)]

    def writer(number):
        def run():
            for turn in range(15):
                mine = codes[number:] + codes[:number] if turn % 2 else codes[number : number + 3]
                with writing(*mine, author=acts.OFFICER, at=acts.MOMENT) as work:
                    id = f"record-{number}-{turn}"
                    work.append([acts.record(code, f"{id}-{code}") for code in mine])
            return True

        return run

    assert all(_in_threads(*map(writer, range(4))))
    assert verify().findings == ()


def test_many_writers_make_one_chain_without_gaps(database):
    def writer(number):
        code = acts.stream(number)
        return lambda: [_write(acts.record(code, f"{code}-{n}"), stream=code) for n in range(20)]

    written = _in_threads(*map(writer, range(5)))
    positions = sorted(act.header.position for lot in written for one in lot for act in one)
    assert positions == list(range(1, 101))
    assert verify().findings == ()


def test_a_moment_asked_twice_is_answered_once(database):
    """A writer with an earlier moment is on its way when the question is asked."""
    asked = datetime.now(UTC)
    before, holding, answered = asked - timedelta(seconds=1), Event(), Event()

    def slow_writer():
        with writing(A, author=acts.OFFICER, at=before) as work:
            holding.set()
            answered.wait(10)
            (act,) = work.append([acts.entered(A)])
        return act.header.recorded_at

    def reader():
        holding.wait(10)
        first = reading.states(A, known_at=asked)
        answered.set()
        return first

    recorded_at, first = _in_threads(slow_writer, reader)
    assert first == {}
    assert recorded_at > asked
    assert reading.states(A, known_at=asked) == first


def test_a_question_waits_for_an_act_on_its_way(database):
    """Under the head lock the moment is already fixed: the reader waits and sees the act."""
    asked = datetime.now(UTC)
    appended = Event()

    def writer():
        with writing(A, author=acts.OFFICER, at=asked - timedelta(seconds=1)) as work:
            work.append([acts.entered(A)])
            appended.set()
            time.sleep(0.3)

    def reader():
        appended.wait(10)
        return list(reading.states(A, known_at=asked))

    assert _in_threads(writer, reader)[1] == [A]


def test_the_same_moment_under_load_always_gives_the_same_number(database):
    done = Event()

    def writer(number):
        def run():
            code, turn = acts.stream(number), 0
            while not done.is_set():
                turn += 1
                _write(acts.record(code, f"{code}-{turn}"), stream=code, at=datetime.now(UTC))
            return turn

        return run

    def reader():
        answers = []
        for _ in range(60):
            moment = datetime.now(UTC)
            answers.append((moment, reading.position_at(moment)))
        done.set()
        return answers

    *_, answers = _in_threads(writer(1), writer(2), writer(3), reader)
    assert [reading.position_at(moment) for moment, _ in answers] == [n for _, n in answers]


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_a_moment_includes_the_act_recorded_at_it(database, offset):
    written = [_write(acts.record(A, f"record-{n}")) for n in range(9)]
    for (act,) in written:
        moment = act.header.recorded_at + timedelta(microseconds=offset)
        expected = min(max(act.header.position + offset, 0), 9)
        assert reading.position_at(moment) == expected


def test_a_moment_still_to_come_binds_nobody(database):
    future = datetime.now(UTC) + timedelta(days=9)
    assert reading.position_at(future) == 0
    (act,) = _write(acts.entered(A))
    assert act.header.recorded_at == acts.MOMENT


def test_a_reader_that_shares_the_lock_holds_writers_back(database):
    _write(acts.entered(A))
    shared, wrote = Event(), Event()

    def reader():
        with transaction.atomic():
            assert reading.share_lock(A)
            shared.set()
            return wrote.wait(0.4)

    def other_reader():
        shared.wait(10)
        with transaction.atomic():
            return reading.share_lock(A) and not wrote.is_set()

    def writer():
        shared.wait(10)
        _write(acts.record(A, "record-1"))
        wrote.set()
        return True

    assert _in_threads(reader, other_reader, writer) == [False, True, True]
    assert reading.share_lock(B) is False
