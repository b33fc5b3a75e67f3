"""Since when a department knows that a record is wrong: the law's days, counted by hand."""

from datetime import date

import pytest
from msgspec.structs import replace

from goodstanding.rules.acts.record import RecordCorrected, RecordErrorNoted
from goodstanding.rules.correction.correct import Before, Correction, correct
from goodstanding.rules.correction.learned import dismiss, due_of, note, open_error
from goodstanding.rules.errors import Refused
from goodstanding.rules.evolve import evolve
from goodstanding.rules.law import Law
from goodstanding.rules.objection.decide import withdraw
from goodstanding.rules.working_set import WorkingSet
from tests.rules.calendars import official
from tests.rules.correction.world import LAW, NAME, entered, fold, recorded
from tests.rules.test_law_by_hand import book

RECORD = fold(entered())
LISTING = replace(RECORD, record_kind="severe-listing")
PACKS = {
    name: Law(rulebook=book(name), calendar=official())
    for name in ("dongguan-2018", "shenzhen-2023", "cn-2026")
}
FRIDAY = date(2026, 4, 3)


# Qingming: Saturday 4 to Monday 6 April 2026 are off; 7 (1), 8 (2), 9 (3).
@pytest.mark.parametrize(
    ("pack", "record", "learned_on", "rule", "due"),
    [
        ("dongguan-2018", RECORD, FRIDAY, "correction", date(2026, 4, 9)),
        ("dongguan-2018", LISTING, FRIDAY, "correction", date(2026, 4, 9)),
        ("cn-2026", RECORD, FRIDAY, "publicity-withdrawal", date(2026, 4, 9)),
        ("cn-2026", LISTING, FRIDAY, "correction", date(2026, 4, 9)),
        # The day before the national rule: the city's own number. 1 (1), 2 (2), 3 (3).
        ("cn-2026", RECORD, date(2026, 3, 31), "correction", date(2026, 4, 3)),
        ("shenzhen-2023", RECORD, FRIDAY, "correction", date(2026, 4, 7)),
    ],
)
def test_the_days_of_the_rule(pack, record, learned_on, rule, due):
    found = due_of(record, learned_on, PACKS[pack])
    assert found is not None
    assert (found.rule, found.start, found.due) == (rule, learned_on, due)


def test_where_no_rule_counts_the_day_is_kept_and_nobody_is_late():
    assert due_of(RECORD, date(2023, 2, 28), PACKS["shenzhen-2023"]) is None


def noted(**more):
    asked = {"learned_on": FRIDAY, "through": "court", "text": "", "law": LAW, "on": FRIDAY, **more}
    return note(asked.pop("record", RECORD), **asked)


def known(on=FRIDAY):
    (made,) = noted(on=on)
    assert isinstance(made.effect, RecordErrorNoted)
    return evolve(RECORD, recorded(made, position=2, by="o-5"))


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"learned_on": date(2026, 4, 4)}, ("LearnedInFuture",)),
        ({"learned_on": date(2026, 2, 28)}, ("LearnedBeforeDecision",)),
        ({"learned_on": date(2026, 3, 1)}, ()),
        ({"through": "rumour"}, ("ThroughUnknown",)),
        ({"record": known()}, ("ErrorNotedBefore",)),
    ],
)
def test_what_stands_against_a_note(more, codes):
    try:
        noted(**more)
    except Refused as refused:
        assert refused.codes == codes
    else:
        assert codes == ()


def put_right(record, on, **more):
    before = Before(record=record, content=entered().content, name=NAME)
    wanted = Correction(values={"CF_NR_FK": "2"}, reasons="金额有误。", **more)
    options = {"holder_of": lambda _: None, "hindering": [], "law": LAW, "on": on}
    made = correct(before, wanted, **options)
    return evolve(record, recorded(made[0], position=3)), made[0].effect


@pytest.mark.parametrize(
    ("on", "late"),
    [(date(2026, 4, 8), False), (date(2026, 4, 9), False), (date(2026, 4, 10), True)],
)
def test_a_correction_ends_what_was_noted_in_time_or_late(on, late):
    record, effect = put_right(known(), on, learned_on=date(2026, 4, 7))
    assert isinstance(effect, RecordCorrected)
    assert not effect.learned, "the day noted before holds"
    (error,) = record.errors
    assert (error.learned_on, error.ended, error.ended_on) == (FRIDAY, "corrected", on)
    assert error.late is late
    assert open_error(record) is None


def test_a_day_told_with_the_correction_itself_is_kept_with_its_end():
    record, effect = put_right(RECORD, date(2026, 4, 10), learned_on=FRIDAY)
    (error,) = record.errors
    assert (error.due.due, error.late, error.through) == (date(2026, 4, 9), True, "")
    assert effect.learned.on == FRIDAY
    plain, _ = put_right(RECORD, date(2026, 4, 10))
    assert not plain.errors
    with pytest.raises(Refused) as refused:
        put_right(RECORD, FRIDAY, learned_on=date(2026, 4, 7))
    assert refused.value.codes == ("LearnedInFuture",)


@pytest.mark.parametrize("told", [None, FRIDAY])
def test_a_withdrawal_ends_it_too(told):
    before = RECORD if told else known()
    options = {"work": WorkingSet({before.id: before}), "law": LAW, "on": date(2026, 4, 9)}
    acts = withdraw(before, as_wrong=True, reasons="原决定已撤销。", learned_on=told, **options)
    (error,) = evolve(before, recorded(acts[0], position=3)).errors
    assert (error.ended, error.late, error.learned_on) == ("withdrawn", False, FRIDAY)


def test_a_record_that_is_right_after_all_keeps_the_note_and_may_be_noted_again():
    with pytest.raises(Refused) as refused:
        dismiss(RECORD, reasons=" ", on=FRIDAY)
    assert refused.value.codes == ("NoErrorNoted", "WhyRightMissing")
    (made,) = dismiss(known(), reasons="核对无误。", on=date(2026, 4, 8))
    record = evolve(known(), recorded(made, position=3))
    assert [each.ended for each in record.errors] == ["unfounded"]
    again = noted(record=record, on=date(2026, 4, 9), learned_on=date(2026, 4, 9))
    assert len(again) == 1
