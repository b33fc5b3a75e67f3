"""``goodstanding intake``: a file of records, every row accounted for."""

from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext

from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.cli.template import KIND
from goodstanding.files.report import ReportRow, report_bytes
from goodstanding.flow.receive import BatchReport, receive
from goodstanding.rules.row_report import MendRow, columns_to_show, rows_to_mend

SHOWN = 20


@click.command("intake")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", type=KIND, required=True, help="What the rows are.")
@by
@click.option("--dry-run", is_flag=True, help="Judge the rows and keep nothing.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Rows to mend.")
@telling.as_json
@on_the_register
def command(
    file: Path, kind: str, department: str, dry_run: bool, report: Path | None, as_json: bool
) -> int:
    """Take FILE (XLSX, CSV or JSON lines) in for a department; exit 3 if rows need work."""
    with bar("Rows") as progress:
        done = receive(
            call(department),
            kind=kind,
            department=department,
            source=file,
            dry_run=dry_run,
            progress=progress,
        )
    if report:
        report.write_bytes(_workbook(done))
    document = _document(done, dry_run=dry_run)
    telling.tell(document, _words(document, report), as_json=as_json)
    judged = done.judged
    return telling.IN_PART if judged.rejected or judged.quarantined else telling.DONE


def _document(done: BatchReport, *, dry_run: bool) -> dict[str, Any]:
    judged = done.judged
    return {
        "batch": None if dry_run else done.batch,
        "read": judged.read,
        "accepted": len(judged.accepted),
        "duplicates": len(judged.duplicates),
        "rejected": len(judged.rejected),
        "quarantined": len(judged.quarantined),
        "problems": [
            {
                "row": row,
                "column": problem.column,
                "code": problem.code,
                "sentence": telling.sentence(problem.template, problem.fields),
            }
            for row, problem in judged.problems()
        ],
    }


def _words(document: dict[str, Any], report: Path | None) -> list[str]:
    problems = document["problems"]
    counted = ("read", "accepted", "duplicates", "rejected", "quarantined")
    lines = [", ".join(f"{name} {document[name]}" for name in counted)]
    lines += [
        f"  row {each['row']} {each['column']}: {each['code']}: {each['sentence']}"
        for each in problems[:SHOWN]
    ]
    if len(problems) > SHOWN:
        lines.append(f"  … and {len(problems) - SHOWN} more; --report writes all of them.")
    return [*lines, *([f"Rows to mend: {report}"] if report else [])]


def _workbook(done: BatchReport) -> bytes:
    rows = rows_to_mend(done.judged, translate=gettext)
    columns = columns_to_show(done.judged, done.columns, kind=done.kind)
    return report_bytes(map(_row, rows), columns)


def _row(row: MendRow) -> ReportRow:
    return ReportRow(
        number=row.number, cells=row.cells, problem=row.problem, cure=row.cure, codes=row.codes
    )
