"""A file of corrections or withdrawals, read and judged against the register; nothing is kept."""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from goodstanding.catalogue.queries import law as law_on
from goodstanding.departments.models.grant import CREDIT_OFFICE
from goodstanding.files.reading import read
from goodstanding.files.sheet import Row
from goodstanding.flow.bench import Call
from goodstanding.flow.changes_register import Register
from goodstanding.rules.changing.columns import REPAIRED, columns_missing, known
from goodstanding.rules.changing.judge import Judgement, Setting, judge_change, rejected
from goodstanding.rules.changing.refusals import OtherChangeInFile
from goodstanding.rules.changing.row import ChangeRow
from goodstanding.rules.changing.sorting import Asked, asked
from goodstanding.rules.errors import Refusal, refuse, require_none
from goodstanding.rules.judging import Duplicate, Judged
from goodstanding.rules.law import Law
from goodstanding.rules.record_types import Problem, Quarantined, Rejected

#: As many rows as one person looks at before they commit them.
MOST = 500


class TooManyChanges(Refusal):
    """The file has more than {limit} rows. A reviewer looks at each of them: split it into several
    files, each with the header."""


class JudgedChanges(msgspec.Struct, frozen=True, kw_only=True):
    """The rows that would change a record, and the others as of any file."""

    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    others: Judged

    @property
    def read(self) -> int:
        """How many rows were read."""
        return len(self.rows) + self.others.read


def judge_changes(call: Call, *, kind: str, department: str, data: bytes) -> JudgedChanges:
    """Judge every row of a file of a kind of `CHANGES`; one change of a record in a file.

    Raises `Refused` with what makes the file unreadable as a whole, or with `TooManyChanges`.
    """
    sheet = read(data, known=lambda text: known(text, kind=kind))
    require_none(columns_missing(tuple(sheet.columns), kind=kind))
    return judged_changes(
        call, kind=kind, department=department, columns=tuple(sheet.columns), rows=sheet.rows
    )


def judged_changes(
    call: Call, *, kind: str, department: str, columns: tuple[str, ...], rows: Iterator[Row]
) -> JudgedChanges:
    """The same for rows of cells, wherever they come from."""
    law = law_on(on=call.on, known_at=None)
    part = list(islice(rows, MOST + 1))
    if len(part) > MOST:
        refuse(TooManyChanges(limit=MOST))
    sent = [asked(each.cells, each.flaws, kind=kind, row=each.number) for each in part]
    return _sorted(columns, _judged(call, sent, kind=kind, department=department, law=law))


def everywhere_for(*, kind: str, department: str) -> bool:
    """Whether a department's file may be about records of all: results of repairs reach the city
    through its credit office."""
    return kind == REPAIRED and department == CREDIT_OFFICE


def _judged(
    call: Call, sent: Sequence[Asked], *, kind: str, department: str, law: Law
) -> list[Judgement]:
    register = Register(sent, on=call.on)
    setting = Setting(
        kind=kind,
        department=department,
        register=register,
        law=law,
        on=call.on,
        everywhere=everywhere_for(kind=kind, department=department),
    )
    return [found for each in sent if (found := judge_change(each, setting)) is not None]


def _sorted(columns: tuple[str, ...], found: Sequence[Judgement]) -> JudgedChanges:
    """Equal changes of one record count once, different ones are refused."""
    first: dict[tuple[str, ...], ChangeRow] = {}
    verdicts: list[Judgement] = []
    for each in found:
        if isinstance(each, ChangeRow):
            before = first.setdefault(each.about, each)
            verdicts.append(each if before is each else _again(each, before))
        else:
            verdicts.append(each)
    return JudgedChanges(
        columns=columns,
        rows=tuple(each for each in verdicts if isinstance(each, ChangeRow)),
        others=Judged(
            accepted=(),
            digests=(),
            duplicates=tuple(each for each in verdicts if isinstance(each, Duplicate)),
            rejected=tuple(each for each in verdicts if isinstance(each, Rejected)),
            quarantined=tuple(each for each in verdicts if isinstance(each, Quarantined)),
        ),
    )


def _again(row: ChangeRow, before: ChangeRow) -> Duplicate | Rejected:
    if row.asks == before.asks:
        return Duplicate(row=row.row, of_row=before.row)
    return rejected(row.row, row.echo, [Problem.of(OtherChangeInFile(of_row=before.row))])
