"""Figures that are one query each: asked of the database, or written out to be asked by anybody."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from django.db import connections

from goodstanding.oversight.period import Period
from goodstanding.rules.workdays import WorkCalendar

Row = dict[str, Any]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure is asked for: from ``since`` through ``until``, of one department or of all.

    ``until`` is never after today, so that what waits has the age it has.
    """

    since: date
    until: date
    department: str | None
    calendar: WorkCalendar

    @classmethod
    def of(
        cls, period: Period, *, on: date, calendar: WorkCalendar, department: str | None = None
    ) -> "Asked":
        """The period as it stands on a day."""
        until = min(period.last, on)
        return cls(since=period.first, until=until, department=department, calendar=calendar)

    @property
    def values(self) -> Mapping[str, Any]:
        """The values of a query, by the names they have in it."""
        calendar = self.calendar
        return {
            "since": self.since,
            "until": self.until,
            "department": self.department,
            "years": sorted(calendar.years),
            "days_off": sorted(calendar.days_off),
            "worked_weekends": sorted(calendar.worked_weekends),
        }


def rows(query: str, asked: Asked) -> list[Row]:
    """The rows a query gives."""
    with connections["default"].cursor() as cursor:
        cursor.execute(query, asked.values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def readable(query: str) -> str:
    """A query with the names of its values as psql has them: ``:since``."""
    for name in (*Asked.__struct_fields__, "years", "days_off", "worked_weekends"):
        query = query.replace(f"%({name})s", f":{name}")
    return query.strip() + "\n"


def spelt(query: str, asked: Asked) -> str:
    """A query with its values written in it: text that psql runs as it stands."""
    for name, value in asked.values.items():
        query = query.replace(f"%({name})s", _literal(value))
    return query.strip() + "\n"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return f"'{{{','.join(str(each) for each in value)}}}'"
    return "'" + str(value).replace("'", "''") + "'"
