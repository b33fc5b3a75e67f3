"""What was destroyed after a backup is destroyed again, before the restored register opens.

The acts of destruction are appended as the journal has them: restored twice, a register has the same
head twice. Acts are known by their leaf, because a position may mean another act after a restore.
"""

from django.db.backends.utils import CursorWrapper
from msgspec.structs import replace

from goodstanding.files.refusals import JournalTorn
from goodstanding.register import sequence, storing
from goodstanding.register.errors import JournalBehind, JournalMissing
from goodstanding.register.removing import Held, Line, behind, deleted
from goodstanding.register.sequence import TICK, Head, Sealed
from goodstanding.rules import chain, codec
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.errors import refuse
from goodstanding.rules.evolve import evolve
from goodstanding.rules.inscribing import Inscribed

_HELD = """
    SELECT position, encode(leaf, 'hex') FROM register_act JOIN register_content USING (position)
     WHERE position = ANY(%s)
"""
_KNOWN = """
    SELECT EXISTS (
        SELECT FROM register_act WHERE kind = 'content-removed/1' AND act_id = %s::uuid
    )
"""


def remove_again(cursor: CursorWrapper, kept: Held, *, named: bool) -> int:
    """Carry out every destruction of the journal that the restored acts lack; how many those were.

    ``named``: somebody said where the journal is, so it must be there. Refuses `JournalMissing` there,
    and where the backup itself knows of destructions; `JournalBehind` where the journal lacks one of
    these; `JournalTorn` where its end is cut off.
    """
    if kept.journal and kept.journal.cut:
        refuse(JournalTorn(path=str(kept.path), line=len(kept.lines) + 1))
    missing = behind(cursor, kept)
    if kept.journal is None and (missing or named):
        refuse(JournalMissing(path=str(kept.path)))
    if missing:
        refuse(JournalBehind(path=str(kept.path), missing=len(missing)))
    return sum(_again(cursor, line) for line in kept.standing)


def _again(cursor: CursorWrapper, line: Line) -> bool:
    cursor.execute(_KNOWN, [line.act_id])
    known = bool(cursor.fetchone()[0])
    cursor.execute(_HELD, [list(line.leaves)])
    there = [position for position, leaf in cursor.fetchall() if line.leaves[position] == leaf]
    if known or not there:
        return False
    one = _placed(line, there, sequence.lock_head(cursor))
    sequence.keep(cursor, [one])
    _evolve(cursor, one.act)
    deleted(cursor, one.after.position)
    return True


def _placed(line: Line, there: list[int], head: Head) -> Sealed:
    """The act as it was, on the acts that are there, at the end of this chain."""
    header = codec.decode_header(line.header.encode())
    after = max(header.recorded_at, head.recorded_at + TICK)
    header = replace(header, position=head.position + 1, recorded_at=after)
    effect = line.effect.encode()
    if len(there) < len(line.leaves):
        whole = codec.decode_effect(effect, kind=header.kind)
        effect = codec.encode(replace(whole, positions=tuple(sorted(there))))
    salt, content = bytes.fromhex(line.salt), codec.encode({})
    act = Inscribed(
        stream=header.stream,
        aggregate=header.aggregate,
        effective_on=header.effective_on,
        kind=header.kind,
        effect=effect,
        content=content,
        salt=salt,
        content_digest=chain.content_digest(salt=salt, content=content),
    )
    return sequence.place(header, act, head)


def _evolve(cursor: CursorWrapper, act: Act) -> None:
    id = act.header.aggregate
    old = storing.load(cursor, [id]).get(id)
    new = {id: evolve(old, act)}
    storing.store(cursor, old={id: old}, new=new, positions={id: act.header.position})
