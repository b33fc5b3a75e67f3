"""The acts of many organisations one after the other, on one picture of the register."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from goodstanding.register.reading import decoded
from goodstanding.rules.acts.envelope import Act

FETCHED = 2_000
_ACTS = """
    SELECT stream, header, effect, kind FROM register_act
     WHERE stream = ANY(%s) ORDER BY stream, position
"""
_OF_ONE = (
    "SELECT stream, header, effect, kind FROM register_act WHERE stream = %s ORDER BY position"
)


def histories(cursor: Any, codes: Sequence[str]) -> Iterator[tuple[str, list[Act]]]:
    """The acts of each of some organisations, in order of code; those without any are left out.

    Args:
        cursor: of psycopg, in a transaction; what is read is not kept.
    """
    with cursor.connection.cursor(name="histories", binary=True) as rows:
        rows.itersize = FETCHED
        found = rows.execute(_ACTS, [list(codes)])
        for stream, own in groupby(found, key=itemgetter(0)):
            yield stream, [decoded(*row[1:]) for row in own]


def of_others(cursor: Any) -> Callable[[str], list[Act]]:
    """The acts of one organisation, whichever is named; for those few that are asked about others."""

    def acts(code: str) -> list[Act]:
        rows = cursor.execute(_OF_ONE, [code]).fetchall()
        return [decoded(bytes(header), bytes(effect), kind) for _, header, effect, kind in rows]

    return acts
