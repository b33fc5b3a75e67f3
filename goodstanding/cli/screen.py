"""``goodstanding screen``: a check for every code of a file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec

from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.code_files import codes_in
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.files.writing import csv_bytes, workbook_bytes
from goodstanding.flow.answers import Answered, Question
from goodstanding.flow.bench import Call
from goodstanding.flow.enquire import ask
from goodstanding.rules.errors import Refused

COLUMNS = (
    *("row", "code", "answer", "act_as", "known", "measures", "documents", "last_day"),
    *("receipt", "position", "problem"),
)
SUFFIXES = (".csv", ".jsonl", ".xlsx")


@click.command("screen")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("procedure")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=", ".join(SUFFIXES))
@click.option("--case", "case_number", default="", help="The number of the case it is asked for.")
@by
@telling.as_json
@on_the_register
def command(
    file: Path, procedure: str, out: Path | None, case_number: str, department: str, as_json: bool
) -> int:
    """Check every code of FILE for PROCEDURE; each answered leaves a receipt. Exit 3 if one is not."""
    if out and out.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"--out ends with one of {', '.join(SUFFIXES)}")
    codes = codes_in(file)
    mine, lines = call(department), []
    with bar("Checks") as progress:
        for row, code in codes:
            question = Question(code=code, procedure=procedure, case_number=case_number)
            lines.append({"row": str(row), **_line(mine, question)})
            progress(len(lines), len(codes))
    return _told(lines, out, as_json=as_json)


def _line(mine: Call, question: Question) -> dict[str, str]:
    try:
        return _answered(ask(mine, question))
    except Refused as refused:
        told = [telling.said(refusal) for refusal in refused.refusals]
        problem = "; ".join(f"{each['code']}: {each['sentence']}" for each in told)
        return {"code": telling.hidden(question.code), "problem": problem}


def _answered(found: Answered) -> dict[str, str]:
    checked = found.checked
    ends: Iterator[date] = (each.last_day for each in checked.effects)
    last = max(ends, default=None)
    return {
        "code": found.organisation,
        "answer": str(checked.answer),
        "act_as": str(checked.act_as),
        "known": "yes" if checked.known else "no",
        "measures": "; ".join(sorted({each.measure for each in checked.effects})),
        "documents": "; ".join(sorted({each.decision.document for each in checked.effects})),
        "last_day": last.isoformat() if last else "",
        "receipt": found.receipt,
        "position": str(found.position),
    }


def _told(lines: list[dict[str, str]], out: Path | None, *, as_json: bool) -> int:
    refused = sum("problem" in line for line in lines)
    if out:
        out.write_bytes(_written(lines, out.suffix.lower()))
    counted = {"read": len(lines), "answered": len(lines) - refused, "refused": refused}
    document: dict[str, Any] = {**counted, "out": str(out) if out else None, "rows": lines}
    if out:
        document.pop("rows")
    words = [f"{name} {number}" for name, number in counted.items()]
    listed = [] if out else [" ".join(filter(None, line.values())) for line in lines]
    telling.tell(document, [*listed, ", ".join(words)], as_json=as_json)
    return telling.IN_PART if refused else telling.DONE


def _written(lines: list[dict[str, str]], suffix: str) -> bytes:
    if suffix == ".jsonl":
        return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    made = workbook_bytes if suffix == ".xlsx" else csv_bytes
    return made(lines, COLUMNS)
