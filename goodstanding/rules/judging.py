"""Judging a whole file in memory, row by row, before anything of it is kept.

read = accepted + duplicates + rejected + quarantined.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

import msgspec

from goodstanding.rules.errors import Refusal
from goodstanding.rules.placing import columns_missing, known
from goodstanding.rules.record_cells import written
from goodstanding.rules.record_digest import digest
from goodstanding.rules.record_types import Accepted, NaturalKey, Problem, Quarantined, Rejected
from goodstanding.rules.records import IntakeRules, judge_row
from goodstanding.rules.row_refusals import ColumnUnknown, ConflictsWithRecord


class RowOfCells(Protocol):
    """A row as the reader of files gives it."""

    @property
    def number(self) -> int:
        """As the spreadsheet shows it."""

    @property
    def cells(self) -> Mapping[str, str]:
        """Texts by column name."""

    @property
    def flaws(self) -> Mapping[str, Refusal]:
        """The cells whose text is not vouched for."""


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """A row equal to another (``of_row``) or to a record the register has (none)."""

    row: int
    of_row: int | None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Every row of a file, sorted by its verdict; ``digests`` are those of the accepted rows."""

    accepted: tuple[Accepted, ...]
    digests: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    rejected: tuple[Rejected, ...]
    quarantined: tuple[Quarantined, ...]

    @property
    def read(self) -> int:
        """How many rows were read."""
        parts = (self.accepted, self.duplicates, self.rejected, self.quarantined)
        return sum(len(part) for part in parts)

    @property
    def last_row(self) -> int:
        """The greatest number of its rows; 0 where there are none."""
        parts = (self.accepted, self.duplicates, self.rejected, self.quarantined)
        return max((each.row for part in parts for each in part), default=0)

    @property
    def aside(self) -> tuple[Accepted, ...]:
        """The good rows that no decision stands behind: they become no records."""
        return tuple(row for row in self.accepted if not row.is_record)

    def split(self, *, after: int) -> "tuple[Judged, Judged]":
        """The verdicts on the rows through a number, and those on the rows after it."""
        return self._only(lambda row: row <= after), self._only(lambda row: row > after)

    def _only(self, wanted: Callable[[int], bool]) -> "Judged":
        pairs = zip(self.accepted, self.digests, strict=True)
        good = [(row, digest) for row, digest in pairs if wanted(row.row)]
        return Judged(
            accepted=tuple(row for row, _ in good),
            digests=tuple(digest for _, digest in good),
            duplicates=tuple(each for each in self.duplicates if wanted(each.row)),
            rejected=tuple(each for each in self.rejected if wanted(each.row)),
            quarantined=tuple(each for each in self.quarantined if wanted(each.row)),
        )

    def problems(self) -> Iterator[tuple[int, Problem]]:
        """What is wrong, with the row's number, in the order of the rows."""
        found = [(row.row, problem) for row in self.rejected for problem in row.problems]
        found += [(row.row, row.problem) for row in self.quarantined]
        yield from sorted(found, key=lambda pair: pair[0])

    def remarks(self) -> Iterator[tuple[int, Problem]]:
        """What to look at twice in the accepted rows, with the row's number, in the file's order."""
        for row in sorted(self.accepted, key=lambda row: row.row):
            yield from ((row.row, remark) for remark in row.warnings)

    @property
    def remarked(self) -> int:
        """How many accepted rows have a remark."""
        return sum(bool(row.warnings) for row in self.accepted)


def column_refusals(columns: Sequence[str], *, kind: str) -> list[Refusal]:
    """Every column that each record needs and the file does not have, or that its formats are mixed."""
    return columns_missing(columns, kind=kind)


def column_warnings(columns: Sequence[str], *, kind: str) -> list[Problem]:
    """Every column that the kind does not know, and that is therefore not kept."""
    unknown = (name for name in columns if not known(name, kind=kind))
    return [Problem.of(ColumnUnknown(column=name), column=name) for name in unknown]


def judge_rows(
    rows: Iterable[RowOfCells], *, kind: str, rulebook: IntakeRules, today: date
) -> Judged:
    """The verdict on every row of a file; equal rows count once, contradicting ones are refused.

    ``rows``: in the order of the file; ``today``: the legal day the file arrived. Raises what
    walking ``rows`` raises, and `Refused` with `KindNotTaken`.
    """
    judging = _Judging()
    for row in rows:
        verdict = judge_row(
            row.cells, kind=kind, row=row.number, rulebook=rulebook, today=today, flaws=row.flaws
        )
        if isinstance(verdict, Accepted):
            judging.accept(verdict)
        elif isinstance(verdict, Rejected):
            judging.rejected.append(verdict)
        elif isinstance(verdict, Quarantined):
            judging.quarantined.append(verdict)
    return judging.judged()


def against(judged: Judged, known: Mapping[NaturalKey, str]) -> Judged:
    """The same file after comparing it with the register.

    ``known``: digest of the record that has the natural key, for those keys that are known. Equal
    values make a duplicate, different ones a rejected row.
    """
    accepted, digests = [], []
    duplicates, rejected = list(judged.duplicates), list(judged.rejected)
    for row, fingerprint in zip(judged.accepted, judged.digests, strict=True):
        before = known.get(row.natural_key)
        if before is None:
            accepted.append(row)
            digests.append(fingerprint)
        elif before == fingerprint:
            duplicates.append(Duplicate(row=row.row, of_row=None))
        else:
            rejected.append(conflicting(row))
    return Judged(
        accepted=tuple(accepted),
        digests=tuple(digests),
        duplicates=tuple(sorted(duplicates, key=lambda duplicate: duplicate.row)),
        rejected=tuple(sorted(rejected, key=lambda row: row.row)),
        quarantined=judged.quarantined,
    )


def conflicting(row: Accepted) -> Rejected:
    """The row as rejected: a record with the same natural key says something else."""
    problem = Problem.of(ConflictsWithRecord())
    return Rejected(row=row.row, problems=(problem,), echo=written(row))


class _Judging:
    """The verdicts so far, and which natural keys they used up."""

    def __init__(self) -> None:
        self.accepted: list[Accepted] = []
        self.digests: list[str] = []
        self.duplicates: list[Duplicate] = []
        self.rejected: list[Rejected] = []
        self.quarantined: list[Quarantined] = []
        self._seen: dict[NaturalKey, tuple[int, str]] = {}

    def accept(self, row: Accepted) -> None:
        """Take a row, unless its key was taken: then it is a duplicate or a contradiction."""
        fingerprint = digest(row)
        first, before = self._seen.setdefault(row.natural_key, (row.row, fingerprint))
        if first == row.row:
            self.accepted.append(row)
            self.digests.append(fingerprint)
        elif before == fingerprint:
            self.duplicates.append(Duplicate(row=row.row, of_row=first))
        else:
            self.rejected.append(conflicting(row))

    def judged(self) -> Judged:
        """All of it, fixed."""
        return Judged(
            accepted=tuple(self.accepted),
            digests=tuple(self.digests),
            duplicates=tuple(self.duplicates),
            rejected=tuple(self.rejected),
            quarantined=tuple(self.quarantined),
        )
