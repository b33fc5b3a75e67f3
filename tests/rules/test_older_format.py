"""Files in the format of 2015 become the same records; what that format lacks is asked for."""

from datetime import date
from decimal import Decimal

import pytest

from goodstanding.rules.judging import column_refusals, column_warnings
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, Quarantined, Rejected
from goodstanding.rules.records import judge_row
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import AUTHORITY, identity_number, licence, penalty

TODAY = date(2026, 6, 1)
RENAMED = {
    "penalty": {
        "CF_NR": "CF_JG",
        "CF_YXQ": "CF_JZQ",
        "CF_CFJG": "CF_XZJG",
        "CF_CFLB": "CF_CFLB1",
    },
    "licence": {
        "XK_XDR_MC": "XK_XDR",
        "XK_XKWS": "XK_XMMC",
        "XK_XKLB": "XK_SPLB",
        "XK_YXQZI": "XK_JZQ",
        "XK_XKJG": "XK_XZJG",
    },
}
IN_CHINESE = {
    "CF_WSH": "行政处罚决定书文号",
    "CF_XDR_MC": "行政相对人名称",
    "CF_CFLB1": "处罚类别1",
    "CF_CFLB2": "处罚类别2",
    "CF_JG": "处罚结果",
    "CF_JZQ": "处罚截止期",
    "CF_XZJG": "处罚机关",
    "CF_ZT": "当前状态",
    "XK_XDR": "行政相对人名称",
    "XK_XMMC": "项目名称",
    "XK_SPLB": "审批类别",
    "XK_JZQ": "许可截止期",
    "XK_XZJG": "许可机关",
    "XK_ZT": "当前状态",
}
ROWS = {"penalty": penalty, "licence": licence}


def older(kind: str, number: int = 1, **changed: str) -> dict[str, str]:
    """A sound row in the format of 2015, with the columns that it lacks added as 2018 has them."""
    row = {RENAMED[kind].get(name, name): text for name, text in ROWS[kind](number).items()}
    for category in ("CF_XDR_LB", "XK_XDR_LB", "XK_ZT"):
        row.pop(category, None)
    return row | changed


def judged(row, kind: str):
    return judge_row(row, kind=kind, row=7, rulebook=RULES, today=TODAY)


def problems(row, kind: str) -> set[tuple[str, str]]:
    verdict = judged(row, kind)
    assert isinstance(verdict, Rejected), verdict
    return {(each.column, each.code) for each in verdict.problems}


@pytest.mark.parametrize("kind", ["penalty", "licence"])
def test_a_row_of_2015_is_the_record_that_one_of_2018_is(kind):
    today = ROWS[kind](1, **({"XK_ZT": ""} if kind == "licence" else {}))
    assert digest(judged(older(kind), kind)) == digest(judged(today, kind))
    in_chinese = {IN_CHINESE.get(name, name): text for name, text in older(kind).items()}
    assert digest(judged(in_chinese, kind)) == digest(judged(today, kind))


def test_the_two_kinds_of_penalty_of_2015_are_one_set():
    two = judged(older("penalty", CF_CFLB1="罚款", CF_CFLB2="没收违法所得"), "penalty")
    assert isinstance(two, Accepted)
    assert two.fields.categories == ("没收违法所得", "罚款")
    assert two.fields.fine == Decimal("0.5")
    assert problems(older("penalty", CF_CFLB2="罚"), "penalty") == {
        ("CF_CFLB2", "PenaltyCategoryUnknown")
    }


@pytest.mark.parametrize(
    ("kind", "column", "state", "what"),
    [
        ("licence", "XK_ZT", "0", True),
        ("licence", "XK_ZT", "1", False),
        ("licence", "当前状态", "１", False),
        ("licence", "XK_ZT", "", None),
        ("licence", "XK_ZT", "2", "StateWithoutCounterpart"),
        ("licence", "XK_ZT", "3", "StateWithoutCounterpart"),
        ("licence", "XK_ZT", "9", "State2015Unknown"),
        ("penalty", "CF_ZT", "0", None),
        ("penalty", "CF_ZT", "", None),
        ("penalty", "CF_ZT", "1", "DecisionTakenBack"),
        ("penalty", "当前状态", "1", "DecisionTakenBack"),
        ("penalty", "CF_ZT", "2", "StateWithoutCounterpart"),
        ("penalty", "CF_ZT", "正常", "State2015Unknown"),
    ],
)
def test_a_state_of_2015_is_read_as_2015_meant_it(kind, column, state, what):
    row = older(kind, **{column: state})
    if isinstance(what, str):
        assert problems(row, kind) == {(column, what)}
    else:
        assert getattr(judged(row, kind).fields, "valid", None) is what


