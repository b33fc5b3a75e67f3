"""The one writer: order, states, and nothing half-written."""

from datetime import timedelta, timezone
from hashlib import sha256

import pytest
from django.db import connections

from goodstanding.register import reading
from goodstanding.register.writing import writing
from goodstanding.rules import chain
from goodstanding.rules.errors import Refused
from goodstanding.rules.working_set import AggregateUnknown
from tests.register import acts

A, B = acts.stream(1), acts.stream(2)


def _rows(query, *values):
    with connections["default"].cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_acts_are_numbered_without_gaps_and_recorded_in_order(database):
    with writing(A, B, author=acts.OFFICER, at=acts.MOMENT) as work:
        first = work.append([acts.entered(A), acts.entered(B)])
    with writing(A, author=acts.OFFICER, at=acts.MOMENT - timedelta(days=1)) as work:
        second = work.append([acts.record(A, "record-1")])
    found = [act.header for act in (*first, *second)]
    assert [header.position for header in found] == [1, 2, 3]
    moments = [acts.MOMENT + timedelta(microseconds=n) for n in range(3)]
    assert [header.recorded_at for header in found] == moments
    assert reading.head()[:2] == (3, moments[-1])


def test_several_acts_on_one_aggregate_in_one_call_add_up(database):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.record(A, "record-1"), acts.marked(A, "record-1")])
        assert work.require("record-1").marks == ("objection-1",)
        work.append([acts.marked(A, "record-1", "objection-2")])
        assert work.require("record-1").marks == ("objection-1", "objection-2")
    stored = reading.states(A)
    assert stored["record-1"].marks == ("objection-1", "objection-2")
    assert stored == reading.states(A, known_at=3)


def test_the_working_set_holds_open_states_only(database):
    with writing(A, B, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.entered(A), acts.entered(B), acts.record(A, "record-1")])
        assert [state.id for state in work.open_states(A)] == [A]
    with writing(A, B, author=acts.OFFICER, at=acts.MOMENT) as work:
        assert [state.id for state in work.open_states(A)] == [A]


def test_an_error_after_the_append_leaves_nothing(database):
    before = reading.head()

    def broken():
        with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
            work.append([acts.entered(A)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert reading.head() == before
    assert reading.states(A) == {}
    assert _rows("SELECT * FROM register_stream") == []


def test_what_does_not_exist_is_refused_by_name(database):
    with (
        pytest.raises(Refused) as refused,
        writing(A, author=acts.OFFICER, at=acts.MOMENT) as work,
    ):
        work.require("record-9")
    assert refused.value.refusals == (AggregateUnknown(id="record-9"),)


def test_a_stream_that_is_not_locked_cannot_be_written(database):
    with (
        pytest.raises(ValueError, match="not locked"),
        writing(A, author=acts.OFFICER, at=acts.MOMENT) as work,
    ):
        work.append([acts.entered(B)])


def test_the_bytes_stored_are_the_bytes_hashed(database):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT, law=("r" * 64, "c" * 64)) as work:
        work.append([acts.entered(A, "岚港市e\u0301示例"), acts.record(A, "record-1")])
    query = """
        SELECT header, effect, content_digest, leaf, head, salt, content
          FROM register_act JOIN register_content USING (position) ORDER BY position
    """
    head = chain.GENESIS
    for header, effect, inner, leaf, stored, salt, content in _rows(query):
        assert inner == sha256(_lengths(salt, content)).digest()
        assert leaf == sha256(_lengths(header, effect, inner)).digest()
        head = sha256(head + leaf).digest()
        assert stored == head
    assert reading.head().digest == head
    assert reading.states(A)[A].name == "岚港市\u00e9示例"


def _lengths(*parts):
    return b"".join(len(part).to_bytes(8, "big") + bytes(part) for part in parts)


def test_acts_are_read_with_or_without_their_content(database):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT, cause="command-1") as work:
        (written,) = work.append([acts.entered(A)])
    assert reading.acts(A, with_content=True) == [written]
    assert reading.acts(A)[0].content == {}
    assert reading.content([1, 2]) == {1: written.content}
    assert reading.stream_of(A) == A
    assert reading.stream_of(B) is None


def test_a_moment_is_stored_in_utc_wherever_it_was_taken(database):
    taken = acts.MOMENT.astimezone(timezone(timedelta(hours=8)))
    with writing(A, author=acts.OFFICER, at=taken) as work:
        work.append([acts.entered(A)])
    ((header,),) = _rows("SELECT header FROM register_act")
    assert b'"recorded_at":"2018-03-01T02:00:00Z"' in header
