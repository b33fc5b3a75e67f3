"""Texts wait, are read, and wait again only where nobody has read them as they now are."""

from datetime import date

import pytest

from goodstanding.rules import text_reading
from goodstanding.rules.acts.record import RecordTextHeld, RecordTextRead
from goodstanding.rules.errors import Refused
from goodstanding.rules.records import judge_row
from goodstanding.rules.states import Record, Version, Withdrawal
from goodstanding.rules.text_reading import public_texts
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import penalty

DAY = date(2026, 6, 1)
NAMED, PLAIN = "该批货物由黄国强运至仓库。", "该批货物运至仓库。"


def row(facts: str):
    return judge_row(penalty(1, CF_SY=facts), kind="penalty", row=1, rulebook=RULES, today=DAY)


def record(*texts_held: str, withdrawn: Withdrawal | None = None) -> Record:
    return Record(
        id="r-1",
        organisation="91449800MA00000017",
        record_kind="penalty",
        department="market-regulation",
        authority="a",
        document="d",
        decided_on=DAY,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key="k",
        public_from=DAY,
        public_until=DAY,
        publication=None,
        entered_by="o-1",
        entered_on=DAY,
        versions=(Version(number=1, position=3, digest="x"),),
        withdrawn=withdrawn,
        texts_held=texts_held,
    )


def effects(decided):
    return [each.effect for each in decided]


@pytest.mark.parametrize(
    ("waiting", "before", "after", "waits"),
    [
        ((), PLAIN, PLAIN, False),
        ((), PLAIN, NAMED, True),
        ((), NAMED, PLAIN, False),
        ((), NAMED, NAMED, False),  # read and found fit, and as it was
        (("facts",), NAMED, NAMED, True),
        (("facts",), NAMED, PLAIN, False),
        (("facts",), PLAIN, NAMED, True),
    ],
)
def test_after_a_correction(waiting, before, after, waits):
    found = text_reading.held_after(record(*waiting), row(after), {"facts": before}, on=DAY)
    assert effects(found) == ([RecordTextHeld(texts=("facts",))] if waits else [])


def test_a_new_record_waits_only_where_it_may_name_somebody():
    assert text_reading.held(row(PLAIN), record="r-1", on=DAY) == []
    (act,) = text_reading.held(row(NAMED), record="r-1", on=DAY)
    assert (act.aggregate, act.effect) == ("r-1", RecordTextHeld(texts=("facts",)))


def test_document_put_right_on_objection_leaves_the_wait_as_it_was():
    assert text_reading.still_held(record(), on=DAY) == []
    found = text_reading.still_held(record("facts", "penalty"), on=DAY)
    assert effects(found) == [RecordTextHeld(texts=("facts", "penalty"))]


def test_found_fit_once_at_the_version_that_was_read():
    waiting = record("facts")
    (act,) = text_reading.found_fit(waiting, version=1, on=DAY)
    assert act.effect == RecordTextRead(version=1)
    gone = Withdrawal(on=DAY, as_wrong=True, reason="x", position=4)
    for state, version, code in [
        (record(), 1, "NoTextWaits"),
        (record("facts", withdrawn=gone), 1, "NoTextWaits"),
        (waiting, 2, "CorrectedMeanwhile"),
    ]:
        with pytest.raises(Refused) as refused:
            text_reading.found_fit(state, version=version, on=DAY)
        assert refused.value.codes == (code,)


def test_strangers_see_the_basis_and_none_of_the_free_texts():
    texts = {"facts": "f", "penalty": "p", "basis": "b", "reasons": "r", "valid_until": "v"}
    assert public_texts(texts, held=False) == texts
    assert set(public_texts(texts, held=True)) == {"basis", "reasons", "valid_until"}
