"""The acts of all organisations in the order of the chain, for who follows the register."""

from collections.abc import Iterable

from django.db import connections

from goodstanding.rules import codec
from goodstanding.rules.acts.envelope import Act


def acts_after(position: int, *, kinds: Iterable[str], limit: int) -> list[Act]:
    """The first acts of these kinds after a position, without their content.

    Positions have no gaps and become visible in order, so nothing can appear behind a reader.

    Args:
        position: the last one already seen; 0 from the beginning.
        kinds: as in the headers, for example ``record-withdrawn/1``.
        limit: at most so many.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute(_AFTER, [position, list(kinds), limit])
        found = cursor.fetchall()
    return [
        Act(
            header=codec.decode_header(header),
            effect=codec.decode_effect(effect, kind=kind),
            content={},
        )
        for header, effect, kind in found
    ]


_AFTER = """
    SELECT header, effect, kind FROM register_act
     WHERE position > %s AND kind = ANY(%s) ORDER BY position LIMIT %s
"""
