"""Checks beside the acts of the organisations they were about, part by part of the register.

Imported by processes that have no Django: nothing here may know a model.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from goodstanding.enquiries.asked import asked
from goodstanding.register.histories import histories, of_others
from goodstanding.register.replaying import Part
from goodstanding.rules.acts.envelope import Act
from goodstanding.rules.replay.told import History


def check_histories(cursor: Any, part: Part, *, since: datetime) -> Iterator[History]:
    """What was asked about each organisation since a moment, and its acts; many have none.

    Args:
        cursor: of psycopg, in a transaction.
        part: the organisations; both are read in order of their codes.
    """
    known = histories(cursor, part.codes)
    code, acts = next(known, ("", []))
    for organisation, checks in asked(cursor, part.first, part.last, since):
        while code and code < organisation:
            code, acts = next(known, ("", []))
        own: list[Act] = acts if code == organisation else []
        yield History(code=organisation, acts=own, asked=checks, others=of_others(cursor))
