"""Rows with a name and no code, as a page shows them: who may be meant, and why."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from goodstanding.flow.candidates import Candidate, candidates
from goodstanding.flow.likenesses import reasons
from goodstanding.intake.models import RowOutcome
from goodstanding.rules.naming_rows import named_only


class NamedRow(NamedTuple):
    """A row by its number, and the name in it."""

    row: int
    name: str


class Shown(NamedTuple):
    """A candidate, the reasons, weightiest first, and whom among the others it is not."""

    candidate: Candidate
    reasons: list[str]
    not_same: list[tuple[str, str]]


def named_rows(outcomes: Iterable[RowOutcome], *, kind: str) -> list[NamedRow]:
    """The rows that went back because their code is none, with the name they brought."""
    found = ((each.row, _name(each, kind)) for each in outcomes if each.echo)
    return [NamedRow(row, name) for row, name in found if name]


def with_candidates(rows: Iterable[NamedRow]) -> Iterator[tuple[NamedRow, list[Shown]]]:
    """Each row with who may be meant by its name."""
    for row in rows:
        yield row, _shown(candidates(row.name))


def _shown(found: list[Candidate]) -> list[Shown]:
    names = {each.code: each.name for each in found}
    return [
        Shown(each, reasons(each.why), [(code, names[code]) for code in each.not_same])
        for each in found
    ]


def _name(outcome: RowOutcome, kind: str) -> str:
    problems = [(each["column"], each["code"]) for each in outcome.problems]
    return named_only(problems, outcome.echo or {}, kind=kind)
