"""Rebuild equals live; any difference, one byte of one state, is found."""

import pytest
from django.db import connections

from goodstanding.register.bulk import bulk
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.writing import writing
from tests.register import acts

A, B = acts.stream(1), acts.stream(2)


@pytest.fixture
def written(shelved):
    with writing(A, B, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.entered(A), acts.entered(B), acts.record(A, "record-1")])
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.marked(A, "record-1"), acts.named(A, "乙公司")])
    records = [acts.record(B, f"record-b{n}") for n in range(120)]
    bulk(records, author=acts.OFFICER, at=acts.MOMENT)


def _execute(statement):
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)


def test_what_was_written_is_what_the_acts_say(written):
    seen = []
    report = rebuild(progress=seen.append)
    assert (report.acts, report.organisations, report.differences) == (125, 2, 0)
    assert seen[-1] == 125


ALTERED = {
    "UPDATE register_storedstate SET body = set_byte(body, 20, get_byte(body, 20) # 1)"
    " WHERE aggregate = 'record-1'": [("register_storedstate", 1), ("register_storedstate", 1)],
    "DELETE FROM register_storedstate WHERE aggregate = 'record-1'": [("register_storedstate", 1)],
    "UPDATE register_storedstate SET position = 1": [("register_storedstate", 123)] * 2,
    "UPDATE shelf_name SET name = '丙公司' WHERE number = 1": [("shelf_name", 1)] * 2,
    "INSERT INTO shelf_record VALUES ('record-9')": [("shelf_record", 1)],
    "UPDATE shelf_record SET versions = '[2]' WHERE id = 'record-1'": [("shelf_record", 1)] * 2,
    "UPDATE tally_marks SET many = many + 1 WHERE marks = 0": [("tally_marks", 1)] * 2,
    "DELETE FROM tally_marks WHERE marks = 1": [("tally_marks", 1)],
}


@pytest.mark.parametrize("statement", ALTERED)
def test_a_difference_is_found_and_the_tables_are_left_as_they_are(written, statement):
    _execute(statement)
    report = rebuild()
    assert [(each.table, each.rows) for each in report.found] == ALTERED[statement]
    assert report.differences == sum(rows for _, rows in ALTERED[statement])
    assert rebuild() == report


@pytest.mark.parametrize("statement", ALTERED)
def test_without_verify_the_tables_are_put_right(written, statement):
    _execute(statement)
    assert rebuild(verify=False).differences > 0
    assert rebuild().differences == 0


def test_an_empty_register_rebuilds_to_nothing(database):
    assert rebuild().differences == 0
