"""A sample that anybody can draw again: who knows seed, filters and position gets the same one.

Each member draws a lot: SHA-256 of the seed, a line feed and the member's id (UTF-8). The sample
is those with the smallest lots. So it depends on nothing but the seed and who is in the population:
not on the order of entry, nor on the machine; and later acts change no earlier population.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import connections

from goodstanding.rules.periods import SHANGHAI


class Population(StrEnum):
    """What can be sampled."""

    RECORDS = "records"
    DESIGNATIONS = "designations"
    CHECKS = "checks"
    LIFTS = "lifts"


class Drawn(NamedTuple):
    """One member of a sample: its lot, its id, about whom, by whom entered, and when."""

    lot: str
    id: str
    organisation: str
    department: str
    at: datetime
    position: int


class Sample(NamedTuple):
    """How many there are to draw from, and those that were drawn."""

    population: int
    drawn: list[Drawn]


_OF_ACTS = """
    SELECT {id} AS id, stream AS organisation,
           department, recorded_at AS at, position
      FROM register_act WHERE {kinds}
"""
_RECORDS = _OF_ACTS.format(id="aggregate", kinds="kind LIKE 'record-entered/%%'")
_DESIGNATIONS = _OF_ACTS.format(
    id="aggregate",
    kinds="(kind LIKE 'designation-listed/%%' OR kind LIKE 'designation-transcribed/%%')",
)
_TASK = "header_says(effect, 'task')"
_LIFTS = _OF_ACTS.format(
    id=_TASK, kinds=f"kind LIKE 'measure-fed-back/%%' AND {_TASK} LIKE '%%.lift'"
)
_CHECKS = "SELECT id, organisation, department, at, position FROM enquiries_receipt"
_POPULATIONS = {
    Population.RECORDS: _RECORDS,
    Population.DESIGNATIONS: _DESIGNATIONS,
    Population.CHECKS: _CHECKS,
    Population.LIFTS: _LIFTS,
}
_LOT = "encode(sha256(convert_to(%s || E'\\n' || id, 'UTF8')), 'hex')"


def draw(
    population: Population,
    *,
    seed: str,
    size: int,
    position: int,
    department: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Sample:
    """The members with the smallest lots of a population as it was at a position of the chain.

    Args:
        seed: any text; the same one draws the same sample.
        position: acts and receipts after it are not there.
        since, until: legal days on which they were recorded, both included.
    """
    where = "position <= %s"
    values: list[Any] = [position]
    for condition, value in (
        ("department = %s", department),
        ("at >= %s", since and _midnight(since)),
        ("at < %s", until and _midnight(until + timedelta(days=1))),
    ):
        if value:
            where += f" AND {condition}"
            values.append(value)
    members = f"FROM ({_POPULATIONS[population]}) members WHERE {where}"
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT count(*) {members}", values)
        (count,) = cursor.fetchone()
        cursor.execute(
            f"SELECT {_LOT} AS lot, id, organisation, department, at, position {members}"
            " ORDER BY lot LIMIT %s",
            [seed, *values, size],
        )
        return Sample(count, [Drawn(*row) for row in cursor.fetchall()])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
