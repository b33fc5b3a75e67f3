"""The story's own file, from its bytes to the verdict on every row."""

from datetime import date

from goodstanding.files import reading
from goodstanding.rules.judging import column_refusals, column_warnings, judge_rows
from goodstanding.rules.official_columns import column_of
from tests.rules.intake_rules import RULES
from tests.stories.penalty_file import ACCEPTED, DUPLICATES, QUARANTINED, REJECTED, story_workbook


def test_the_file_of_the_story_is_judged_as_the_story_says():
    sheet = reading.read(
        story_workbook(), known=lambda text: column_of(text, kind="penalty") is not None
    )
    assert column_refusals(sheet.columns, kind="penalty") == []
    assert column_warnings(sheet.columns, kind="penalty") == []
    found = judge_rows(sheet.rows, kind="penalty", rulebook=RULES, today=date(2026, 6, 1))
    assert len(found.accepted) == ACCEPTED
    assert [(row.row, row.of_row) for row in found.duplicates] == [(11, 7)]
    assert len(found.duplicates) == DUPLICATES
    assert len(found.rejected) == REJECTED
    assert len(found.quarantined) == QUARANTINED
    assert [(row, problem.column, problem.code) for row, problem in found.problems()] == [
        (8, "", "RowAboutPerson"),
        (9, "行政相对人代码_1（统一社会信用代码）", "CheckCharacterWrong"),
        (10, "处罚决定日期", "DateNotRead"),
    ]
