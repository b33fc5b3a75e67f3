"""Receipts and what relied on a record; batches and what became of their rows."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from goodstanding.enquiries import queries as enquiries
from goodstanding.enquiries.receipts import NewReceipt, keep
from goodstanding.intake import batches
from goodstanding.intake import queries as intake
from goodstanding.intake.batches import Outcome, Problem
from goodstanding.intake.models import Batch
from tests.shelves import history

AT = datetime(2018, 3, 20, 2, 0, tzinfo=UTC)


def receipt(id, *records, answer="restricted", act_as="restricted"):
    return NewReceipt(
        id=id,
        organisation=history.CODE,
        procedure="tender",
        case_number="岚采〔2018〕3号",
        on_day=date(2018, 3, 20),
        position=10,
        answer=answer,
        act_as=act_as,
        known=True,
        rulebook="r" * 64,
        calendar="c" * 16,
        effects=[history.LINE],
        records=records,
        asked_by="o-1",
        department="finance",
        recipient="finance",
        at=AT,
    )


def test_a_receipt_is_found_by_every_record_it_rests_on(database):
    keep(receipt("c-1", ("r-1", 1), ("r-2", 3), ("r-1", 1)), receipt("c-2", ("r-2", 3)))
    assert [each.id for each in enquiries.relying_on(records=["r-2"])] == ["c-1", "c-2"]
    assert [each.id for each in enquiries.relying_on(records=["r-1"])] == ["c-1"]
    found = enquiries.receipt(id="c-1")
    assert list(zip(found.records, found.versions, strict=True)) == [("r-1", 1), ("r-2", 3)]
    assert found.effects[0]["measure"] == "bid-limit"
    assert enquiries.of_recipient(recipient="finance").count() == 2


@pytest.mark.parametrize("wrong", [{"answer": "7 points"}, {"act_as": "stayed"}])
def test_an_answer_is_one_of_five_and_what_to_act_as_is_firm(database, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(receipt("c-1", **wrong))


def open_batch(id="b-1", digest="k1"):
    return batches.open_batch(
        id=id,
        kind="penalty",
        department="finance",
        file_digest=digest,
        size=2048,
        by="o-1",
        at=AT,
    )


PROBLEM = Problem(column="XK_XYDM", code="CheckCharacterWrong", fields={"given": "9"})


def test_every_row_is_accounted_for(database):
    open_batch()
    first = [
        Outcome(row=2, state="accepted"),
        Outcome(row=3, state="rejected", problems=(PROBLEM,), echo={"XK_XDR_MC": "岚港市示例"}),
    ]
    batches.note_outcomes(batch="b-1", outcomes=first)
    assert intake.unfinished(department="finance", kind="penalty", file_digest="k1") is None
    Batch.objects.filter(id="b-1").update(last_row=3)
    assert intake.unfinished(department="finance", kind="penalty", file_digest="k1").id == "b-1"
    second = [Outcome(row=4, state="duplicate"), Outcome(row=5, state="quarantined")]
    batches.note_outcomes(batch="b-1", outcomes=second)
    batches.finish(batch="b-1", at=AT)
    found = intake.batch(id="b-1")
    counts = (found.read, found.accepted, found.duplicates, found.rejected, found.quarantined)
    assert counts == (4, 1, 1, 1, 1)
    assert intake.unfinished(department="finance", kind="penalty", file_digest="k1") is None
    assert [each.row for each in intake.needing_work(batch="b-1")] == [3, 5]
    (rejected,) = intake.outcomes(batch="b-1", state="rejected")
    assert rejected.problems == [
        {"column": "XK_XYDM", "code": "CheckCharacterWrong", "fields": {"given": "9"}}
    ]
    assert rejected.echo == {"XK_XDR_MC": "岚港市示例"}


@pytest.mark.parametrize("state", ["quarantined", "accepted", "duplicate"])
def test_cells_are_kept_of_rejected_rows_only(database, state):
    open_batch()
    shown = Outcome(row=2, state=state, echo={"XK_XDR_MC": "岚港市示例"})
    with pytest.raises(IntegrityError), transaction.atomic():
        batches.note_outcomes(batch="b-1", outcomes=[shown])
