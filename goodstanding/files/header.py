"""Finding the header of a table: below a title, over one row or several, with merged cells."""

from collections.abc import Sequence

import msgspec

from goodstanding.files.refusals import HeaderNotFound, HeaderRepeated, TooManyColumns
from goodstanding.files.sheet import Limits, Recogniser
from goodstanding.rules.errors import Refused

TOP = list[tuple[int, Sequence[str]]]


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The column names from left to right (empty where there is none) and the last header row."""

    names: tuple[str, ...]
    last_row: int


def find(top: TOP, *, known: Recogniser | None, limits: Limits) -> Header:
    """The header is the first run of rows in which names known to the caller stand.

    ``top``: the first rows with their numbers. ``known``: whether a text is a column name; without
    it the first row with two filled cells is the header. Where the run has several rows (a merged
    group above its parts, titles above codes), the lowest known name of a column counts.
    Raises `HeaderNotFound`, `HeaderRepeated`, `TooManyColumns`.
    """
    run = _run(top, known or _anything, several=known is not None)
    if not run:
        raise Refused([HeaderNotFound(rows=limits.header)])
    names = _names([cells for _, cells in run], known or _anything)
    if len(names) > limits.columns:
        raise Refused([TooManyColumns(limit=limits.columns)])
    _refuse_repeats(names)
    return Header(names=names, last_row=run[-1][0])


def _anything(text: str) -> bool:
    return bool(text)


def _run(top: TOP, known: Recogniser, *, several: bool) -> TOP:
    run: TOP = []
    for number, cells in top:
        filled = [text for text in cells if text]
        hits = sum(1 for text in filled if known(text))
        if hits >= 2 or (run and hits and hits == len(filled)):
            run.append((number, cells))
            if not several:
                break
        elif run:
            break
    return run


def _names(rows: list[Sequence[str]], known: Recogniser) -> tuple[str, ...]:
    width = max(len(cells) for cells in rows)
    names = [_name([cells[at] for cells in rows if at < len(cells)], known) for at in range(width)]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _name(stack: list[str], known: Recogniser) -> str:
    filled = [text for text in reversed(stack) if text]
    return next((text for text in filled if known(text)), filled[0] if filled else "")


def _refuse_repeats(names: Sequence[str]) -> None:
    filled = [name for name in names if name]
    repeated = sorted({name for name in filled if filled.count(name) > 1})
    if repeated:
        raise Refused(HeaderRepeated(column=name) for name in repeated)
