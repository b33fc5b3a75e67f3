"""What was written since: by a new version of the law, around it, and last of all."""

from collections.abc import Iterable, Iterator

from django.db import connections

from goodstanding.register.reading import decoded
from goodstanding.rules.acts.envelope import Act

KIND = "values-re-resolved/1"

# The kind is written out: so the index on these few acts is used.
_RE_RESOLVED = f"""
    SELECT header, effect, kind FROM register_act
     WHERE kind = '{KIND}' AND position > %s ORDER BY position
"""
_OTHERS = f"""
    SELECT stream, position FROM register_act
     WHERE stream = ANY(%s) AND position > %s AND kind <> '{KIND}' ORDER BY stream, position
"""

_LAST = """
    SELECT stream, (SELECT max(position) FROM register_act WHERE register_act.stream = asked.stream)
      FROM unnest(%s::text[]) AS asked (stream)
"""


def re_resolved(*, after: int) -> Iterator[Act]:
    """The acts after a position by which versions of the law resolved values again, in order."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_RE_RESOLVED, [after])
        yield from (decoded(*row) for row in cursor.fetchall())


def other_acts(streams: Iterable[str], *, after: int) -> dict[str, list[int]]:
    """The positions of all other acts of some streams after a position, in order."""
    found: dict[str, list[int]] = {}
    with connections["default"].cursor() as cursor:
        cursor.execute(_OTHERS, [sorted(set(streams)), after])
        for stream, position in cursor.fetchall():
            found.setdefault(stream, []).append(position)
    return found


def last_positions(streams: Iterable[str]) -> dict[str, int]:
    """The position of the last act of each of some streams that has any."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_LAST, [sorted(set(streams))])
        return {stream: last for stream, last in cursor.fetchall() if last is not None}
