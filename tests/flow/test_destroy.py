"""Contents are destroyed by two people, come back from no backup, and everything still verifies."""

import os
from datetime import date

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.utils import DatabaseError

from goodstanding.files import journal
from goodstanding.flow import contest, destroy
from goodstanding.register import reading, removing
from goodstanding.register.backup import backup, restore
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.removals import queries as removals
from goodstanding.rules.actors import Role
from goodstanding.rules.errors import Refused
from tests.flow.drafting import installed
from tests.flow.listing import officer, penalised
from tests.register.conftest import another_database

__all__ = ["another_database"]

WITHDRAWN, LATER = date(2021, 4, 1), date(2026, 4, 1)
WHY = {"basis": "retention-over", "reasons": "保存期届满。"}
ORDER = {
    "basis": "court-order",
    "cited": "岚港市中级人民法院",
    "document": "（2021）岚01行终3号",
    "reasons": "依生效裁判销毁。",
}


@pytest.fixture
def place(database):
    """The removal journal of this installation."""
    return removing.place()


@pytest.fixture
def record(database):
    """A record that was withdrawn."""
    installed()
    found = penalised()
    reviewer = officer(Role.REVIEWER, WITHDRAWN)
    contest.withdraw_record(reviewer, record=found, as_wrong=True, reasons="原决定已撤销。")
    return found


def proposed(record: str, on: date = LATER, **why: str) -> str:
    return destroy.propose_removal(officer(Role.OFFICER, on), target=record, **(why or WHY))


def approved(removal: str, on: date = LATER) -> int:
    return destroy.approve_removal(officer(Role.REVIEWER, on), removal=removal)


def refused(step, *args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(Refused) as found:
        step(*args, **kwargs)
    return found.value.codes


def nothing_wrong() -> bool:
    return verify().findings == () and rebuild().differences == 0


def test_contents_and_salts_go_and_headers_effects_and_head_stay(record, place):
    before = reading.states(reading.stream_of(record))
    removal = proposed(record)
    assert reading.contents_of([record]), "proposing destroys nothing"
    assert approved(removal) == 2
    assert reading.contents_of([record]) == ()
    assert reading.states(reading.stream_of(record))[record] == before[record]
    assert nothing_wrong()
    gone = removals.removed(positions=[each.position for each in before[record].versions])
    assert [(each.removed_on, each.basis) for each in gone.values()] == [(LATER, "retention-over")]
    (line,) = removing.held().lines
    assert place.stat().st_mode & 0o777 == 0o600
    assert len(line.leaves) == 2
    with connections["owner"].cursor() as cursor:
        assert list(removing.lines_of(cursor)) == [line]


def test_nobody_destroys_alone_too_early_or_twice(record):
    early = date(2026, 3, 30)
    assert refused(proposed, record, early) == ("RetentionRuns",)
    assert refused(proposed, record, early, **{**ORDER, "document": "", "cited": ""}) == (
        "RemovalCitationMissing",
        "RemovalOrderMissing",
    )
    removal = proposed(record, early, **ORDER)
    assert refused(proposed, record, early, **ORDER) == ("RemovalWaits",)
    clerk = officer(Role.OFFICER, early)
    assert refused(destroy.approve_removal, clerk, removal=removal) == (
        "RoleMissing",
        "SamePersonTwice",
    )
    approved(removal, early)
    assert refused(approved, removal, early) == ("RemovalClosed",)
    assert refused(proposed, record, early, **ORDER) == ("NoContentLeft",)
    other = penalised(2)
    assert refused(proposed, other, date(2021, 5, 1)) == ("StillStanding",)
    reviewer = officer(Role.REVIEWER, WITHDRAWN)
    contest.withdraw_record(reviewer, record=other, as_wrong=True, reasons="原决定已撤销。")
    removal = proposed(other)
    removing.place().unlink()
    assert refused(approved, removal) == ("JournalBehind",)
    assert len(reading.contents_of([other])) == 2


def test_nothing_goes_that_was_dropped_or_by_any_other_way(record):
    removal = proposed(record)
    destroy.drop_removal(officer(Role.OFFICER, LATER), removal=removal, reasons="尚有诉讼。")
    assert refused(approved, removal) == ("RemovalClosed",)
    for alias in ("default", "owner"):
        with pytest.raises(DatabaseError), connections[alias].cursor() as cursor:
            cursor.execute("DELETE FROM register_content")
    with connection.cursor() as cursor:
        cursor.execute("SELECT remove_contents(position) FROM register_act")
        assert {gone for (gone,) in cursor.fetchall()} == {0}
    assert len(reading.contents_of([record])) == 2
    assert nothing_wrong()


def test_a_restore_from_before_destroys_again_to_the_same_head(record, tmp_path, another_database):
    removal = proposed(record)
    backup(tmp_path / "before")
    approved(removal)
    head = reading.head()
    backup(tmp_path / "after")
    for file, again in (("before", 1), ("after", 0)):
        another_database()
        report = restore(tmp_path / file)
        assert (report.head, report.removed) == (head.digest.hex(), again)
        assert reading.contents_of([record]) == ()
        assert nothing_wrong()


def test_a_journal_that_is_missing_torn_or_behind_stops_the_restore(
    record, place, monkeypatch, tmp_path, another_database
):
    removal = proposed(record)
    backup(tmp_path / "before")
    approved(removal)
    backup(tmp_path / "after")
    whole = place.read_bytes()
    another_database()
    place.write_bytes(whole[:-9])
    assert refused(restore, tmp_path / "before") == ("JournalTorn",)
    place.write_bytes(whole.replace(b"retention", b"retentioN"))
    assert refused(restore, tmp_path / "before") == ("JournalTorn",)
    place.write_bytes(b"")
    assert refused(restore, tmp_path / "after") == ("JournalBehind",)
    place.unlink()
    assert refused(restore, tmp_path / "after") == ("JournalMissing",)
    monkeypatch.setattr(settings, "REMOVAL_JOURNAL_NAMED", True)
    assert refused(restore, tmp_path / "before") == ("JournalMissing",)
    assert restore(tmp_path / "before", nothing_was_removed=True).removed == 0


KILLED = {
    "before the act": (destroy.steps, "approve"),
    "before the deletion": (removing, "deleted"),
    "before the line": (journal, "append"),
    "before the line is on the disk": (os, "fsync"),
    "before the commit": (removing, "held_after"),
}


def test_killed_on_the_way_it_did_not_happen_and_is_done_again(record, place):
    removal = proposed(record)
    for where, name in KILLED.values():
        _killed(removal, where, name)
        assert len(reading.contents_of([record])) == 2
    assert nothing_wrong()
    with place.open("ab") as torn:
        torn.write(b'{"before": "cut of')
    assert approved(removal) == 2
    kept = removing.held()
    assert (len(kept.standing), kept.journal.cut) == (1, False)
    assert nothing_wrong()


def _killed(removal: str, where: object, name: str) -> None:
    connections.close_all()
    if (child := os.fork()) == 0:
        setattr(where, name, lambda *args, **kwargs: os._exit(9))
        try:
            approved(removal)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
