"""JSON lines: one flat object a line, its keys the column names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goodstanding.files.refusals import (
    CharactersUnreadable,
    HeaderNotFound,
    LineNotAnObject,
    TooManyColumns,
    TooManyRows,
)
from goodstanding.files.rows import refuse_long
from goodstanding.files.sheet import Limits, Recogniser, Row, Sheet
from goodstanding.files.text import Text, text_of
from goodstanding.rules.errors import Refused

PLAIN = (str, bool)


def read(source: Path | bytes, *, known: Recogniser | None, limits: Limits) -> Sheet:
    """The rows of a JSON lines file; the columns are the keys of its first line.

    ``source``: the file's path or its bytes. Numbers keep every digit they are written with. Raises
    `EncodingUnknown`, `HeaderNotFound`; walking the rows raises `LineNotAnObject`, `TooManyRows`,
    `CharactersUnreadable`,
    `TooManyColumns`, `CellTooLong`.
    """
    text = text_of(source)
    first = next((line for line in _lines(text) if line.strip()), "")
    columns = tuple(_cells(first, 1))
    if known is not None and not any(map(known, columns)):
        raise Refused([HeaderNotFound(rows=1)])
    return Sheet(columns=columns, rows=_rows(text, limits))


def _lines(text: Text) -> Iterator[str]:
    with text.open(newline="\n") as file:
        yield from file


def _rows(text: Text, limits: Limits) -> Iterator[Row]:
    count = 0
    for number, line in enumerate(_lines(text), start=1):
        if not line.strip():
            continue
        count += 1
        if count > limits.rows:
            raise Refused([TooManyRows(limit=limits.rows)])
        cells = _cells(line, number)
        if len(cells) > limits.columns:
            raise Refused([TooManyColumns(limit=limits.columns)])
        refuse_long(number, cells.values(), limits=limits)
        yield Row(number=number, cells={key: text for key, text in cells.items() if text})


def _cells(line: str, number: int) -> dict[str, str]:
    try:
        pairs = json.loads(line, object_pairs_hook=tuple, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise Refused([LineNotAnObject(row=number)]) from error
    flat = isinstance(pairs, tuple) and all(_plain(value) for _, value in pairs)
    if not flat or len({key for key, _ in pairs}) < len(pairs):
        raise Refused([LineNotAnObject(row=number)])
    cells = {key.strip(): _text(value) for key, value in pairs}
    if any(map(_unreadable, (*cells, *cells.values()))):
        raise Refused([CharactersUnreadable(row=number)])
    return cells


def _unreadable(text: str) -> bool:
    """True for what an escape can write and no table can hold: nulls and halves of a character."""
    return "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text)


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, PLAIN)


def _text(value: str | bool | None) -> str:
    if value is None or value is True or value is False:
        return {None: "", True: "TRUE", False: "FALSE"}[value]
    return value.strip()
