"""Backup and restore: the whole register in one file, restored to the same head.

The file holds everything, also what no public page shows, and the digests of passwords: keep it as
the database is kept. Sign-ins (sessions) are left out: after a restore everybody signs in again.
"""

import os
import zlib
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

import psycopg
from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Identifier

from goodstanding.register import archive, removing
from goodstanding.register.archive import Manifest, Sequence
from goodstanding.register.errors import (
    BackupOfAnotherSchema,
    BackupUnreadable,
    RegisterNotEmpty,
    RestoredHeadDiffers,
)
from goodstanding.register.removed_again import remove_again
from goodstanding.register.snapshot import snapshot
from goodstanding.register.verifying import verify
from goodstanding.rules.errors import refuse

#: Not backed up: what the schema is, who is signed in, and files that wait for their sender's word.
LEFT_OUT = frozenset(
    {"django_migrations", "django_session", "api_window", "intake_staged", "intake_stagedpart"}
)
#: Filled by migrations; a restore replaces their rows.
FILLED = ("register_head", "auth_permission", "django_content_type")


class BackupReport(NamedTuple):
    """Where the chain of the backup or of the restored register ends, and how many rows it has.

    ``removed``: destructions after the backup that the restore carried out again.
    """

    position: int
    head: str
    rows: int
    removed: int = 0


def backup(file: Path) -> BackupReport:
    """Write the whole register, as one picture of it, to a new file only its owner may read."""
    making = file.with_name(file.name + ".part")
    descriptor = os.open(making, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with (
        snapshot("owner") as cursor,
        os.fdopen(descriptor, "wb") as stream,
        archive.new(stream) as target,
    ):
        manifest = _written(cursor, target)
        archive.write_manifest(target, manifest)
    making.replace(file)
    return _report(manifest)


def _written(cursor: CursorWrapper, target: ZipFile) -> Manifest:
    tables = _tables(cursor)
    cursor.execute("SELECT position, encode(digest, 'hex') FROM register_head")
    position, head = cursor.fetchone()
    return Manifest(
        format=archive.FORMAT,
        migrations=_migrations(cursor),
        position=position,
        head=head,
        tables=tuple(archive.write_table(cursor, target, *each) for each in tables.items()),
        sequences=_sequences(cursor),
    )


def restore(
    file: Path, *, journal: Path | None = None, nothing_was_removed: bool = False
) -> BackupReport:
    """Fill an empty, migrated database from a backup and verify it; all or nothing.

    Before it opens, what was destroyed after the backup is destroyed again.

    Args:
        journal: the removal journal; the one of this installation if none is named.
        nothing_was_removed: the operator states it, where the journal is lost.

    Raises:
        Refused: `BackupUnreadable`, `BackupOfAnotherSchema`, `RegisterNotEmpty`,
            `RestoredHeadDiffers`, `JournalMissing`, `JournalTorn`, `JournalBehind`; the database is
            then as before.
    """
    named = journal is not None or settings.REMOVAL_JOURNAL_NAMED
    kept = None if nothing_was_removed else removing.held(journal)
    try:
        with ZipFile(file) as source:
            manifest = archive.read_manifest(source)
            with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
                _must_fit(cursor, manifest)
                _fill(cursor, source, manifest)
                _must_hold(cursor, manifest)
                removed = remove_again(cursor, kept, named=named) if kept else 0
                report = _verified(manifest, removed)
    except (BadZipFile, KeyError, OSError, zlib.error, DatabaseError, psycopg.Error) as problem:
        refuse(
            BackupUnreadable(
                problem=f"it is not a whole, unaltered archive ({type(problem).__name__})"
            )
        )
    return report


def _must_fit(cursor: CursorWrapper, manifest: Manifest) -> None:
    """Refuse a database with another schema, or one that holds anything."""
    tables, migrations = _tables(cursor), _migrations(cursor)
    if other := set(migrations) ^ set(manifest.migrations):
        refuse(BackupOfAnotherSchema(migrations=sorted(other)))
    if other := set(tables) ^ archive.names(manifest.tables):
        refuse(BackupUnreadable(problem=f"its tables are others: {', '.join(sorted(other))}"))
    held = [name for name in tables if name not in FILLED and _holds(cursor, name)]
    cursor.execute("SELECT position FROM register_head FOR UPDATE")
    if held or cursor.fetchone() != (0,):
        refuse(RegisterNotEmpty(tables=held or FILLED[:1]))


def _fill(cursor: CursorWrapper, source: ZipFile, manifest: Manifest) -> None:
    for name in FILLED:
        if name in archive.names(manifest.tables):
            cursor.execute(SQL("DELETE FROM {}").format(Identifier(name)))
    for table in manifest.tables:
        archive.read_table(cursor, source, table)
    for sequence in manifest.sequences:
        if sequence.last is not None:
            cursor.execute("SELECT setval(%s::regclass, %s)", [sequence.name, sequence.last])
    # References are checked at the end of the transaction; a broken one is found here instead.
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _must_hold(cursor: CursorWrapper, manifest: Manifest) -> None:
    """Refuse rows that do not end where the backup says it ends."""
    cursor.execute("SELECT position, encode(digest, 'hex') FROM register_head")
    if (found := cursor.fetchone()) != (manifest.position, manifest.head):
        refuse(RestoredHeadDiffers(findings=[f"the head is {found}"]))


def _verified(manifest: Manifest, removed: int) -> BackupReport:
    found = verify(using="owner")
    if found.findings:
        shown = [f"{each.code} at {each.place}" for each in found.findings[:5]]
        refuse(RestoredHeadDiffers(findings=shown))
    rows = sum(table.rows for table in manifest.tables)
    return BackupReport(found.acts, found.head, rows, removed)


def _report(manifest: Manifest) -> BackupReport:
    rows = sum(table.rows for table in manifest.tables)
    return BackupReport(manifest.position, manifest.head, rows)


def _tables(cursor: CursorWrapper) -> dict[str, list[str]]:
    """The tables of the register with their columns; of a partitioned table the whole."""
    cursor.execute("""
        SELECT relname, array_agg(attname::text ORDER BY attnum)
          FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
           AND NOT relispartition AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
         GROUP BY relname ORDER BY relname
    """)
    return {name: columns for name, columns in cursor.fetchall() if name not in LEFT_OUT}


def _migrations(cursor: CursorWrapper) -> tuple[str, ...]:
    cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
    return tuple(name for (name,) in cursor.fetchall())


def _sequences(cursor: CursorWrapper) -> tuple[Sequence, ...]:
    cursor.execute("""
        SELECT sequencename, last_value FROM pg_sequences
         WHERE schemaname = 'public' ORDER BY sequencename
    """)
    return tuple(Sequence(name=name, last=last) for name, last in cursor.fetchall())


def _holds(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(SQL("SELECT EXISTS (SELECT FROM {})").format(Identifier(table)))
    return bool(cursor.fetchone()[0])
