"""A backup restored verifies to the same head, or nothing is restored."""

import stat
import zipfile

import pytest
from django.db import connections

from goodstanding.register import reading
from goodstanding.register.backup import backup, restore
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from goodstanding.rules.errors import Refused
from tests.register import acts

A = acts.stream(1)


def _write(*decided):
    with writing(A, author=acts.OFFICER, at=acts.MOMENT) as work:
        work.append(decided)


@pytest.fixture
def file(database, tmp_path):
    """A backup of a register with some acts and rows of ordinary tables."""
    _write(acts.entered(A), acts.record(A, "record-1"), acts.marked(A, "record-1"))
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO register_idempotencykey (client, key, digest, created_at)"
            " VALUES ('client\t\\N 客户', 'key', '\\x00ff', '2018-03-01')"
        )
    backup(tmp_path / "register.backup")
    return tmp_path / "register.backup"


@pytest.fixture
def empty(file, another_database):
    """The same register's schema, empty, after the backup was made."""
    return another_database()


def test_a_restored_register_has_the_same_head_and_goes_on(file, another_database):
    head, states = reading.head(), reading.states(A)
    another_database()
    assert reading.head().position == 0
    report = restore(file)
    assert (report.position, report.head) == (3, head.digest.hex())
    assert reading.head() == head
    assert reading.states(A) == states
    _write(acts.marked(A, "record-1", "objection-2"))
    assert verify().findings == ()
    assert reading.head().position == 4


def test_every_table_comes_back_row_by_row_and_numbers_go_on(file, empty):
    restore(file)
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO register_idempotencykey (client, key, digest, created_at)"
            " VALUES ('client-2', 'key', '', '2018-03-02')"
        )
        cursor.execute("SELECT id, client, digest FROM register_idempotencykey ORDER BY id")
        assert cursor.fetchall() == [(1, "client\t\\N 客户", b"\x00\xff"), (2, "client-2", b"")]


def test_only_its_owner_may_read_the_file(file):
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_register_that_holds_anything_is_not_overwritten(file):
    before = reading.head()
    with pytest.raises(Refused) as refused:
        restore(file)
    assert refused.value.codes == ("RegisterNotEmpty",)
    assert reading.head() == before


def _rewritten(file, change):
    """The same archive with one entry changed."""
    target = file.with_suffix(".altered")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


ALTERATIONS = {
    "a row altered": (
        lambda name, raw: raw.replace(b"client", b"tneilc") if "idempotency" in name else raw,
        "BackupUnreadable",
    ),
    "a table missing": (
        lambda name, raw: None if name == "register_act" else raw,
        "BackupUnreadable",
    ),
    "no manifest": (
        lambda name, raw: None if name == "manifest.json" else raw,
        "BackupUnreadable",
    ),
    "another head": (
        lambda name, raw: raw.replace(b'"position": 3', b'"position": 2'),
        "RestoredHeadDiffers",
    ),
    "another schema": (
        lambda name, raw: raw.replace(b"register.0002_append_only", b"register.0002_other"),
        "BackupOfAnotherSchema",
    ),
    "another format": (
        lambda name, raw: raw.replace(b'"format": 1', b'"format": 2'),
        "BackupUnreadable",
    ),
}


@pytest.mark.parametrize("title", ALTERATIONS)
def test_an_altered_backup_restores_nothing(file, empty, title):
    change, code = ALTERATIONS[title]
    with pytest.raises(Refused) as refused:
        restore(_rewritten(file, change))
    assert refused.value.codes == (code,)
    assert reading.head().position == 0
    assert reading.states(A) == {}


def test_a_file_cut_short_or_of_another_kind_is_refused(file, empty):
    whole = file.read_bytes()
    for piece in (whole[: len(whole) // 2], b"no archive", b""):
        file.write_bytes(piece)
        with pytest.raises(Refused) as refused:
            restore(file)
        assert refused.value.codes == ("BackupUnreadable",)
