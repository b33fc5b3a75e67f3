"""The rows of a report that bring a name and no sound code, each with who may be meant and why.

What a program is answered, a command prints and the workbook of rows to mend says, is one: the page
of candidates asks the same. Nothing attaches to anybody by it (invariant 8).
"""

from collections.abc import Iterable, Mapping

import msgspec

from goodstanding.flow.candidates import Candidate, candidates
from goodstanding.flow.likenesses import reasons
from goodstanding.rules.judging import Judged
from goodstanding.rules.naming_rows import named_only

#: Each is a search: of a file with more such rows the first are looked up, and the rest are told.
MOST = 200


class NamedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row with a name alone, and who may be meant; likeliest first."""

    row: int
    name: str
    found: tuple[Candidate, ...]


class NamedRows(msgspec.Struct, frozen=True, kw_only=True):
    """Those looked up, and how many more there are."""

    rows: tuple[NamedRow, ...]
    left_out: int = 0

    def lines(self) -> Mapping[int, str]:
        """What the workbook says of each, by the number of its row."""
        return {each.row: lines_of(each.found) for each in self.rows if each.found}


def named_rows(judged: Judged, *, kind: str) -> NamedRows:
    """The rejected rows whose code is none, in the order of the file."""
    names = [
        (row.row, name)
        for row in judged.rejected
        if (name := named_only([(p.column, p.code) for p in row.problems], row.echo, kind=kind))
    ]
    return looked_up(names)


def looked_up(names: Iterable[tuple[int, str]]) -> NamedRows:
    """Who may be meant by each name; a name that comes again is searched once."""
    listed = list(names)
    known: dict[str, tuple[Candidate, ...]] = {}
    for _row, name in listed[:MOST]:
        if name not in known:
            known[name] = tuple(candidates(name))
    rows = tuple(NamedRow(row=n, name=name, found=known[name]) for n, name in listed[:MOST])
    return NamedRows(rows=rows, left_out=len(listed) - len(rows))


def lines_of(found: Iterable[Candidate]) -> str:
    """Candidates as lines of a cell: code, name, why; with whom among them each is not the same."""
    return "\n".join(_line(each) for each in found)


def _line(each: Candidate) -> str:
    name = f"{each.name} ({each.matched})" if each.former else each.name
    apart = f" ≠ {', '.join(each.not_same)}" if each.not_same else ""
    return f"{each.code} {name}: {'; '.join(reasons(each.why))}{apart}"
