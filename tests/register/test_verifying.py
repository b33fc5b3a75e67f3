"""Verify finds what somebody with the owner's rights changed behind the register's back."""

import pytest
from django.db import connections

from goodstanding.register import reading
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from tests.register import acts

A = acts.stream(1)


@pytest.fixture
def written(shelved):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append([acts.entered(A), acts.record(A, "record-1"), acts.marked(A, "record-1")])


def _behind_its_back(statement):
    with connections["owner"].cursor() as cursor:
        for table in ("register_act", "register_content"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        cursor.execute(statement)


def test_an_untouched_register_verifies_to_its_head(written):
    report = verify()
    assert report.findings == ()
    assert (report.acts, report.head) == (3, reading.head().digest.hex())


def test_an_empty_register_verifies(database):
    assert verify().findings == ()


_BYTE = "set_byte({0}, 30, get_byte({0}, 30) # 1)"
ALTERED = {
    f"UPDATE register_act SET header = {_BYTE.format('header')} WHERE position = 2": [
        "ActAltered",
        "ColumnsDiffer",
    ],
    f"UPDATE register_act SET effect = {_BYTE.format('effect')} WHERE position = 1": ["ActAltered"],
    "UPDATE register_act SET leaf = sha256('') WHERE position = 2": ["ActAltered", "ChainBroken"],
    "UPDATE register_act SET stream = 'other' WHERE position = 3": ["ColumnsDiffer"],
    "UPDATE register_act SET by = 'o-other' WHERE position = 3": ["ColumnsDiffer"],
    "UPDATE register_act SET effective_on = '2017-01-01' WHERE position = 3": ["ColumnsDiffer"],
    "DELETE FROM register_act WHERE position = 2": ["ActsMissing", "ChainBroken"],
    "DELETE FROM register_act WHERE position = 3": ["HeadDiffers", "ContentWithoutAct"],
    "DELETE FROM register_content WHERE position = 3": ["ContentMissing"],
    "UPDATE register_content SET content = '{}' WHERE position = 1": ["ContentAltered"],
    "UPDATE register_content SET salt = sha256('') WHERE position = 1": ["ContentAltered"],
    "UPDATE register_head SET digest = sha256('')": ["HeadDiffers"],
    "UPDATE register_head SET position = 4": ["HeadDiffers"],
    "DELETE FROM register_head": ["HeadDiffers"],
    "UPDATE register_storedstate SET is_open = true": ["TableDiffers"],
    "DELETE FROM shelf_name": ["TableDiffers"],
}


@pytest.mark.parametrize("statement", ALTERED)
def test_what_was_altered_is_found(written, statement):
    _behind_its_back(statement)
    codes = [finding.code for finding in verify().findings]
    assert set(ALTERED[statement]) <= set(codes)


def test_acts_that_cannot_be_folded_are_a_finding_not_a_crash(written):
    _behind_its_back("UPDATE register_act SET effect = '{}' WHERE position = 2")
    assert [finding.code for finding in verify().findings] == ["ActAltered", "ActsDoNotFold"]
