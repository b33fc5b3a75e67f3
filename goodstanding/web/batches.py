"""What became of a file, told from what is kept of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from goodstanding.files.report import RemarkLine, ReportRow, report_bytes
from goodstanding.flow.judge_file import right_to_send
from goodstanding.flow.named_rows import looked_up
from goodstanding.intake.models import Batch, RowOutcome, Staged
from goodstanding.rules.changing.columns import CHANGES
from goodstanding.rules.official_columns import COLUMNS, OFFERED_LIST
from goodstanding.rules.policy import permitted
from goodstanding.rules.rights import Action
from goodstanding.web.naming import named_rows
from goodstanding.web.said import template_of
from goodstanding.web.visit import Visit

#: As many problems as a page bears; the workbook has all.
MOST = 200
#: The kinds of which a row may be without a decision.
OUTCOMES = ("contract-performance", "inspection-result", "commitment")


class ProblemRow(msgspec.Struct, frozen=True, kw_only=True):
    """One problem of one row: what is wrong, and the cure."""

    row: int
    column: str
    problem: str
    cure: str
    code: str
    kept: bool


def table(
    visit: Visit, of: Staged | Batch, problems: Sequence[RowOutcome], remarks: Sequence[RowOutcome]
) -> dict[str, Any]:
    """What preview and report both show."""
    needs_work = of.rejected + of.quarantined
    listed = list(problems[:MOST])
    return {
        "batch": of,
        "kind": visit.titles.kind(of.kind),
        "needs_work": needs_work,
        "problems": list(problem_rows(listed)),
        "named": len(named_rows(listed, kind=of.kind)),
        "shown": min(MOST, needs_work),
        "remarks": list(problem_rows(remarks[:MOST])) if of.remarked else [],
        "remarks_shown": min(MOST, of.remarked),
        "shares": shares(of),
        "offered": of.kind == OFFERED_LIST,
        "outcome": of.kind in OUTCOMES,
        "changing": of.kind in CHANGES,
        "mine": sends(visit, of),
    }


def sends(visit: Visit, of: Staged | Batch) -> bool:
    """Whether the reader sends files of the department; a reviewer of changes only commits them."""
    if of.first_import:
        return not permitted(visit.actor, Action.GO_LIVE)
    return not permitted(visit.actor, right_to_send(of.kind), department=of.department)


def problem_rows(outcomes: Iterable[RowOutcome]) -> Iterator[ProblemRow]:
    """Every problem in the order of the file; a quarantined row shows nothing but number, reason."""
    for outcome in outcomes:
        for problem in outcome.problems:
            what, cure = _told(problem["code"], problem.get("fields", {}))
            yield ProblemRow(
                row=outcome.row,
                column=problem["column"],
                problem=what,
                cure=cure,
                code=problem["code"],
                kept=outcome.state == "rejected",
            )


def _told(code: str, fields: dict[str, object]) -> tuple[str, str]:
    try:
        sentence = template_of(code).format(**fields)
    except KeyError:
        sentence = code
    return what_and_cure(sentence)


def what_and_cure(sentence: str) -> tuple[str, str]:
    """The first sentence says what is wrong, the rest how to mend it."""
    for mark in ("。", ". ", ": ", "："):
        first, found, rest = sentence.partition(mark)
        if found and rest:
            return first + mark.strip(" :："), rest.strip()
    return sentence, ""


def workbook(
    outcomes: Iterable[RowOutcome], *, kind: str, remarks: Iterable[RowOutcome] = ()
) -> bytes:
    """The rows that need work, with what is wrong; sending the file back mended works.

    Args:
        remarks: accepted rows with something to look at twice; on a sheet of their own.
    """
    found = list(outcomes)
    there = {name for outcome in found for name in outcome.echo or {}}
    ordered = [column.title for column in COLUMNS.get(kind, ()) if column.title in there]
    others = [name for outcome in found for name in outcome.echo or {} if name not in ordered]
    columns = [*ordered, *dict.fromkeys(others)]
    named = [(each.row, each.name) for each in named_rows(found, kind=kind)]
    meant = looked_up(named).lines()
    rows = (_row(each, meant.get(each.row, "")) for each in found)
    return report_bytes(rows, columns, map(_remark, problem_rows(remarks)))


def _remark(each: ProblemRow) -> RemarkLine:
    return RemarkLine(
        number=each.row, column=each.column, remark=each.problem, cure=each.cure, code=each.code
    )


def _row(outcome: RowOutcome, meant: str) -> ReportRow:
    rows = list(problem_rows([outcome]))
    named = [f"{each.column}: {each.problem}" if each.column else each.problem for each in rows]
    return ReportRow(
        number=outcome.row,
        cells=outcome.echo or {},
        problem="\n".join(named),
        cure="\n".join(each.cure for each in rows if each.cure),
        codes=", ".join(sorted({each.code for each in rows})),
        meant=meant,
    )


def shares(batch: Batch | Staged) -> list[tuple[str, str, str]]:
    """Where each part of the bar begins, how wide it is, its tone; in per cent."""
    whole, start, found = max(batch.read, 1), 0.0, []
    work = batch.rejected + batch.quarantined
    for tone, n in (("is-good", batch.accepted), ("is-quiet", batch.duplicates), ("is-stay", work)):
        share = n / whole * 100
        found.append((tone, f"{start:.1f}%", f"{share:.1f}%"))
        start += share
    return found
