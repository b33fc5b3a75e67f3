"""What to look at twice in a row that becomes a record; a remark keeps no row out."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from goodstanding.files.reading import read
from goodstanding.files.report import RemarkLine, ReportRow, report_bytes
from goodstanding.rules.judging import judge_rows
from goodstanding.rules.placing import known
from goodstanding.rules.record_types import Accepted
from goodstanding.rules.records import judge_row
from goodstanding.rules.row_report import remarks_told
from tests.rules.intake_rules import RULES
from tests.rules.penalty_rows import penalty

TODAY = date(2026, 6, 1)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "remarks.yaml").read_text())


class Row:
    """A row as the reader of files gives it."""

    def __init__(self, number, cells):
        self.number, self.cells, self.flaws = number, cells, {}


def judged(cells) -> Accepted:
    return judge_row(cells, kind="penalty", row=7, rulebook=RULES, today=TODAY)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_what_to_look_at_twice(case):
    row = judged(penalty(1, **case["row"]))
    assert isinstance(row, Accepted)
    told = [[each.column, each.code] for each in row.warnings]
    assert sorted(told) == sorted(case["told"])


def test_a_remark_holds_nothing_of_the_cell():
    rows = [Row(3, penalty(1, CF_SY="经查，法定代表人王建国，未到场。")), Row(4, penalty(2))]
    found = judge_rows(rows, kind="penalty", rulebook=RULES, today=TODAY)
    (told,) = remarks_told(found)
    assert (told.number, told.column, told.code) == (3, "CF_SY", "TextMasked")
    assert told.remark.endswith(".")
    assert told.cure
    assert "王" not in told.remark + told.cure
    assert found.remarked == 1


def sheets(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as book:
        return re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())


def test_the_report_has_a_sheet_of_remarks_only_where_there_are_any():
    line = RemarkLine(number=3, column="违法事实", remark="…", cure="", code="TextMasked")
    assert sheets(report_bytes([], ["CF_WSH"])) == ["needs work"]
    assert sheets(report_bytes([], ["CF_WSH"], [line])) == ["needs work", "remarks"]


def test_a_report_with_remarks_can_be_sent_back():
    line = RemarkLine(number=4, column="违法事实", remark="…", cure="", code="TextMasked")
    cells = {"行政处罚决定书文号": "1号", "违法事实": "…", "处罚依据": "…"}
    row = ReportRow(number=3, cells=cells, problem="…", cure="", codes="ValueMissing")
    sheet = read(
        report_bytes([row], list(cells), [line]), known=lambda text: known(text, kind="penalty")
    )
    (back,) = sheet.rows
    assert set(cells) <= set(back.cells)