def test_a_state_of_2018_keeps_its_meaning():
    assert judged(licence(1, XK_ZT="1"), "licence").fields.valid is True
    assert problems(licence(1, XK_ZT="0"), "licence") == {("XK_ZT", "LicenceStateUnknown")}


def refused(kind: str, columns) -> list[tuple[str, str]]:
    found = column_refusals(list(columns), kind=kind)
    return [(each.code, str(each.fields.get("column", ""))) for each in found]


@pytest.mark.parametrize(
    ("kind", "left_out", "asked"),
    [
        ("penalty", [], []),
        (
            "penalty",
            ["CF_WFXW", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM"],
            [
                ("ColumnMissingIn2015", "违法行为类型"),
                ("ColumnMissingIn2015", "处罚机关统一社会信用代码"),
                ("ColumnMissingIn2015", "数据来源单位"),
                ("ColumnMissingIn2015", "数据来源单位统一社会信用代码"),
            ],
        ),
        ("penalty", ["CF_JG"], [("ColumnMissing", "处罚结果")]),
        ("penalty", ["CF_WSH"], [("ColumnMissing", "行政处罚决定书文号")]),
        ("licence", [], []),
        ("licence", ["XK_YXQZ"], [("ColumnMissingIn2015", "有效期自")]),
        ("licence", ["XK_JZQ"], [("ColumnMissing", "许可截止期")]),
        ("licence", ["XK_XDR"], [("ColumnMissing", "行政相对人名称")]),
    ],
)
def test_a_column_is_asked_for_as_its_format_names_it(kind, left_out, asked):
    assert refused(kind, [name for name in older(kind) if name not in left_out]) == asked


@pytest.mark.parametrize(
    ("kind", "added", "old"),
    [
        ("penalty", "CF_NR", "CF_CFLB1"),
        ("penalty", "处罚内容", "CF_CFLB1"),
        ("penalty", "处罚有效期", "CF_CFLB1"),
        ("penalty", "CF_CFJG", "CF_CFLB1"),
        ("licence", "XK_XDR_MC", "XK_XDR"),
        ("licence", "有效期至", "XK_XDR"),
    ],
)
def test_a_header_of_both_formats_is_refused_and_says_which_columns(kind, added, old):
    (found,) = column_refusals([*older(kind), added], kind=kind)
    assert found.code == "FormatsMixed"
    assert found.fields == {"older": old, "newer": added}
    assert ("", "FormatsMixed") in problems(older(kind, **{added: "x"}), kind)


def test_headers_that_both_formats_print_mix_nothing():
    columns = {IN_CHINESE.get(name, name) for name in older("licence")}
    assert "许可机关" in columns
    assert column_refusals(sorted(columns), kind="licence") == []


def test_the_name_of_the_party_twice_is_refused():
    columns = [*older("penalty"), "CF_XDR"]
    assert refused("penalty", columns) == [("FormatsMixed", "")]


def test_what_2015_has_beside_is_told_and_not_kept():
    columns = [*older("penalty"), "CF_CFMC", "DFBM", "SJC", "CF_SYFW"]
    warned = [each.column for each in column_warnings(columns, kind="penalty")]
    assert warned == ["CF_CFMC", "DFBM", "SJC", "CF_SYFW"]
    more = judged(older("penalty", CF_CFMC="某某案", DFBM="449800", SJC="2026/3/2"), "penalty")
    assert digest(more) == digest(judged(older("penalty"), "penalty"))


@pytest.mark.parametrize("column", ["CF_XDR_SFZ", "CF_CFMC", "CF_JG", "SJC", "居民身份证号"])
def test_an_identity_number_in_a_column_of_2015_is_a_person(column):
    verdict = judged(older("penalty", **{column: f"甲 {identity_number()}"}), "penalty")
    assert isinstance(verdict, Quarantined), verdict


def test_the_legal_representative_of_2015_is_not_looked_at():
    row = older("penalty", CF_FR=f"甲某 {identity_number()}")
    assert digest(judged(row, "penalty")) == digest(judged(older("penalty"), "penalty"))


def test_a_rejected_row_of_2015_shows_its_own_columns():
    verdict = judged(older("penalty", CF_JZQ="x", CF_XDR_ZDM="7"), "penalty")
    assert isinstance(verdict, Rejected)
    assert verdict.echo["CF_JZQ"] == "x"
    assert verdict.echo["CF_XDR_ZDM"] == "7"
    assert {each.column for each in verdict.problems} == {"CF_JZQ"}
    assert AUTHORITY in verdict.echo.values()
