"""From lines of texts to rows under a header; the same for every kind of file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from goodstanding.files.header import Header, find
from goodstanding.files.refusals import CellTooLong, TooManyColumns, TooManyRows
from goodstanding.files.sheet import NO_FLAWS, Limits, Recogniser, Row, Sheet
from goodstanding.files.sheet_xml import column_letters
from goodstanding.rules.errors import Refusal, Refused

Line = tuple[int, Sequence[str]]
FlawsOf = Callable[[int, Sequence[str]], dict[int, Refusal]]


def under_header(
    lines: Iterator[Line], *, known: Recogniser | None, limits: Limits, flaws_of: FlawsOf
) -> Sheet:
    """The table in ``lines`` (number and texts, top to bottom), its header found first.

    ``flaws_of`` answers, for a line, the flaws by position in it. Raises what `header.find` does;
    walking the rows raises `TooManyRows`, `CellTooLong`, `TooManyColumns`.
    """
    top = list(islice(lines, limits.header))
    header = find(top, known=known, limits=limits)
    below = (line for line in top if line[0] > header.last_row)
    names = tuple(name for name in header.names if name)
    rows = _rows(chain(below, lines), header=header, limits=limits, flaws_of=flaws_of)
    return Sheet(columns=names, rows=rows)


def _rows(
    lines: Iterator[Line], *, header: Header, limits: Limits, flaws_of: FlawsOf
) -> Iterator[Row]:
    labels = [name or label(at) for at, name in enumerate(header.names)]
    count = 0
    for number, texts in lines:
        flaws = flaws_of(number, texts)
        _widen(labels, max(len(texts), max(flaws, default=-1) + 1), limits)
        cells = {name: text for name, text in zip(labels, texts) if text}  # noqa: B905
        if not cells and not flaws:
            continue
        count += 1
        if count > limits.rows:
            raise Refused([TooManyRows(limit=limits.rows)])
        refuse_long(number, cells.values(), limits=limits)
        named = {labels[at]: flaw for at, flaw in flaws.items()} if flaws else NO_FLAWS
        yield Row(number=number, cells=cells, flaws=named)


def _widen(labels: list[str], width: int, limits: Limits) -> None:
    # A cell outside the table has no name, but is still looked at: it may hold what must not be.
    if width > limits.columns + 26:
        raise Refused([TooManyColumns(limit=limits.columns)])
    labels.extend(label(at) for at in range(len(labels), width))


def label(at: int) -> str:
    """The name of a column that has none, counted from 0: its letters in brackets."""
    return f"({column_letters(at + 1)})"


def refuse_long(number: int, texts: Iterable[str], *, limits: Limits) -> None:
    """Refuse a row with a text longer than a spreadsheet cell can be: `CellTooLong`."""
    if max(map(len, texts), default=0) > limits.cell:
        raise Refused([CellTooLong(row=number, limit=limits.cell)])
