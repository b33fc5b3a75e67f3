"""The workbook that goes back to a sender: the rows to mend, what is wrong, how to mend it."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from goodstanding.files.writing import Table, tables_bytes

NUMBER, PROBLEM, CURE, CODES, MEANT = "原行号", "问题", "怎样修改", "代码", "可能的机构"
REPORT_COLUMNS = (NUMBER, PROBLEM, CURE, CODES)
#: None of them is a header of any kind of file: the sheet is passed over when the file is sent back.
REMARK_COLUMNS = ("行号", "列", "提示", "处理办法", "提示代码")


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row to mend: its number in the file sent, its cells, and the words about it.

    ``cells`` is empty for a row of which nothing may be shown; ``meant``: who may be meant, where
    the row has a name and no sound code.
    """

    number: int
    cells: Mapping[str, str]
    problem: str
    cure: str
    codes: str
    meant: str = ""


class RemarkLine(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at twice in one cell of an accepted row; nothing of the cell itself."""

    number: int
    column: str
    remark: str
    cure: str
    code: str


def report_bytes(
    rows: Iterable[ReportRow], columns: Sequence[str], remarks: Iterable[RemarkLine] = ()
) -> bytes:
    """The rows under their own columns and those of the report; sending it back works.

    Whoever reads it again leaves the report's columns out, and with them rows that have no others.
    Remarks on accepted rows stand on a second sheet, which is not read again.
    """
    rows = list(rows)
    meant = [MEANT] if any(row.meant for row in rows) else []
    columns = [*REPORT_COLUMNS, *meant, *columns]
    tables = [Table(name="needs work", columns=columns, rows=map(_cells, rows))]
    if lines := [_line(each) for each in remarks]:
        tables.append(Table(name="remarks", columns=REMARK_COLUMNS, rows=lines))
    return tables_bytes(tables)


def _line(each: RemarkLine) -> dict[str, str]:
    said = (str(each.number), each.column, each.remark, each.cure, each.code)
    return dict(zip(REMARK_COLUMNS, said, strict=True))


def _cells(row: ReportRow) -> dict[str, str]:
    said = (str(row.number), row.problem, row.cure, row.codes, row.meant)
    return {**row.cells, **dict(zip((*REPORT_COLUMNS, MEANT), said, strict=True))}
