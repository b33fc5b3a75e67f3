"""Entries of lists kept by others, and honours: good rows, bad rows, lists that stay outside."""

from datetime import date

import pytest

from goodstanding.files.refusals import FormulaInCell
from goodstanding.rules.judging import column_refusals, judge_rows
from goodstanding.rules.official_columns import template_columns
from goodstanding.rules.receiving import record_entered
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected
from goodstanding.rules.records import judge_row
from tests.rules.correction.world import LAW
from tests.rules.penalty_rows import (
    AUTHORITY,
    abnormal,
    code,
    honour,
    identity_number,
    listing,
    penalty,
    wrong_check,
)

TODAY = date(2026, 6, 1)
ROWS = {"abnormal-operation": abnormal, "severe-listing": listing, "honour": honour}
PREFIX = {"abnormal-operation": "AO_", "severe-listing": "SL_", "honour": "HO_"}
KINDS = list(ROWS)


def judged(kind: str, flaws=None, **changed: str):
    row = ROWS[kind](1, **{PREFIX[kind] + name: text for name, text in changed.items()})
    named = {PREFIX[kind] + name: flaw for name, flaw in (flaws or {}).items()}
    return judge_row(row, kind=kind, row=7, rulebook=LAW.rulebook, today=TODAY, flaws=named)


def entered(kind: str, **changed: str):
    row = judged(kind, **changed)
    assert isinstance(row, Accepted), row
    made = record_entered(
        row, id="r-1", digest=digest(row), department="d", batch="", law=LAW, on=TODAY
    )
    return made.effect


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_row_is_a_record(kind):
    row = judged(kind)
    assert isinstance(row, Accepted)
    assert (row.organisation_code, row.decided_on) == (code(1), date(2026, 3, 2))
    assert row.natural_key[0] == AUTHORITY
    assert row.fields.valid_until == date(2029, 3, 1)
    assert row.fields.basis_readable
    assert row.warnings == ()


def test_a_severe_listing_starts_nothing_and_is_not_public_by_itself():
    effect = entered("severe-listing")
    assert (effect.adverse, effect.transcribed) == (True, True)
    assert (effect.public_from, effect.public_until, effect.publication) == (None, None, None)


@pytest.mark.parametrize(
    ("until", "last_day"),
    [
        # 36 months from 2026-03-02 end on 2029-03-01; a removal before then ends publicity.
        ("", date(2029, 3, 1)),
        ("2099/12/31", date(2029, 3, 1)),
        ("2030-01-01", date(2029, 3, 1)),
        ("2026-09-30", date(2026, 9, 30)),
    ],
)
def test_abnormal_operation_is_public_no_longer_than_its_list_holds_it(until, last_day):
    effect = entered("abnormal-operation", UNTIL=until)
    assert (effect.adverse, effect.transcribed) == (True, False)
    assert effect.public_until == last_day


def test_an_honour_is_no_adverse_record():
    assert entered("honour").adverse is False
    assert entered("honour", BASIS="", REASON="", UNTIL="").basis_readable


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"DOCUMENT": ""}, ("DOCUMENT", "ValueMissing")),
        ({"DECIDED_ON": "2026-02-30"}, ("DECIDED_ON", "DateNotRead")),
        (
            {"DECIDED_ON": "2026-06-02", "LISTED_ON": "2026-06-02"},
            ("DECIDED_ON", "DateInTheFuture"),
        ),
        ({"UNTIL": "2026-03-01"}, ("UNTIL", "DatesOutOfOrder")),
        ({"UNTIL": "三年"}, ("UNTIL", "DateNotRead")),
        ({"AUTHORITY": ""}, ("AUTHORITY", "ValueMissing")),
        ({"CODE": wrong_check(1)}, ("CODE", "CheckCharacterWrong")),
        ({"CODE": ""}, ("CODE", "ValueMissing")),
        ({"NAME": ""}, ("NAME", "ValueMissing")),
        ({"REASON": "字" * 4001}, ("REASON", "TextTooLong")),
    ],
)
def test_what_is_wrong_is_told_in_its_column(kind, changed, problem):
    if kind == "honour":
        changed = {name: text for name, text in changed.items() if name != "LISTED_ON"}
    found = judged(kind, **changed)
    assert isinstance(found, Rejected), found
    assert (PREFIX[kind] + problem[0], problem[1]) in {(p.column, p.code) for p in found.problems}


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("abnormal-operation", "LIST"),
        ("severe-listing", "LIST"),
        ("severe-listing", "BASIS"),
        ("severe-listing", "LISTED_ON"),
        ("severe-listing", "REASON"),
        ("honour", "HONOUR"),
    ],
)
def test_what_a_kind_needs_is_asked_for(kind, column):
    found = judged(kind, **{column: ""})
    assert isinstance(found, Rejected)
    assert [(p.column, p.code) for p in found.problems] == [(PREFIX[kind] + column, "ValueMissing")]


