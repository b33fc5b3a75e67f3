"""A row with a name and no sound code: who may be meant is told wherever the row is told."""

import io

from openpyxl import load_workbook

from goodstanding.api import rendering
from goodstanding.cli.intake import _document, _words, _workbook
from goodstanding.files.reading import read
from goodstanding.flow.named_rows import named_rows
from goodstanding.flow.receive import receive_rows
from goodstanding.rules.actors import Role
from tests.flow.drafting import installed
from tests.flow.listing import HOME, LISTED, officer, penalised
from tests.rules.penalty_rows import code, penalty, wrong_check


def test_candidates_are_in_the_answer_the_command_and_the_workbook(database):
    installed()
    penalised(1)
    days = {"CF_JDRQ": "2021/3/2", "CF_GSJZQ": ""}
    rows = [
        penalty(2, CF_XDR_MC="岚港市示例第1电子股份有限公司", CF_XDR_SHXYM="", **days),
        penalty(3, CF_XDR_MC="海东花卉种植合作社", CF_XDR_SHXYM=wrong_check(3), **days),
        penalty(4, **{**days, "CF_JDRQ": "昨天"}),
    ]
    call = officer(Role.OFFICER, LISTED)
    report = receive_rows(call, kind="penalty", department=HOME, rows=rows)
    named = named_rows(report.judged, kind="penalty")
    assert [each.row for each in named.rows] == [1, 2]
    answer = rendering.batch(report)
    (first, second) = answer["candidates"]
    (who,) = first["candidates"]
    assert (who["code"], who["why"]) == (code(1), ["same-but-form"])
    assert second["candidates"] == []
    document = _document(report, named, dry_run=False)
    assert document["candidates"][0]["candidates"][0]["code"] == code(1)
    assert any(code(1) in line for line in _words(document, None))
    book = _workbook(report, named)
    header, *lines = load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True)
    at = header.index("可能的机构")
    assert code(1) in lines[0][at]
    assert not lines[1][at]
    assert len(list(read(book).rows)) == 3
