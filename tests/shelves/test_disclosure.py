"""Who was told what must no longer be used."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connections, transaction
from django.db.utils import DatabaseError, IntegrityError

from goodstanding.disclosure import ledger, queries
from goodstanding.disclosure.ledger import Told
from goodstanding.register.reading import head
from goodstanding.rules.acts.designation import DesignationEnded
from tests.shelves import history

AT = datetime(2018, 3, 20, 2, 0, tzinfo=UTC)


def told(recipient, record=history.RECORD, version=1, **more):
    return Told(
        recipient=recipient, record=record, version=version, position=head().position, **more
    )


def recalls(**asked):
    return [(each.recipient, each.version, each.kind) for each in queries.open_recalls(**asked)]


def withdraw(as_wrong=True):
    acts = history.WITHDRAWN if as_wrong else []
    history.record_acts(acts)


def test_everyone_told_of_a_record_has_a_recall_once_it_is_withdrawn(database):
    history.record_acts(history.UNTIL_STAYED)
    points = [
        told("finance", case_number="岚采〔2018〕3号", receipt="c-1"),
        told("finance", case_number="岚采〔2018〕3号", receipt="c-1"),
        told("c-bank", client="c-bank"),
        told("c-bank", record="r-other"),
        told(""),
    ]
    ledger.note(points, at=AT)
    assert recalls() == []
    withdraw()
    assert recalls() == [("c-bank", 1, "was-wrong"), ("finance", 1, "was-wrong")]
    (recall,) = queries.open_recalls(recipient="finance")
    assert (recall.times, recall.case_numbers, recall.receipts) == (
        2,
        ("岚采〔2018〕3号",),
        ("c-1",),
    )
    assert recall.position == head().position - 3
    assert queries.recipients(record=history.RECORD) == ["c-bank", "finance"]


BEFORE, ON, AFTER = "2018-02-28", "2018-03-20", "2021-02-28"
COPIES = {
    "a file of a day on which it was public": ("records", {"on": ON}, 0, 1),
    "a file of the day before": ("records", {"on": BEFORE}, 0, 0),
    "a file of the day after": ("records", {"on": AFTER}, 0, 0),
    "a file from before the day was noted": ("records", {"format": "csv"}, 0, 1),
    "a file made after the fall": ("records", {"on": ON}, 99, 0),
    "a file made before it was entered": ("records", {"on": ON}, -99, 0),
    "a page of changes with its entry": ("changes", {"after": "0", "until": "2"}, 0, 1),
    "a page that begins with its entry": ("changes", {"after": "2", "until": "9"}, 0, 0),
    "a page that ends before its entry": ("changes", {"after": "0", "until": "1"}, 0, 0),
    "a page from before its end was noted": ("changes", {"after": "1"}, 0, 1),
    "a file of stubs": ("withdrawals", {"on": ON}, 0, 0),
}


@pytest.mark.parametrize("name", COPIES)
def test_who_took_a_copy_with_the_version_has_a_recall(database, name):
    dataset, asked, later, expected = COPIES[name]
    history.record_acts(history.UNTIL_STAYED)
    position = max(head().position + later, 0)
    ledger.note_range(recipient="bank", dataset=dataset, filter=asked, position=position, at=AT)
    withdraw()
    found = [each for each in queries.open_recalls() if each.subject == "record"]
    assert len(found) == expected
    if found:
        assert (found[0].id, found[0].datasets) == ("r-1.1.was-wrong", (dataset,))
        done = {"record": history.RECORD, "version": 1, "kind": "was-wrong"}
        ledger.acknowledge(recipient="bank", **done, by="o-2", at=AT)
        assert recalls() == []


def test_an_answer_and_a_copy_are_one_recall(database):
    history.record_acts(history.UNTIL_STAYED)
    position = head().position
    ledger.note([told("bank")], at=AT)
    ledger.note_range(
        recipient="bank", dataset="records", filter={"on": ON}, position=position, at=AT
    )
    withdraw()
    (recall,) = queries.open_recalls()
    assert (recall.times, recall.datasets) == (2, ("records",))


def test_a_version_is_recalled_by_the_days_on_which_that_version_was_public(database):
    history.record_acts(history.UNTIL_NOTICE)
    ledger.note_range(
        recipient="bank",
        dataset="records",
        filter={"on": "2018-03-01"},
        position=head().position,
        at=AT,
    )
    history.record_acts([history.CORRECTED])
    assert recalls() == [("bank", 1, "corrected")]
    assert recalls(record=history.RECORD) == [("bank", 1, "corrected")]


ENDINGS = {
    ("objection", True): ["d-1.1.was-wrong"],
    ("revoked", True): ["d-1.1.was-wrong"],
    ("revoked", False): ["d-1.1.stop-using"],
    ("repaired", False): ["d-1.1.stop-using"],
}


@pytest.mark.parametrize(("cause", "from_start"), ENDINGS)
def test_a_designation_that_ended_is_recalled_from_who_was_told_of_it(database, cause, from_start):
    history.record_acts(history.UNTIL_STAYED)
    position = head().position
    ledger.note([told("finance", record=history.CASE), told("finance")], at=AT)
    ledger.note_range(
        recipient="bank", dataset="restrictions", filter={"on": ON}, position=position, at=AT
    )
    ended = DesignationEnded(cause=cause, from_start=from_start, from_day=history.END_DAY)
    history.record_acts([history.act(history.CASE, ended, history.END_DAY)])
    found = queries.open_recalls()
    assert [(each.recipient, each.subject) for each in found] == [
        ("bank", "designation"),
        ("finance", "designation"),
    ]
    assert [each.id for each in queries.open_recalls(recipient="bank")] == ENDINGS[
        cause, from_start
    ]
    wrong = {history.CASE: history.CODE} if from_start else {}
    assert queries.annulled() == wrong


def test_a_designation_that_fell_with_its_record_is_recalled_where_the_record_is_not(database):
    history.record_acts(history.UNTIL_STAYED)
    ledger.note([told("finance", record=history.CASE), told("finance")], at=AT)
    ledger.note([told("bank", record=history.CASE)], at=AT)
    withdraw()
    found = [(each.recipient, each.record) for each in queries.open_recalls()]
    assert found == [("finance", history.RECORD), ("bank", history.CASE)]
    assert recalls(record=history.CASE) == [("bank", 1, "was-wrong")]
    assert queries.annulled() == {}


def test_who_is_told_after_the_fall_has_nothing_to_recall(database):
    history.record_acts(history.UNTIL_WITHDRAWN)
    ledger.note([told("human-resources")], at=AT)
    assert recalls() == []


def test_an_acknowledgement_closes_the_recall_of_its_recipient_only(database):
    history.record_acts(history.UNTIL_STAYED)
    ledger.note([told("finance"), told("c-bank")], at=AT)
    withdraw()
    wanted = {"recipient": "finance", "record": history.RECORD, "version": 1, "kind": "was-wrong"}
    assert ledger.acknowledge(**wanted, by="o-2", at=AT)
    assert not ledger.acknowledge(**wanted, by="o-3", at=AT)
    assert recalls() == [("c-bank", 1, "was-wrong")]
    (closed,) = queries.recalls(recipient="finance")
    assert (closed.acknowledged_by, closed.acknowledged_at) == ("o-2", AT)
    assert queries.recall(recipient="finance", id="r-1.1.was-wrong") == closed
    assert queries.recall(recipient="finance", id="r-1.2.was-wrong") is None


def test_a_correction_acknowledged_does_not_cover_a_later_withdrawal(database):
    history.record_acts(history.UNTIL_NOTICE)
    ledger.note([told("finance")], at=AT)
    history.record_acts([history.CORRECTED])
    assert recalls() == [("finance", 1, "corrected")]
    done = {"recipient": "finance", "record": history.RECORD, "version": 1, "kind": "corrected"}
    ledger.acknowledge(**done, by="o-2", at=AT)
    assert recalls() == []
    ledger.note([told("c-bank", version=2)], at=AT)
    history.record_acts([history.WITHDRAWN[2]])
    assert recalls() == [("finance", 1, "was-wrong"), ("c-bank", 2, "was-wrong")]
    day = date(2018, 4, 10)
    found = queries.fallen_in_public(on=day, limit=1)
    assert [(f.version, f.kind) for f in found] == [(1, "was-wrong"), (2, "was-wrong")]
    assert queries.fallen_in_public(on=day, before=found[0].position, limit=9) == []
    assert queries.fallen_in_public(on=date(2021, 2, 28), limit=9) == []


def test_a_reopening_is_closed_once(database):
    ledger.close_reopening(receipt="c-1", outcome="asked again: clear", by="o-1", at=AT)
    assert set(queries.reopening_outcomes(receipts=["c-1", "c-2"])) == {"c-1"}
    with pytest.raises(IntegrityError), transaction.atomic():
        ledger.close_reopening(receipt="c-1", outcome="again", by="o-1", at=AT)


def run(statement, connection="default"):
    with transaction.atomic(using=connection), connections[connection].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


GROWING = [
    "disclosure_point",
    "disclosure_point_default",
    "disclosure_point_2018_03",
    "disclosure_range",
    "disclosure_acknowledgement",
    "disclosure_reopeningoutcome",
    "enquiries_receipt",
    "catalogue_rulebookversion",
    "catalogue_calendarversion",
    "catalogue_expectation",
    "catalogue_report",
]


@pytest.mark.parametrize("table", GROWING)
def test_what_is_append_only_refuses_the_application_and_cannot_be_emptied(database, table):
    ledger.have_month(date(2018, 3, 1))
    for statement in (f"DELETE FROM {table}", f"TRUNCATE {table}"):
        with pytest.raises(DatabaseError, match="permission denied"):
            run(statement)
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"TRUNCATE {table}", "owner")


def test_a_line_of_the_ledger_is_never_changed_by_its_owner_either(database):
    ledger.have_month(date(2018, 3, 1))
    ledger.note([told("finance")], at=AT)
    ledger.note([told("finance")], at=AT + timedelta(days=60))
    for table in ("disclosure_point", "disclosure_point_2018_03", "disclosure_point_default"):
        for statement in (f"UPDATE {table} SET times = 9", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="append-only"):
                run(statement, "owner")


def test_a_month_has_its_partition_unless_its_rows_lie_elsewhere_already(database):
    ledger.note([told("finance")], at=AT)
    assert not ledger.have_month(date(2018, 3, 31))
    assert ledger.have_month(date(2018, 4, 1))
    assert ledger.have_month(date(2018, 4, 30))
    moments = [datetime(2018, 4, 1, tzinfo=UTC), datetime(2018, 4, 30, 23, 59, tzinfo=UTC)]
    for moment in moments:
        ledger.note([told("finance")], at=moment)
    counted = (
        "SELECT tableoid::regclass::text, count(*) FROM disclosure_point GROUP BY 1 ORDER BY 1"
    )
    assert run(counted) == [("disclosure_point_2018_04", 2), ("disclosure_point_default", 1)]
