"""A JSON-lines file as Parquet, written by an embedded engine: no row comes back into Python."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

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


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
