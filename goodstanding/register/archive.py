"""The archive of a backup: a zip with one entry of COPY text per table, and a manifest."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import msgspec
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Identifier

from goodstanding.register import sql
from goodstanding.register.errors import BackupUnreadable
from goodstanding.rules.errors import refuse

FORMAT = 1
MANIFEST = "manifest.json"
PIECE = 1 << 20


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table in the archive: its columns, its rows and the digest of its bytes."""

    name: str
    columns: tuple[str, ...]
    rows: int
    digest: str


class Sequence(msgspec.Struct, frozen=True, kw_only=True):
    """Where a sequence of numbers stands; null where it was never used."""

    name: str
    last: int | None


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive holds, and the head it restores to."""

    format: int
    migrations: tuple[str, ...]
    position: int
    head: str
    tables: tuple[Table, ...]
    sequences: tuple[Sequence, ...]


def write_table(cursor: CursorWrapper, archive: ZipFile, name: str, columns: list[str]) -> Table:
    """Copy a table out of the database into the archive."""
    found = sha256()
    statement = SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(
        sql.names(columns), Identifier(name)
    )
    with archive.open(name, "w", force_zip64=True) as entry, cursor.copy(statement) as rows:
        for piece in rows:
            found.update(piece)
            entry.write(piece)
    return Table(name=name, columns=tuple(columns), rows=cursor.rowcount, digest=found.hexdigest())


def read_table(cursor: CursorWrapper, archive: ZipFile, table: Table) -> None:
    """Copy a table from the archive into the database; refuses altered bytes."""
    found = sha256()
    statement = SQL("COPY {} ({}) FROM STDIN").format(
        Identifier(table.name), sql.names(table.columns)
    )
    with cursor.copy(statement) as rows:
        for piece in _pieces(archive, table.name):
            found.update(piece)
            rows.write(piece)
    if found.hexdigest() != table.digest or cursor.rowcount != table.rows:
        refuse(BackupUnreadable(problem=f"the rows of {table.name} are not those written"))


def _pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as entry:
        while piece := entry.read(PIECE):
            yield piece


def write_manifest(archive: ZipFile, manifest: Manifest) -> None:
    """Close the archive with what it holds."""
    archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))


def read_manifest(archive: ZipFile) -> Manifest:
    """What the archive holds; refuses one this version cannot read."""
    try:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except (KeyError, BadZipFile, msgspec.MsgspecError) as problem:
        refuse(BackupUnreadable(problem=f"no readable manifest ({type(problem).__name__})"))
    if manifest.format != FORMAT:
        refuse(BackupUnreadable(problem=f"its format is {manifest.format}, not {FORMAT}"))
    return manifest


def names(tables: Iterable[Table]) -> set[str]:
    """The names of tables."""
    return {table.name for table in tables}


def new(stream: IO[bytes]) -> ZipFile:
    """An archive to write into a stream."""
    return ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1)
