"""Who did what: acts by author, department, organisation or subject, with their place in the chain."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db import connections

from goodstanding.rules.periods import SHANGHAI

DAY = timedelta(days=1)


class Done(NamedTuple):
    """One act: its place in the chain, and who did what to what."""

    position: int
    recorded_at: datetime
    effective_on: date
    kind: str
    stream: str
    aggregate: str
    by: str
    department: str
    head: bytes


class Acts(Sequence[Done]):
    """The acts that fit, latest first, counted and fetched as far as somebody looks.

    Args:
        by: the id of an account or client.
        organisation: a credit code, or ``system``.
        subject: the id of a record, case, measure or objection.
        since, until: legal days on which they were recorded, both included.
    """

    def __init__(
        self,
        *,
        by: str = "",
        department: str = "",
        organisation: str = "",
        subject: str = "",
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        asked = (
            ("by = %s", by),
            ("department = %s", department),
            ("stream = %s", organisation),
            ("aggregate = %s", subject),
            ("recorded_at >= %s", since and _midnight(since)),
            ("recorded_at < %s", until and _midnight(until + DAY)),
        )
        wanted = [(condition, value) for condition, value in asked if value]
        self._where = " AND ".join(condition for condition, _ in wanted) or "true"
        self._values: list[Any] = [value for _, value in wanted]

    def __len__(self) -> int:
        with connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM register_act WHERE {self._where}", self._values)
            return int(cursor.fetchone()[0])

    def __getitem__(self, asked: Any) -> Any:
        """The acts of a slice; one act of a number."""
        if isinstance(asked, int):
            return self[asked : asked + 1][0]
        return self._fetch(asked.start or 0, (asked.stop or 0) - (asked.start or 0))

    def _fetch(self, start: int, size: int) -> list[Done]:
        with connections["default"].cursor() as cursor:
            cursor.execute(
                "SELECT position, recorded_at, effective_on, kind, stream, aggregate,"
                f" by, department, head FROM register_act WHERE {self._where}"
                " ORDER BY position DESC OFFSET %s LIMIT %s",
                [*self._values, start, size],
            )
            return [Done._make((*row[:-1], bytes(row[-1]))) for row in cursor.fetchall()]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