def test_listed_before_the_decision_is_out_of_order():
    found = judged("severe-listing", LISTED_ON="2026-03-01")
    assert [p.code for p in found.problems] == ["DatesOutOfOrder"]


@pytest.mark.parametrize(
    ("kind", "changed", "reason"),
    [
        ("severe-listing", {"LIST": "网信领域严重失信主体名单"}, "OutsideTheRegister"),
        ("severe-listing", {"LIST": "严重失信主体名单（网信 领域）"}, "OutsideTheRegister"),
        ("severe-listing", {"LIST": "互联网信息服务严重失信主体名单"}, "OutsideTheRegister"),
        ("severe-listing", {"LIST": "文化市场严重失信主体名单"}, "OutsideTheRegister"),
        ("severe-listing", {"LIST": "文化和旅游市场严重失信主体名单"}, "OutsideTheRegister"),
        ("severe-listing", {"LIST": "社会组织严重违法失信名单"}, "OutsideTheRegister"),
        ("abnormal-operation", {"LIST": "社会组织活动异常名录"}, "OutsideTheRegister"),
        ("severe-listing", {"BASIS": "《社会组织信用信息管理办法》第十五条"}, "OutsideTheRegister"),
        ("severe-listing", {"BASIS": "《出版管理条例》第六十一条"}, "OutsideTheRegister"),
        ("honour", {"BASIS": "《国防动员法》第五条"}, "OutsideTheRegister"),
        ("severe-listing", {"REASON": f"负责人 {identity_number()}"}, "IdentityNumberInCell"),
        ("honour", {"REASON": f"先进个人 {identity_number()}"}, "IdentityNumberInCell"),
        ("honour", {"CODE": identity_number(), "NAME": "甲某某"}, "RowAboutPerson"),
        ("severe-listing", {"CODE": code(1, prefix="92")}, "RowAboutHouseholdBusiness"),
        ("honour", {"CODE": code(1, prefix="81")}, "ClassOutsideTheRegister"),
    ],
)
def test_of_what_stays_outside_nothing_is_kept(kind, changed, reason):
    found = judged(kind, **changed)
    assert isinstance(found, Quarantined), found
    assert found.code == reason


@pytest.mark.parametrize(
    "list_name",
    ["旅游市场严重失信主体名单", "安全生产严重失信主体名单", "拖欠农民工工资失信联合惩戒对象名单"],
)
def test_other_lists_are_held(list_name):
    assert isinstance(judged("severe-listing", LIST=list_name), Accepted)


def test_a_formula_is_told_and_no_value():
    found = judged("severe-listing", flaws={"REASON": FormulaInCell()})
    assert [(p.column, p.code) for p in found.problems] == [("SL_REASON", "FormulaInCell")]


def test_one_decision_may_penalise_and_list():
    both = {"CF_WSH": "岚市监〔2026〕1号"}, {"SL_DOCUMENT": "岚市监〔2026〕1号"}
    fine = judge_row(
        penalty(1, **both[0]), kind="penalty", row=1, rulebook=LAW.rulebook, today=TODAY
    )
    entry = judge_row(
        listing(1, **both[1]), kind="severe-listing", row=1, rulebook=LAW.rulebook, today=TODAY
    )
    assert fine.natural_key != entry.natural_key


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_row_twice_is_a_duplicate_and_another_value_a_conflict(kind):
    class Row:
        flaws: dict = {}

        def __init__(self, number, cells):
            self.number, self.cells = number, cells

    other = ROWS[kind](1, **{PREFIX[kind] + "REASON": "另有原因"})
    rows = [Row(n, cells) for n, cells in enumerate([ROWS[kind](1), ROWS[kind](1), other], 2)]
    found = judge_rows(rows, kind=kind, rulebook=LAW.rulebook, today=TODAY)
    assert (len(found.accepted), [d.row for d in found.duplicates]) == (1, [3])
    assert [p.code for _, p in found.problems()] == ["ConflictsWithRecord"]


def test_a_file_of_one_list_is_not_one_of_the_other():
    titles = [column.title for column in template_columns("abnormal-operation")]
    missing = column_refusals(titles, kind="severe-listing")
    assert [each.fields["column"] for each in missing] == ["严重失信主体名单名称"]
