"""``goodstanding intake``: a file of records, every row accounted for."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext

from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.opening import CREDIT_OFFICE, by, call, on_the_register
from goodstanding.cli.template import KIND
from goodstanding.files.report import RemarkLine, ReportRow, report_bytes
from goodstanding.flow.batch_report import BatchReport
from goodstanding.flow.likenesses import reason_codes, reasons
from goodstanding.flow.named_rows import NamedRow, NamedRows, named_rows
from goodstanding.flow.receive import receive
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.record_types import Problem
from goodstanding.rules.row_report import (
    MendRow,
    Remark,
    columns_to_show,
    remarks_told,
    rows_to_mend,
)

SHOWN = 20


@click.command("intake")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", type=KIND, required=True, help="What the rows are.")
@by
@click.option("--first-import", is_flag=True, help="What the city held before going live.")
@click.option("--dry-run", is_flag=True, help="Judge the rows and keep nothing.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Rows to mend.")
@telling.as_json
@on_the_register
def command(
    file: Path,
    kind: str,
    department: str,
    dry_run: bool,
    report: Path | None,
    as_json: bool,
    first_import: bool,
) -> int:
    """Take FILE (XLSX, CSV or JSON lines) in for a department; exit 3 if rows need work.

    Rows of a kind that changes what is there (correction, withdrawal, repair-result,
    registration-correction) wait for a reviewer's word on the
    pages. A first import is the credit office's, for a department, until the register is declared
    live.
    """
    with bar("Rows") as progress:
        done = receive(
            call(CREDIT_OFFICE if first_import else department),
            kind=kind,
            department=department,
            source=file,
            dry_run=dry_run,
            progress=progress,
            first_import=first_import,
        )
    named = named_rows(done.judged, kind=done.kind)
    if report:
        report.write_bytes(_workbook(done, named))
    document = _document(done, named, dry_run=dry_run)
    telling.tell(document, _words(document, report), as_json=as_json)
    judged = done.judged
    return telling.IN_PART if judged.rejected or judged.quarantined else telling.DONE


def _document(done: BatchReport, named: NamedRows, *, dry_run: bool) -> dict[str, Any]:
    judged = done.judged
    return {
        "batch": None if dry_run else done.batch,
        "read": done.read,
        "accepted": done.accepted,
        "duplicates": len(judged.duplicates),
        "rejected": len(judged.rejected),
        "quarantined": len(judged.quarantined),
        "problems": _told(judged.problems()),
        "warnings": _told(done.remarks),
        "candidates": [_named(each) for each in named.rows],
        "candidates_left_out": named.left_out,
        **({"waiting": not dry_run and bool(done.changes)} if done.kind in CHANGES else {}),
    }


def _named(row: NamedRow) -> dict[str, Any]:
    """A row with a name alone; of a former name its days are told."""
    return {
        "row": row.row,
        "name": telling.hidden(row.name),
        "candidates": [
            {
                "code": each.code,
                "name": each.name,
                "matched": each.matched,
                "former": each.former,
                "since": each.since.isoformat() if each.since else None,
                "until": each.until.isoformat() if each.until else None,
                "why": reason_codes(each.why),
                "reasons": reasons(each.why),
                "not_same": list(each.not_same),
            }
            for each in row.found
        ],
    }


def _told(found: Iterable[tuple[int, Problem]]) -> list[dict[str, Any]]:
    return [
        {
            "row": row,
            "column": problem.column,
            "code": problem.code,
            "sentence": telling.sentence(problem.template, problem.fields),
        }
        for row, problem in found
    ]


def _words(document: dict[str, Any], report: Path | None) -> list[str]:
    counted = ("read", "accepted", "duplicates", "rejected", "quarantined")
    remarked = len({each["row"] for each in document["warnings"]})
    said = {name: f"{name} {document[name]}" for name in counted}
    if remarked:
        said["accepted"] += f" ({remarked} with a remark)"
    lines = [", ".join(said.values()), *_listed(document["problems"])]
    if remarked:
        lines += ["Remarks on accepted rows:", *_listed(document["warnings"])]
    lines += _meant(document)
    if document.get("waiting"):
        lines.append(
            "  Nothing has changed yet: a reviewer of the department commits it, signed in."
        )
    return [*lines, *([f"Rows to mend: {report}"] if report else [])]


def _meant(document: dict[str, Any]) -> list[str]:
    found = document["candidates"]
    if not found:
        return []
    lines = ["Rows with a name and no sound code; who may be meant:"]
    for row in found[:SHOWN]:
        lines.append(
            f"  row {row['row']} {row['name']}:" + ("" if row["candidates"] else " nobody")
        )
        lines += [
            f"    {each['code']} {each['name']}: {'; '.join(each['reasons'])}"
            for each in row["candidates"]
        ]
    more = len(found) - SHOWN + document["candidates_left_out"]
    return [*lines, *([f"  … and {more} more rows"] if more > 0 else [])]


def _listed(found: list[dict[str, Any]]) -> list[str]:
    lines = [
        f"  row {each['row']} {each['column']}: {each['code']}: {each['sentence']}"
        for each in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        lines.append(f"  … and {len(found) - SHOWN} more; --report writes all of them.")
    return lines


def _workbook(done: BatchReport, named: NamedRows) -> bytes:
    rows = rows_to_mend(done.judged, translate=gettext)
    columns = columns_to_show(done.judged, done.columns, kind=done.kind)
    remarks = remarks_told(done.judged, translate=gettext)
    meant = named.lines()
    told = (_row(each, meant.get(each.number, "")) for each in rows)
    return report_bytes(told, columns, map(_remark, remarks))


def _remark(each: Remark) -> RemarkLine:
    return RemarkLine(
        number=each.number,
        column=each.column,
        remark=each.remark,
        cure=each.cure,
        code=each.code,
    )


def _row(row: MendRow, meant: str) -> ReportRow:
    return ReportRow(
        number=row.number,
        cells=row.cells,
        problem=row.problem,
        cure=row.cure,
        codes=row.codes,
        meant=meant,
    )
