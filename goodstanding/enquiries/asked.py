"""Checks of a span of days, organisation by organisation, on one picture; nothing is kept of them."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from goodstanding.rules.check import Answer
from goodstanding.rules.replay.flip import Asked

FETCHED = 2_000
_CODES = "SELECT DISTINCT organisation FROM enquiries_receipt WHERE at >= %s ORDER BY organisation"
_LAWS = "SELECT DISTINCT rulebook FROM enquiries_receipt WHERE at >= %s"
_ASKED = """
    SELECT id, organisation, procedure, department, on_day, position, rulebook, answer
      FROM enquiries_receipt
     WHERE organisation BETWEEN %s AND %s AND at >= %s ORDER BY organisation, position, id
"""


def asked_about(cursor: Any, since: datetime) -> list[str]:
    """The codes of the organisations somebody asked about since a moment, in order."""
    return [code for (code,) in cursor.execute(_CODES, [since])]


def answered_under(cursor: Any, since: datetime) -> list[str]:
    """The digests of the rulebooks that checks since a moment were answered under."""
    cursor.execute(_LAWS, [since])
    return [digest for (digest,) in cursor.fetchall()]


def asked(
    cursor: Any, first: str, last: str, since: datetime
) -> Iterator[tuple[str, Iterator[Asked]]]:
    """The checks of each organisation from one code to another, both in it, in order of position.

    Args:
        cursor: of psycopg, in a transaction.
    """
    with cursor.connection.cursor(name="asked", binary=True) as rows:
        rows.itersize = FETCHED
        found = map(_asked, rows.execute(_ASKED, [first, last, since]))
        yield from groupby(found, key=lambda each: each.organisation)


def _asked(row: tuple[Any, ...]) -> Asked:
    receipt, organisation, procedure, department, on, position, rulebook, answer = row
    return Asked(
        receipt=receipt,
        organisation=organisation,
        procedure=procedure,
        department=department,
        on=on,
        position=position,
        rulebook=rulebook,
        answer=Answer(answer),
    )
