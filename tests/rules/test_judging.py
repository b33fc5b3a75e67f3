"""A whole file: duplicates, contradictions, counts, and what goes back to its sender."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.files import reading
from goodstanding.files.report import ReportRow, report_bytes
from goodstanding.files.sheet import Row
from goodstanding.files.template import template_bytes
from goodstanding.files.writing import workbook_bytes
from goodstanding.rules import official_columns
from goodstanding.rules.judging import Judged, against, column_refusals, column_warnings, judge_rows
from goodstanding.rules.record_types import Problem
from goodstanding.rules.row_report import columns_to_show, rows_to_mend, say
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import TITLES, identity_number, penalty, wrong_check

TODAY = date(2026, 6, 1)


def judged(*rows: dict[str, str]) -> Judged:
    numbered = (Row(number=at, cells=cells) for at, cells in enumerate(rows, start=2))
    return judge_rows(numbered, kind="penalty", rulebook=RULES, today=TODAY)


def test_a_file_is_split_after_a_row_and_nothing_is_lost():
    bad = penalty(9) | {"CF_XDR_SHXYM": wrong_check(9)}
    whole = judged(penalty(1), penalty(2), penalty(1), bad, penalty(3))
    first, rest = whole.split(after=3)
    assert [row.row for row in first.accepted] == [2, 3]
    assert [len(first.digests), len(first.duplicates), len(first.rejected)] == [2, 0, 0]
    assert [row.row for row in rest.accepted] == [6]
    assert [len(rest.digests), len(rest.duplicates), len(rest.rejected)] == [1, 1, 1]
    assert (first.last_row, rest.last_row) == (3, 6)
    assert (first.digests + rest.digests, first.read + rest.read) == (whole.digests, whole.read)


def test_equal_rows_count_once_and_contradicting_ones_are_refused():
    same = penalty(
        1, CF_XDR_MC="岚港市示例第1号电子有限公司 ", CF_JDRQ="2026年3月2日", CF_NR_FK="0.50"
    )
    other = penalty(1, CF_NR_FK="0.6")
    found = judged(penalty(1), penalty(2), same, other)
    assert [row.row for row in found.accepted] == [2, 3]
    assert [(row.row, row.of_row) for row in found.duplicates] == [(4, 2)]
    assert [(row.row, row.problems[0].code) for row in found.rejected] == [
        (5, "ConflictsWithRecord")
    ]
    assert found.read == 4
    assert found.rejected[0].echo["罚款金额(万元)"] == "0.600000"


def test_one_document_may_name_several_organisations():
    assert len(judged(penalty(1), penalty(2, CF_WSH="岚市监处罚〔2026〕1号")).accepted) == 2


def test_brackets_of_a_document_number_do_not_make_another():
    found = judged(penalty(1), penalty(1, CF_WSH="岚市监处罚[2026]1号"))
    assert len(found.accepted) == 1
    assert len(found.duplicates) == 1


def test_a_file_is_compared_with_the_register():
    found = judged(penalty(1), penalty(2), penalty(3))
    first, second, _ = found.accepted
    after = against(found, {first.natural_key: found.digests[0], second.natural_key: "other"})
    assert [row.row for row in after.accepted] == [4]
    assert [(row.row, row.of_row) for row in after.duplicates] == [(2, None)]
    assert [row.row for row in after.rejected] == [3]
    assert after.read == found.read


@given(st.lists(st.sampled_from(["good", "good2", "conflict", "bad", "person", "empty"])))
def test_every_row_is_counted_once(kinds):
    rows = {
        "good": penalty(1),
        "good2": penalty(2),
        "conflict": penalty(1, CF_SY="另有事实"),
        "bad": penalty(3, CF_JDRQ="x"),
        "person": penalty(4, CF_XDR_LB="自然人"),
        "empty": {},
    }
    found = judged(*(rows[kind] for kind in kinds))
    assert found.read == sum(1 for kind in kinds if kind != "empty")
    assert len({row.natural_key for row in found.accepted}) == len(found.accepted)
    assert len(found.digests) == len(found.accepted)
    assert len(found.quarantined) == kinds.count("person")


def test_missing_columns_are_named_all_at_once_and_unknown_ones_are_told():
    columns = [title for name, title in TITLES.items() if name not in ("CF_YJ", "CF_WSH")]
    refusals = column_refusals([*columns, "手机"], kind="penalty")
    assert [refusal.fields["column"] for refusal in refusals] == ["行政处罚决定书文号", "处罚依据"]
    assert [problem.column for problem in column_warnings([*columns, "手机"], kind="penalty")] == [
        "手机"
    ]


def recogniser(kind: str):
    return lambda text: official_columns.column_of(text, kind=kind) is not None


def sheet_of(data: bytes):
    return reading.read(data, known=recogniser("penalty"))


def report_of(found: Judged, columns) -> bytes:
    rows = (
        ReportRow(number=r.number, cells=r.cells, problem=r.problem, cure=r.cure, codes=r.codes)
        for r in rows_to_mend(found)
    )
    return report_bytes(rows, columns_to_show(found, columns, kind="penalty"))


def test_the_report_can_be_mended_and_sent_back():
    person = penalty(3, CF_XDR_LB="自然人", CF_XDR_MC="甲某某", CF_XDR_ZJHM=identity_number())
    columns = list(TITLES.values())
    rows = [penalty(1), penalty(2, CF_JDRQ="2026-02-30", CF_XDR_SHXYM=wrong_check(2)), person]
    rows = [{TITLES[name]: text for name, text in row.items()} for row in rows]
    found = judge_rows(
        sheet_of(workbook_bytes(rows, columns)).rows, kind="penalty", rulebook=RULES, today=TODAY
    )
    report = report_of(found, columns)
    sheet = sheet_of(report)
    back = list(sheet.rows)
    assert [row.cells["原行号"] for row in back] == ["3", "4"]
    assert set(back[1].cells) == {"原行号", "问题", "代码", "怎样修改"}
    assert "CheckCharacterWrong" in back[0].cells["代码"]
    assert identity_number() not in str(back)
    assert "甲某某" not in str(back)
    assert column_refusals(sheet.columns, kind="penalty") == []
    assert column_warnings(sheet.columns, kind="penalty") == []
    mended = dict(back[0].cells) | {"处罚决定日期": "2026-02-27"}
    mended[TITLES["CF_XDR_SHXYM"]] = penalty(2)["CF_XDR_SHXYM"]
    again = judged(mended, dict(back[1].cells))
    assert len(again.accepted) == 1
    assert again.read == 1


def test_a_report_of_persons_alone_holds_no_cell_of_theirs():
    found = judged(penalty(3, CF_XDR_LB="自然人", CF_XDR_MC="甲某某"))
    (row,) = rows_to_mend(found)
    assert row.cells == {}
    assert row.codes == "RowAboutPerson"


def test_a_problem_is_told_as_what_and_how():
    problem = Problem(
        column="日期", code="X", template="错在{day}。改成那样。", fields={"day": "一"}
    )
    assert say(problem) == ("错在一。", "改成那样。")
    assert say(problem, translate=lambda _: "Wrong {day}. Mend it. Now.") == (
        "Wrong 一.",
        "Mend it. Now.",
    )


@pytest.mark.parametrize("kind", official_columns.COLUMNS)
def test_the_template_is_read_by_its_own_reader(kind):
    columns = official_columns.template_columns(kind)
    data = template_bytes(columns, kind=kind, version=official_columns.VERSION)
    sheet = reading.read(data, known=recogniser(kind))
    assert len(sheet.columns) == len(columns)
    assert list(sheet.rows) == []
    assert column_refusals(sheet.columns, kind=kind) == []
    assert column_warnings(sheet.columns, kind=kind) == []
    assert not any("证件" in name or "法定代表人" in name for name in sheet.columns)
