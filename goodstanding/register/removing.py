"""Contents are destroyed, and the journal that says so is written before anything is committed.

The journal lies apart from backups. Order of a destruction, all under the lock on the head: the act,
the deletion, the line in the journal (on the disk), the commit. Killed before the line: nothing has
happened. Killed after it: the register is as before, and whoever next writes the journal strikes the
line out, because the register knows the proposal and not the act.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
from django.conf import settings
from django.db import connections
from django.db.backends.utils import CursorWrapper

from goodstanding.files import journal
from goodstanding.files.journal import Journal
from goodstanding.register import storing
from goodstanding.register.errors import JournalBehind
from goodstanding.register.removed import KIND
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.errors import refuse

COLUMNS = ("act_id", "header", "effect", "salt", "leaves")

# Every content named by an act, with the leaf its act is known by in any copy of the register.
_LINES = f"""
    SELECT act_id::text, convert_from(header, 'UTF8'), convert_from(effect, 'UTF8'),
           (SELECT encode(salt, 'hex') FROM register_content AS own
             WHERE own.position = removing.position),
           (SELECT json_object_agg(position, encode(leaf, 'hex') ORDER BY position)::text
              FROM register_act
             WHERE position IN (SELECT jsonb_array_elements_text(
                   convert_from(removing.effect, 'UTF8')::jsonb -> 'positions')::bigint))
      FROM register_act AS removing WHERE kind = '{KIND}'
"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the journal: an act of destruction as it was stored, or an earlier one struck out.

    ``leaves``: of the acts whose contents went, by position.
    """

    act_id: str
    header: str = ""
    effect: str = ""
    salt: str = ""
    leaves: dict[int, str] = {}
    struck: bool = False


class Held(NamedTuple):
    """The journal at its place and what its lines say."""

    path: Path
    journal: Journal | None
    lines: tuple[Line, ...]

    @property
    def standing(self) -> tuple[Line, ...]:
        """The destructions it tells of, less those struck out."""
        struck = {each.act_id for each in self.lines if each.struck}
        return tuple(each for each in self.lines if each.act_id not in struck)


def place() -> Path:
    """Where the removal journal of this installation lies."""
    return Path(settings.REMOVAL_JOURNAL)


@contextmanager
def journal_at(path: Path) -> Iterator[None]:
    """Keep the journal elsewhere for a while: of a register that is thrown away afterwards."""
    before, settings.REMOVAL_JOURNAL = settings.REMOVAL_JOURNAL, path
    try:
        yield
    finally:
        settings.REMOVAL_JOURNAL = before


def held(path: Path | None = None) -> Held:
    """The journal as it is; refuses `JournalTorn`."""
    where = path or place()
    found = journal.read(where)
    entries = found.entries if found else ()
    return Held(where, found, tuple(msgspec.convert(each, Line, strict=False) for each in entries))


def remove(act: Act) -> None:
    """Delete the contents a destruction names, with their salts, and write the journal.

    In the transaction that appended the act: the lock on its head keeps the journal to one writer.
    Refuses `JournalBehind`, `JournalTorn`; nothing has then happened.
    """
    with connections["default"].cursor() as cursor:
        deleted(cursor, act.header.position)
        kept = _settled(cursor, held())
        write(kept, next(_lines(cursor, "AND position = %s", [act.header.position])))


def deleted(cursor: CursorWrapper, position: int) -> int:
    """Delete the contents that the act of destruction at a position names; how many there were."""
    cursor.execute("SELECT remove_contents(%s)", [position])
    return int(cursor.fetchone()[0])


def write(kept: Held, line: Line) -> Held:
    """Write one line, on the disk when it returns."""
    entry = msgspec.to_builtins(line, str_keys=True)
    return held_after(kept, line, journal.append(kept.path, entry, after=kept.journal))


def held_after(kept: Held, line: Line, now: Journal) -> Held:
    """The journal with one line more."""
    return Held(kept.path, now, (*kept.lines, line))


def behind(cursor: CursorWrapper, kept: Held) -> list[str]:
    """The destructions the register knows and the journal does not, by id of their acts."""
    written = {each.act_id for each in kept.standing}
    cursor.execute(f"SELECT act_id::text FROM register_act WHERE kind = '{KIND}' ORDER BY position")
    return [id for (id,) in cursor.fetchall() if id not in written]


def _settled(cursor: CursorWrapper, kept: Held) -> Held:
    """The journal once what a crash cut short is struck out; refuses one that lacks anything."""
    for line in _unfinished(cursor, kept):
        kept = write(kept, Line(act_id=line.act_id, struck=True))
    missing = behind(cursor, kept)
    # The one being written now is the last; it is not in the journal yet.
    if missing[:-1]:
        refuse(JournalBehind(path=str(kept.path), missing=len(missing) - 1))
    return kept


def _unfinished(cursor: CursorWrapper, kept: Held) -> Iterator[Line]:
    """Lines whose act was never committed, though the register knows what they tell of.

    Where it does not, it was restored from before the proposal: such a line stands.
    """
    ids = {each.act_id: each for each in kept.standing}
    cursor.execute("SELECT act_id::text FROM register_act WHERE act_id = ANY(%s::uuid[])", [[*ids]])
    missing = [ids[id] for id in ids.keys() - {id for (id,) in cursor.fetchall()}]
    known = storing.load(cursor, [aggregate_of(each) for each in missing])
    yield from (each for each in missing if aggregate_of(each) in known)


def aggregate_of(line: Line) -> str:
    """The removal a line tells of."""
    return str(msgspec.json.decode(line.header)["aggregate"])


def write_anew(path: Path) -> int:
    """Write the journal of this register's destructions to a new file; how many lines.

    For a journal that was lost: it knows nothing of a register restored since from an older backup.
    Raises FileExistsError where a file is there.
    """
    with connections["default"].cursor() as cursor:
        lines = list(lines_of(cursor))
    kept = Held(path, None, ())
    with open(path, "xb"):
        path.chmod(0o600)
    for line in lines:
        kept = write(kept, line)
    return len(lines)


def lines_of(cursor: CursorWrapper) -> Iterator[Line]:
    """What the journal of this register must say, from its acts alone."""
    return _lines(cursor, "", [])


def _lines(cursor: CursorWrapper, where: str, values: list[int]) -> Iterator[Line]:
    cursor.execute(f"{_LINES} {where} ORDER BY position", values)
    for row in cursor.fetchall():
        found = dict(zip(COLUMNS, row, strict=True))
        found["leaves"] = msgspec.json.decode(found["leaves"])
        yield msgspec.convert(found, Line, strict=False)
