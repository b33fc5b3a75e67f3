"""What the sender of a file is told, row by row, in the reader's language."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from goodstanding.rules.judging import Judged
from goodstanding.rules.official_columns import COLUMNS
from goodstanding.rules.record_types import Problem

Translate = Callable[[str], str]


class MendRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that needs work: number, cells that may be shown, what is wrong, the cure, codes."""

    number: int
    cells: dict[str, str]
    problem: str
    cure: str
    codes: str


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at twice in an accepted row: number, column, what, what to do, code."""

    number: int
    column: str
    remark: str
    cure: str
    code: str


def _as_is(sentence: str) -> str:
    return sentence


def rows_to_mend(judged: Judged, *, translate: Translate = _as_is) -> Iterator[MendRow]:
    """The rejected and quarantined rows in the order of the file.

    ``translate``: from an English sentence with {fields} to the reader's. A quarantined row has a
    number and a code, no cell.
    """
    found = [(row.row, dict(row.echo), row.problems) for row in judged.rejected]
    found += [(row.row, {}, (row.problem,)) for row in judged.quarantined]
    for number, cells, problems in sorted(found, key=lambda row: row[0]):
        told = [say(problem, translate=translate) for problem in problems]
        yield MendRow(
            number=number,
            cells=cells,
            problem="\n".join(_named(p, what) for p, (what, _) in zip(problems, told, strict=True)),
            cure="\n".join(cure for _, cure in told if cure),
            codes=", ".join(sorted({problem.code for problem in problems})),
        )


def say(problem: Problem, *, translate: Translate = _as_is) -> tuple[str, str]:
    """What is wrong, and how to mend it: the first sentence of a problem and the rest."""
    sentence = translate(problem.template).format(**problem.fields)
    for mark in ("。", ". "):
        first, found, rest = sentence.partition(mark)
        if found and rest:
            return first + mark.strip(), rest.strip()
    return sentence, ""


def remarks_told(judged: Judged, *, translate: Translate = _as_is) -> Iterator[Remark]:
    """The remarks on the accepted rows in the order of the file, in the reader's language."""
    for number, problem in judged.remarks():
        what, cure = say(problem, translate=translate)
        yield Remark(
            number=number, column=problem.column, remark=what, cure=cure, code=problem.code
        )


def _named(problem: Problem, sentence: str) -> str:
    return f"{problem.column}: {sentence}" if problem.column else sentence


def columns_to_show(judged: Judged, columns: Sequence[str], *, kind: str) -> list[str]:
    """The columns of a report: the sender's that are shown back, then any a record was put into."""
    shown = {name for row in judged.rejected for name in row.echo}
    own = [name for name in columns if name in shown]
    titles = (column.title for column in COLUMNS.get(kind, ()))
    return own + [title for title in titles if title in shown and title not in own]
