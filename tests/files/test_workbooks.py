"""Workbooks as departments send them: titles, merged headers, typed cells, several sheets."""

import datetime

import openpyxl
import pytest

from goodstanding.files import reading
from goodstanding.files.sheet import Limits, Row
from goodstanding.rules.errors import Refused
from tests.files.workbooks import known, saved, workbook


def rows_of(data: bytes) -> list[Row]:
    return list(reading.read(data, known=known).rows)


def test_a_row_has_the_number_that_the_spreadsheet_shows():
    data = workbook(["某市处罚公示"], [], ["a", "b"], ["1", "2"], [], ["3", "4"], [], [])
    assert [(row.number, row.cells) for row in rows_of(data)] == [
        (4, {"a": "1", "b": "2"}),
        (6, {"a": "3", "b": "4"}),
    ]


def test_a_table_that_begins_in_another_column_is_found():
    data = workbook([None, None, "a", "b"], [None, None, "1", "2"])
    assert [row.cells for row in rows_of(data)] == [{"a": "1", "b": "2"}]


def test_a_merged_header_over_two_rows_names_the_columns_below():
    def merge(page):
        page.merge_cells("A1:A2")
        page.merge_cells("B1:C1")

    data = workbook(["a", "代码", None, "d"], [None, "b", "c", None], list("1234"), shape=merge)
    sheet = reading.read(data, known=known)
    assert sheet.columns == ("a", "b", "c", "d")
    assert [row.number for row in sheet.rows] == [3]


def test_titles_above_field_codes_are_both_header():
    data = workbook(["a", "b"], ["c", "d"], ["1", "2"])
    assert reading.read(data, known=known).columns == ("c", "d")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (datetime.datetime(2026, 3, 1), "2026-03-01"),
        (datetime.datetime(2026, 3, 1, 9, 30), "2026-03-01 09:30:00"),
        (0.2, "0.2"),
        (0.1 + 0.2, "0.3"),
        (1e-6, "0.000001"),
        (46082, "46082"),
        (123456789012345, "123456789012345"),
        (True, "TRUE"),
        ("  012 ", "012"),
        ("'=1+1", "'=1+1"),
    ],
)
def test_cells_become_plain_text(cell, text):
    assert rows_of(workbook(["a", "b"], [cell, "x"]))[0].cells["a"] == text


def test_a_long_number_is_told_as_damaged():
    (row,) = rows_of(workbook(["a", "b"], [914498001234567890, "x"]))
    assert row.cells["a"] == "914498001234568000"
    assert row.flaws["a"].code == "DigitsLost"


def test_a_formula_is_a_flaw_of_its_cell_and_of_that_alone():
    (row,) = rows_of(workbook(["a", "b", "c"], ["=1+1", "x", '=HYPERLINK("http://x","y")']))
    assert {column: flaw.code for column, flaw in row.flaws.items()} == {
        "a": "FormulaInCell",
        "c": "FormulaInCell",
    }


def test_a_row_of_formulas_without_a_value_is_not_passed_over():
    (row,) = rows_of(workbook(["a", "b"], ["=1+1", "=2+2"]))
    assert row.cells == {}
    assert set(row.flaws) == {"a", "b"}


def test_an_array_formula_taints_its_whole_range():
    def fill(page):
        page.formula_attributes = {}
        page["B2"] = openpyxl.worksheet.formula.ArrayFormula("B2:B3", "=A2:A3*2")
        page["B3"] = 4

    first, second = rows_of(workbook(["a", "b"], ["1"], ["2"], shape=fill))
    assert first.flaws["b"].code == second.flaws["b"].code == "FormulaInCell"


def test_formatted_blank_rows_far_below_do_not_count():
    def format_far(page):
        page.cell(row=900_000, column=2).font = openpyxl.styles.Font(bold=True)

    assert len(rows_of(workbook(["a", "b"], ["1", "2"], shape=format_far))) == 1


def test_hidden_sheets_and_sheets_without_a_table_are_left_out():
    book = openpyxl.Workbook()
    book.active.append(["填表说明"])
    table = book.create_sheet("数据")
    table.append(["a", "b"])
    table.append(["1", "=1+1"])
    hidden = book.create_sheet("old")
    hidden.append(["a", "b"])
    hidden.sheet_state = "hidden"
    (row,) = rows_of(saved(book))
    assert row.cells == {"a": "1"}
    assert list(row.flaws) == ["b"]


def test_two_tables_are_one_too_many():
    book = openpyxl.Workbook()
    for page in (book.active, book.create_sheet("二")):
        page.append(["a", "b"])
        page.append(["1", "2"])
    with pytest.raises(Refused) as refused:
        reading.read(saved(book), known=known)
    assert refused.value.codes == ("SeveralSheets",)


def test_without_names_to_look_for_the_first_full_row_is_the_header():
    data = workbook(["title"], ["code", "name"], ["1", "2"])
    sheet = reading.read(data)
    assert sheet.columns == ("code", "name")
    assert [row.cells for row in sheet.rows] == [{"code": "1", "name": "2"}]


def test_a_cell_beyond_the_table_is_kept_in_sight_under_its_letters():
    (row,) = rows_of(workbook(["a", "b"], ["1", "2", None, "note"]))
    assert row.cells["(D)"] == "note"


def test_rows_beyond_the_limit_are_refused():
    sheet = reading.read(workbook(["a", "b"], *[["1", "2"]] * 4), limits=Limits(rows=3))
    with pytest.raises(Refused) as refused:
        list(sheet.rows)
    assert refused.value.codes == ("TooManyRows",)
