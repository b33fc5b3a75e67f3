"""Writing the ledger: who was told what. Nothing here is ever changed or deleted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec
from django.db import connections

from goodstanding.disclosure.models import (
    Acknowledgement,
    Download,
    Point,
    Range,
    ReopeningOutcome,
)

_COLUMNS = (
    *("recipient", "department", "client", "record", "version", "case_number", "receipt"),
    *("position", "at", "times"),
)
_LINE = f"({', '.join(['%s'] * len(_COLUMNS))})"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one record was told to somebody.

    ``recipient`` is `Actor.recipient`; ``position`` the head of the register from *before* the
    record was read: taken later, a withdrawal in between would miss this recipient.
    """

    recipient: str
    record: str
    version: int
    position: int
    department: str = ""
    client: str = ""
    case_number: str = ""
    receipt: str = ""


def note(points: Iterable[Told], *, at: datetime) -> None:
    """Enter points into the ledger, in the transaction of the answer; repeats are counted.

    Visitors (no recipient) are served by the public recall feed and never entered.
    """
    counted = Counter(point for point in points if point.recipient)
    if not counted:
        return
    values = [
        value
        for point, times in counted.items()
        for value in (*(getattr(point, name) for name in _COLUMNS[:-2]), at, times)
    ]
    table, columns = Point._meta.db_table, ", ".join(_COLUMNS)
    lines = ", ".join([_LINE] * len(counted))
    with connections["default"].cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES {lines}", values)


def note_range(
    *, recipient: str, dataset: str, filter: Mapping[str, str], position: int, at: datetime
) -> None:
    """Enter that somebody was given part of a dataset as it stood at a position."""
    Range.objects.create(
        recipient=recipient, dataset=dataset, filter=dict(filter), position=position, at=at
    )


def count_download(*, dataset: str, day: date) -> None:
    """Count that somebody who had not signed in took a dataset; neither address nor question."""
    with connections["default"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Download._meta.db_table} AS counted (dataset, day, times)"
            " VALUES (%s, %s, 1) ON CONFLICT (dataset, day) DO UPDATE SET times = counted.times + 1",
            [dataset, day],
        )


def acknowledge(
    *,
    recipient: str,
    record: str,
    version: int,
    kind: str,
    by: str,
    at: datetime,
    occurrence: int = 1,
) -> bool:
    """A recipient has dealt with a recall; False if that was acknowledged before."""
    same = {
        "recipient": recipient,
        "record": record,
        "version": version,
        "kind": kind,
        "occurrence": occurrence,
    }
    line = Acknowledgement(**same, by=by, at=at)
    before = Acknowledgement.objects.filter(**same).exists()
    Acknowledgement.objects.bulk_create([line], ignore_conflicts=True)
    return not before


def close_reopening(*, receipt: str, outcome: str, by: str, at: datetime, result: str = "") -> None:
    """Say what came of asking again; a second outcome for a receipt is an error of the database."""
    ReopeningOutcome.objects.create(receipt=receipt, outcome=outcome, result=result, by=by, at=at)


def have_month(day: date) -> bool:
    """Have the partition of a month; False if rows of it lie in the default partition already.

    Called ahead by a timer; without it the default partition takes what comes.
    """
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT disclosure_have_month(%s)", [day])
        return bool(cursor.fetchone()[0])
