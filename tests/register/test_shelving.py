"""The shelves' tables follow the states in the same transaction."""

from django.db import connections

from goodstanding.register.bulk import bulk
from goodstanding.register.writing import writing
from tests.register import acts

A = acts.stream(1)


def _rows(table):
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        return cursor.fetchall()


def _write(*decided):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append(decided)


def test_a_new_state_gives_rows_and_a_change_adds_and_alters_them(shelved):
    _write(acts.entered(A, "甲公司"), acts.record(A, "record-1"))
    _write(acts.named(A, "乙公司"), acts.marked(A, "record-1"))
    assert _rows("shelf_name") == [(A, 0, "甲公司", None), (A, 1, "乙公司", acts.DAY)]
    assert _rows("shelf_record") == [("record-1", ["objection-1"], None, "[1]")]


def test_a_row_the_state_no_longer_gives_goes(shelved):
    marks = [acts.marked(A, "record-1", f"objection-{n}") for n in range(3)]
    _write(acts.record(A, "record-1"), *marks[:2])
    assert len(_rows("shelf_record")) == 1
    _write(marks[2])
    assert _rows("shelf_record") == []


def test_many_at_once_give_the_same_rows_as_one_by_one(shelved):
    many = [acts.record(A, f"record-{n:03}") for n in range(100)]
    bulk(many, author=acts.OFFICER, at=acts.MOMENT, chunk=60)
    expected = [(f"record-{n:03}", [], None, "[1]") for n in range(100)]
    assert _rows("shelf_record") == expected


def test_a_tally_counts_what_the_states_give_and_no_longer_what_they_gave(shelved):
    ids = [f"record-{n:03}" for n in range(50)]
    bulk([acts.record(A, id) for id in ids], author=acts.OFFICER, at=acts.MOMENT)
    assert _rows("tally_marks") == [(0, 50)]
    _write(*(acts.marked(A, id) for id in ids[:2]))
    assert _rows("tally_marks") == [(0, 48), (1, 2)]
    _write(*(acts.marked(A, id, "objection-2") for id in ids[:2]), acts.record(A, "record-9"))
    assert _rows("tally_marks") == [(0, 49), (2, 2)]
