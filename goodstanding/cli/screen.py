"""``goodstanding screen``: a check for every code of a file."""

from pathlib import Path
from typing import Any

import click
import msgspec

from goodstanding.cli import telling
from goodstanding.cli.bars import bar
from goodstanding.cli.opening import by, call, on_the_register
from goodstanding.files.codes import codes_in
from goodstanding.files.writing import csv_bytes, workbook_bytes
from goodstanding.flow import screen
from goodstanding.flow.answers import Answered
from goodstanding.rules.errors import Refused

COLUMNS = ("row", *screen.COLUMNS, "problem")
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
    lines, texts = [], dict(codes)
    asked = screen.screen(call(department), codes, procedure=procedure, case_number=case_number)
    with bar("Checks") as progress:
        for row, found in asked:
            lines.append({"row": str(row), **_line(texts[row], found)})
            progress(len(lines), len(codes))
    return _told(lines, out, as_json=as_json)


def _line(text: str, found: Answered | Refused) -> dict[str, str]:
    if isinstance(found, Answered):
        return _answered(found)
    told = [telling.said(refusal) for refusal in found.refusals]
    problem = "; ".join(f"{each['code']}: {each['sentence']}" for each in told)
    return {"code": telling.hidden(text), "problem": problem}


def _answered(found: Answered) -> dict[str, str]:
    checked = found.checked
    return screen.cells_of(
        code=found.organisation,
        answer=str(checked.answer),
        act_as=str(checked.act_as),
        known=checked.known,
        effects=checked.effects,
        receipt=found.receipt,
        position=found.position,
    )


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
