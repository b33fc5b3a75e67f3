"""Parquet by an embedded engine: written from JSON lines, no row coming back into Python; and read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from goodstanding.files.refusals import NotASpreadsheet, TooManyRows
from goodstanding.files.sheet import Limits
from goodstanding.rules.errors import Refused

#: One thread, so that the same lines give the same bytes; the lid keeps memory flat.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "256MB",
    "autoinstall_known_extensions": False,
    "preserve_insertion_order": True,
}
ROWS_OF_A_GROUP = 20_480
_LONGEST_LINE = 64 << 20


def from_json_lines(
    source: Path, target: Path, *, columns: Mapping[str, str], about: Mapping[str, str]
) -> None:
    """Write the objects of a JSON-lines file as a Parquet file (zstd).

    Args:
        source: one object a line.
        target: the file to write; replaced if it is there.
        columns: the type of each column by name: ``VARCHAR``, ``DATE``, ``BIGINT``, ``BOOLEAN``.
        about: what the file says about itself, kept in its footer.
    """
    types = ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in columns.items())
    said = ", ".join(f"{_text(name)}: {_text(value)}" for name, value in about.items())
    with duckdb.connect(":memory:", config=SETTINGS) as engine:
        engine.execute(f"SET temp_directory = {_text(str(target.parent / 'spilled'))}")
        engine.execute(
            f"COPY (SELECT * FROM read_json({_text(str(source))}, format = 'newline_delimited',"
            f" maximum_object_size = {_LONGEST_LINE}, columns = {{{types}}}))"
            f" TO {_text(str(target))} (FORMAT parquet, COMPRESSION zstd,"
            f" ROW_GROUP_SIZE {ROWS_OF_A_GROUP}, KV_METADATA {{{said}}})"
        )


def rows(data: bytes, columns: Sequence[str], *, limits: Limits) -> list[dict[str, str]]:
    """The rows of a Parquet file as text, of those of some columns it has; empty cells left out.

    The engine reads files only: the bytes lie in a folder of their own until it has read them.
    Raises `NotASpreadsheet`, `TooManyRows`.
    """
    with TemporaryDirectory() as place, duckdb.connect(":memory:", config=SETTINGS) as engine:
        file = Path(place) / "copy.parquet"
        file.write_bytes(data)
        source = f"read_parquet({_text(str(file))})"
        try:
            there = {
                each[0] for each in engine.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            }
            names = [each for each in columns if each in there]
            cells = ", ".join(f'CAST("{each}" AS VARCHAR)' for each in names) or "1 WHERE false"
            found = engine.execute(
                f"SELECT {cells} FROM {source} LIMIT {limits.rows + 1}"
            ).fetchall()
        except duckdb.Error as error:
            raise Refused([NotASpreadsheet(found="another format")]) from error
    if len(found) > limits.rows:
        raise Refused([TooManyRows(limit=limits.rows)])
    return [{name: text for name, text in zip(names, row, strict=True) if text} for row in found]


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
