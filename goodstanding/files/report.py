"""The workbook that goes back to a sender: the rows to mend, what is wrong, how to mend it."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from goodstanding.files.writing import workbook_bytes

NUMBER, PROBLEM, CURE, CODES = "原行号", "问题", "怎样修改", "代码"
REPORT_COLUMNS = (NUMBER, PROBLEM, CURE, CODES)


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row to mend: its number in the file sent, its cells, and the words about it.

    ``cells`` is empty for a row of which nothing may be shown.
    """

    number: int
    cells: Mapping[str, str]
    problem: str
    cure: str
    codes: str


def report_bytes(rows: Iterable[ReportRow], columns: Sequence[str]) -> bytes:
    """The rows under their own columns and four of the report's; sending it back works.

    Whoever reads it again leaves the report's columns out, and with them rows that have no others.
    """
    return workbook_bytes(map(_cells, rows), [*REPORT_COLUMNS, *columns], sheet="needs work")


def _cells(row: ReportRow) -> dict[str, str]:
    said = (str(row.number), row.problem, row.cure, row.codes)
    return {**row.cells, **dict(zip(REPORT_COLUMNS, said, strict=True))}
