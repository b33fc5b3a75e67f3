"""What is kept of the rows of a batch: of those that did not become records, and the remarks."""

from collections.abc import Iterable

from goodstanding.intake.batches import Outcome, Problem
from goodstanding.rules import record_types
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.judging import Judged


def not_entered(judged: Judged) -> list[Outcome]:
    """Duplicates by number, rejected rows with cure and cells, quarantined ones with the reason."""
    duplicates = [Outcome(row=each.row, state="duplicate") for each in judged.duplicates]
    rejected = [
        Outcome(
            row=each.row,
            state="rejected",
            problems=tuple(_problem(problem) for problem in each.problems),
            echo=each.echo,
        )
        for each in judged.rejected
    ]
    quarantined = [
        Outcome(row=each.row, state="quarantined", problems=(_problem(each.problem),))
        for each in judged.quarantined
    ]
    return sorted([*duplicates, *rejected, *quarantined], key=lambda each: each.row)


def remarks_on(judged: Judged) -> list[Outcome]:
    """The accepted rows that have something to look at twice, with it."""
    return [
        Outcome(
            row=each.row,
            state="accepted",
            problems=tuple(_problem(remark) for remark in each.warnings),
        )
        for each in judged.accepted
        if each.warnings
    ]


def rejected_outcome(row: ChangeRow, problems: Iterable[record_types.Problem]) -> Outcome:
    """A row that changes a record and is not taken, with its cells and what stands against it."""
    found = tuple(_problem(problem) for problem in problems)
    return Outcome(row=row.row, state="rejected", problems=found, echo=row.echo)


def _problem(problem: record_types.Problem) -> Problem:
    return Problem(column=problem.column, code=problem.code, fields=problem.fields)
